import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { bookForNeed } from '@/features/programmes/actions';
import { DateList, Stands } from '@/features/programmes/components/dates';
import { channelField, wantedFields } from '@/features/programmes/components/fields';
import { occasionShown } from '@/features/programmes/input';
import { messages, whenOf } from '@/features/programmes/messages';
import { doorOccasion, doorProgrammes } from '@/features/programmes/queries/desk';
import { mayTurn } from '@/features/visits/policy';
import { doorNeed } from '@/features/visits/queries/need';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

/** What is on that would help a household with what it needs; where nothing is, the list of needs. */
export default actPage(['need'], async ({ locale, community, need, call, form, search, path }) => {
  const one = await doorNeed(call, { need });
  if (!one) return null;
  const { door: t, act } = pick(messages, locale);
  const chosen = numberFrom(search.occasion ?? '');
  const date = chosen === undefined ? undefined : await doorOccasion(call, { no: chosen });
  const coming = date ? undefined : await doorProgrammes(call, { after: numberFrom(search.after ?? '') ?? null });
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.door(locale, community, 'needs', need)}>
            <Written>{one.wording}</Written>
          </a>
        }
        title={date?.title ?? t.forNeed}
        lead={date ? whenOf(date, locale) : t.forNeedLead}
      />
      {date && (
        <>
          <Stands one={date} locale={locale} />
          {!date.free.includes(true) && <p>{act.full}</p>}
          <KeptForm
            {...form}
            action={bookForNeed}
            about={{ need, occasion: date.no, shown: showing(occasionShown(date)) }}
            fields={[...wantedFields(date, locale), channelField(locale, 'door')]}
            submitLabel={t.submit}
          />
          <p>
            <a className="tap" href={path}>
              {t.otherDates}
            </a>
          </p>
        </>
      )}
      {coming && (
        <>
          {coming.occasions.length === 0 && <Empty text={t.none} />}
          <DateList occasions={coming.occasions} locale={locale} href={({ no }) => `${path}?occasion=${no}`} />
          <Pager locale={locale} {...(coming.next !== null && { next: `${path}?after=${coming.next}` })} />
        </>
      )}
      <Section title={t.nothing} id="nothing">
        {mayTurn(one.asked.who) ? (
          <p>
            {t.nothingLead}{' '}
            <a className="tap" href={`${to.desk(locale, community, 'council', 'demands', 'new')}?need=${need}`}>
              {t.toList}
            </a>
          </p>
        ) : (
          <p>{t.nothingTell}</p>
        )}
      </Section>
    </>
  );
});
