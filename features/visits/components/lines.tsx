import { Written } from '@/components/data/written';
import { StateBadge } from '@/components/page/title';
import { messages } from '@/features/visits/messages';
import type { Planned, Task } from '@/features/visits/queries/door';
import type { Visited } from '@/features/visits/queries/home';
import type { Stepped } from '@/features/visits/queries/need';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatMoment, pick } from '@/lib/words';

interface Where {
  community: string;
  locale: Locale;
}

/** Homes somebody is to go to, by which day and why. */
export function PlannedList({
  planned,
  today,
  community,
  locale,
}: Where & { planned: readonly Planned[]; today: string }) {
  const t = pick(messages, locale);
  return (
    <ul className="entries">
      {planned.map((one) => (
        <li key={one.household}>
          <a className="tap" href={to.door(locale, community, 'visits', 'homes', one.household)}>
            {t.home(one)}
          </a>
          <p className={one.day < today ? 'tone-seal' : 'tone-soft'}>
            {[
              t.one.planned(formatDate(one.day, locale), one.visitor),
              t.purposes[one.purpose],
              t.reasons[one.reason],
            ].join(' · ')}
          </p>
          {one.gone && <p className="tone-seal">{t.one.gone}</p>}
        </li>
      ))}
    </ul>
  );
}

/** What is needed, whose task it is and by when. */
export function Tasks({ tasks, today, community, locale }: Where & { tasks: readonly Task[]; today: string }) {
  const t = pick(messages, locale);
  return (
    <ul className="entries">
      {tasks.map((one) => (
        <li key={one.id}>
          <a className="tap" href={to.door(locale, community, 'needs', one.id)}>
            <Written>{one.wording || t.need.title}</Written>
          </a>
          <p className="tone-soft">
            {[
              t.home(one),
              one.owner && one.due ? t.need.owner(one.owner, formatDate(one.due, locale)) : t.need.nobody,
              t.states[one.state],
            ].join(' · ')}
          </p>
          {one.due !== null && one.due < today && one.state === 'open' && (
            <p>
              <StateBadge tone="seal">{t.desk.overdue}</StateBadge>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Visits as they were written down, the newest first. */
export function VisitedList({
  visits,
  own = false,
  locale,
}: {
  visits: readonly (Visited & { others?: boolean })[];
  /** Read by those who were visited. */
  own?: boolean;
  locale: Locale;
}) {
  const t = pick(messages, locale);
  return (
    <ul className="entries">
      {visits.map((one) => (
        <li key={one.id}>
          <h3>{`${formatMoment(one.on, locale)} · ${t.purposes[one.purpose]}`}</h3>
          <p className="tone-soft">
            {[t.outcomes[one.outcome], one.outcome === 'met' && t.places[one.place], one.by]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {one.others && <p className="tone-soft">{t.me.others}</p>}
          {(['met', 'along', 'said', 'done', 'follows'] as const).map(
            (part) =>
              one[part] && (
                <p key={part}>
                  {`${own && part === 'said' ? t.me.said : t.one[part]}: `}
                  <Written>{one[part]}</Written>
                </p>
              ),
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was done about a need and said of it, and where it went. */
export function Steps({ steps, community, locale }: Where & { steps: readonly Stepped[] }) {
  const t = pick(messages, locale);
  const place = {
    case: to.caseAddress,
    proposal: to.proposal,
    demand: (in_: Locale, slug: string) => to.council(in_, slug, 'lists', 'demands'),
    service: (in_: Locale, slug: string, no: number) => to.act(in_, slug, 'occasions', no),
    project: (in_: Locale, slug: string, no: number) => to.council(in_, slug, 'projects', no),
  } as const;
  return (
    <ul className="ways">
      {steps.map((one) => (
        <li key={one.id}>
          {`${formatMoment(one.at, locale)} · ${t.steps[one.step]}`}
          {one.by && ` · ${one.by}`}
          {one.words && (
            <>
              {': '}
              <Written>{one.words}</Written>
            </>
          )}
          {one.into !== null && one.no !== null && (
            <>
              {' '}
              <a
                className="tap"
                href={place[one.into](locale, community, one.no)}
              >{`${t.turns[one.into]} ${one.no}`}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
