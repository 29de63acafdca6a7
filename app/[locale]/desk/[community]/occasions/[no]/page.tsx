import { Pager } from '@/components/data/pager';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as depicted } from '@/features/depicted/messages';
import { walkIn } from '@/features/programmes/actions';
import { Stands } from '@/features/programmes/components/dates';
import { wantedFields } from '@/features/programmes/components/fields';
import { Guests } from '@/features/programmes/components/guests';
import { messages, whenOf } from '@/features/programmes/messages';
import { deskOccasion } from '@/features/programmes/queries/desk';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

/** One date with who comes: ticked as they come, printed as a list. */
export default actPage(['no'], async ({ locale, community, no, call, form, search, path }) => {
  const one = await deskOccasion(call, { no, after: numberFrom(search.after ?? '') ?? null });
  if (!one) return null;
  const { desk: t, ...rest } = pick(messages, locale);
  const begun = new Date(one.startsAt) <= one.now;
  const today = shanghaiDate(new Date(one.startsAt)) === shanghaiDate(one.now) && new Date(one.endsAt) > one.now;
  const off = one.cancelledAt !== null;
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'programmes', one.programme)}>{rest.kinds[one.kind]}</a>}
        title={one.title}
        lead={`${whenOf(one, locale)} · ${one.place}`}
      />
      <p>
        {[t.counts(one.taken, one.capacity, one.waiting), one.walkedIn > 0 && t.walked(one.walkedIn)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Stands one={one} locale={locale} />
      {!off && !begun && (
        <Actions>
          <ActionLink href={to.door(locale, community, 'programmes', no)}>{t.behalf}</ActionLink>
          <a className="tap" href={to.desk(locale, community, 'occasions', no, 'change')}>
            {t.change}
          </a>
          <a className="tap" href={`${to.desk(locale, community, 'skills', 'calls', 'new')}?occasion=${no}`}>
            {t.helpers}
          </a>
        </Actions>
      )}
      {begun && !off && (
        <Actions>
          <ActionLink ghost href={to.desk(locale, community, 'occasions', no, 'pictures')}>
            {pick(depicted, locale).desk.link}
          </ActionLink>
        </Actions>
      )}
      <Section title={t.guests} id="guests">
        <Guests guests={one.guests} occasion={one} begun={begun && !off} form={form} />
        <Pager locale={locale} {...(one.next !== null && { next: `${path}?after=${one.next}` })} />
      </Section>
      {today && !off && (
        <Section title={t.walkIn} id="walk-in">
          <p>{t.walkInLead}</p>
          <KeptForm
            {...form}
            id="walk"
            action={walkIn}
            about={{ occasion: no }}
            fields={wantedFields(one, locale)}
            submitLabel={t.walkInSubmit}
            ghost
          />
        </Section>
      )}
      {one.said.length > 0 && (
        <Section title={t.feedback} id="feedback">
          <p>{one.said.join(' · ')}</p>
        </Section>
      )}
    </>
  );
});
