import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { PlannedList, Tasks } from '@/features/visits/components/lines';
import { messages } from '@/features/visits/messages';
import { doorVisits } from '@/features/visits/queries/door';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

/** Whom I am to visit, whom it is worth visiting, what is my task, and every home by its entrance. */
export default actPage([], async ({ locale, community, call }) => {
  const page = await doorVisits(call, {});
  if (!page) return null;
  const t = pick(messages, locale);
  const here = { community, locale, today: page.today };
  return (
    <>
      <PageTitle title={t.list.title} lead={t.list.lead} />
      <Section title={t.list.planned} id="planned">
        {page.planned.length === 0 && <p>{t.list.plannedNone}</p>}
        <PlannedList planned={page.planned} {...here} />
        {page.planned.length > 0 && (
          <Actions>
            <ActionLink ghost href={to.door(locale, community, 'visits', 'sheet')}>
              {t.list.sheet}
            </ActionLink>
          </Actions>
        )}
      </Section>
      {page.tasks.length > 0 && (
        <Section title={t.list.tasks} id="tasks">
          <Tasks tasks={page.tasks} {...here} />
        </Section>
      )}
      <Section title={t.list.suggested} id="suggested">
        {page.suggested.length === 0 && <p>{t.list.suggestedNone}</p>}
        <ul className="entries">
          {page.suggested.map((one) => (
            <li key={one.household}>
              <a className="tap" href={to.door(locale, community, 'visits', 'homes', one.household)}>
                {t.home(one)}
              </a>
              <p className="tone-soft">
                {[
                  ...one.reasons.map((reason) => t.reasons[reason]),
                  one.met ? t.list.lastMet(formatDate(one.met, locale)) : t.list.neverMet,
                ].join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.list.entrances} id="entrances">
        <ul className="ways">
          {page.entrances.map((one) => (
            <li key={one.id}>
              <a className="tap" href={to.door(locale, community, 'visits', 'entrances', one.id)}>
                {t.entrance(one.building, one.entrance)}
              </a>{' '}
              <span className="tone-soft">{t.list.doors(one.homes)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
});
