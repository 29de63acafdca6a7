import { Written } from '@/components/data/written';
import { StateBadge } from '@/components/page/title';
import { messages as diagnosis } from '@/features/diagnosis/messages';
import type { Home } from '@/features/front/queries/home';
import { messages } from '@/features/story/messages';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface Props {
  home: Home;
  locale: Locale;
  slug: string;
}

/** What is being built, as a track of its milestones. */
export function HomeWorks({ home, locale, slug }: Props) {
  const t = pick(messages, locale);
  return home.built.map((one) => {
    const next = one.milestones.findIndex(({ actualOn }) => actualOn === null);
    return (
      <div key={one.no} className="front-work">
        <h3>
          <a href={to.works(locale, slug, one.works)}>
            <Written>{one.title}</Written>
          </a>
        </h3>
        <ol className="track">
          {one.milestones.map(({ name, plannedOn, actualOn, unit, target, actual }, at) => (
            <li key={name} className={actualOn ? 'track-done' : at === next ? 'track-next' : undefined}>
              <b>
                <Written>{name}</Written>
              </b>
              <small>
                {actualOn
                  ? t.front.doneOn(formatDate(actualOn, locale))
                  : t.front.plannedOn(formatDate(plannedOn, locale))}
              </small>
              {target !== null && <small>{t.works.amount(actual, target, unit)}</small>}
            </li>
          ))}
        </ol>
      </div>
    );
  });
}

/** What the offices promised and is not over: by when, by whom, how it stands. */
export function HomePromises({ home, locale, slug }: Props) {
  const t = pick(diagnosis, locale);
  const today = shanghaiDate(home.now);
  return (
    <>
      <ul className="entries">
        {home.promises.map((one) => (
          <li key={one.no}>
            <Written>{one.title}</Written>
            <p>
              <StateBadge tone={one.state === 'stuck' || one.dueOn < today ? 'seal' : 'soft'}>
                {one.dueOn < today ? t.board.late : one.state ? t.states[one.state] : t.promised}
              </StateBadge>{' '}
              <span className="tone-soft">{`${t.owners[one.owner]} · ${formatDate(one.dueOn, locale)}`}</span>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a className="tap" href={to.diagnosis(locale, slug)}>
          {pick(messages, locale).front.allPromises}
        </a>
      </p>
    </>
  );
}
