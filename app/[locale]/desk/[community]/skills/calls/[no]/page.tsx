import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { cancelHelp, thankHelpers } from '@/features/skills/actions';
import { messages } from '@/features/skills/messages';
import { deskCall } from '@/features/skills/queries/desk';
import * as to from '@/lib/addresses';
import { formatWeekday, pick } from '@/lib/words';

/** Helpers wanted at the desk: who comes, thanks, and calling it off. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskCall(call, { no });
  if (!one) return null;
  const { desk: t, states, home } = pick(messages, locale);
  const about = { call: no };
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'skills')}>{t.title}</a>}
        title={one.title}
        state={{ text: states[one.state], tone: one.state === 'thanked' ? 'jade' : 'soft' }}
        next={`${formatWeekday(one.day, locale)} · ${t.counts(one.helpers, one.people)}`}
      />
      <p>
        <Written>{[one.place, one.words, one.thanks, one.reason].filter(Boolean).join(' · ')}</Written>
      </p>
      <Section title={t.those} id="those">
        {one.those.length === 0 && <p>{t.thoseNone}</p>}
        <ul className="ways">
          {one.those.map((each) => (
            <li key={each.id}>
              <Written>{[each.name, home(each), each.shown ? t.shown(each.shown) : t.noName].join(' · ')}</Written>
            </li>
          ))}
        </ul>
      </Section>
      {one.begun && one.helpers > 0 && (one.state === 'open' || one.state === 'over') && (
        <Section title={t.thank} id="thank">
          <KeptForm
            {...form}
            id="thank-form"
            action={thankHelpers}
            about={about}
            fields={[{ kind: 'textarea', name: 'thanks', label: t.thanks, hint: t.thanksHint, rows: 2 }]}
            submitLabel={t.thankSubmit}
          />
        </Section>
      )}
      {one.state === 'open' && (
        <Section title={t.cancel} id="cancel">
          <Undoes losses={{ helpers: one.helpers }} locale={locale} />
          <KeptForm
            {...form}
            id="cancel-form"
            action={cancelHelp}
            about={about}
            fields={[{ kind: 'textarea', name: 'reason', label: t.why, rows: 2 }]}
            submitLabel={t.cancel}
            danger
          />
        </Section>
      )}
    </>
  );
});
