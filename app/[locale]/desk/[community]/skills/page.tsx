import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/skills/messages';
import { deskSkills } from '@/features/skills/queries/desk';
import { callState } from '@/features/skills/rules';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { formatWeekday, pick } from '@/lib/words';

/** Helpers wanted, and who can do what. */
export default actPage([], async ({ locale, community, call, search, path }) => {
  const page = await deskSkills(call, {
    after: numberFrom(search.after ?? '') ?? null,
    call: numberFrom(search.call ?? '') ?? null,
  });
  if (!page) return null;
  const { desk: t, states, home } = pick(messages, locale);
  const at = (...rest: (string | number)[]) => to.desk(locale, community, 'skills', ...rest);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Actions>
        <ActionLink href={at('calls', 'new')}>{t.new}</ActionLink>
      </Actions>
      <Section title={t.calls} id="calls">
        {page.calls.length === 0 && <p>{t.callsNone}</p>}
        <ul className="entries">
          {page.calls.map((one) => (
            <li key={one.no}>
              <a className="tap" href={at('calls', one.no)}>
                <Written>{one.title}</Written>
              </a>
              <p className="tone-soft">
                {[
                  formatWeekday(one.day, locale),
                  t.counts(one.helpers, one.people),
                  states[callState(one, page.today)],
                ].join(' · ')}
              </p>
            </li>
          ))}
        </ul>
        <Pager locale={locale} {...(page.nextCall !== null && { next: `${path}?call=${page.nextCall}` })} />
      </Section>
      {page.asks && (
        <Section title={t.skills} id="skills">
          {page.skills.length === 0 && <p>{t.skillsNone}</p>}
          <ul className="entries">
            {page.skills.map((one) => (
              <li key={one.no}>
                <a className="tap" href={at(one.no)}>
                  <Written>{one.what}</Written>
                </a>
                <p className="tone-soft">
                  <Written>
                    {[`${one.no}`, one.name, home(one), one.times, one.whom].filter(Boolean).join(' · ')}
                  </Written>
                </p>
              </li>
            ))}
          </ul>
          <Pager locale={locale} {...(page.next !== null && { next: `${path}?after=${page.next}#skills` })} />
        </Section>
      )}
    </>
  );
});
