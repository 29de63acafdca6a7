import type { ReactNode } from 'react';
import { Written } from '@/components/data/written';
import { StateBadge } from '@/components/page/title';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Course, Crack } from '../queries/read';
import { daysLate, isLate } from '../rules';

const TONES = { under_way: 'soft', stuck: 'seal', done: 'jade', dropped: 'soft' } as const;

const standing = ({ reports }: Pick<Crack, 'reports'>) => reports.at(-1) ?? null;

/** What is stuck or late stands first, what is over last. */
function inOrder(cracks: readonly Crack[], now: Date): Crack[] {
  const rank = (one: Crack) => {
    const state = standing(one)?.state ?? null;
    if (state === 'done') return 3;
    if (state === 'dropped') return 4;
    return state === 'stuck' ? 0 : isLate({ state, dueOn: one.dueOn }, now) ? 1 : 2;
  };
  return [...cracks].sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : 1));
}

interface OneProps {
  one: Crack;
  now: Date;
  locale: Locale;
}

/** What came after its day, though it came. */
const TooLate = ({ days, locale }: { days: number; locale: Locale }) =>
  days > 0 && <StateBadge tone="ochre">{pick(messages, locale).board.lateBy(days)}</StateBadge>;

/** A promise: who, by when, how one will know, how far, and what those above say to it. */
export function CrackFacts({ one, now, locale }: OneProps) {
  const t = pick(messages, locale);
  const last = standing(one);
  const late = isLate({ state: last?.state ?? null, dueOn: one.dueOn }, now);
  return (
    <>
      <p>
        <StateBadge tone={last ? TONES[last.state] : 'soft'}>{last ? t.states[last.state] : t.promised}</StateBadge>{' '}
        {late && <StateBadge tone="seal">{t.board.late}</StateBadge>}
        {last?.state === 'done' && <TooLate days={daysLate(one.dueOn, last.at)} locale={locale} />}
      </p>
      <p className="crumb">{t.board.line(t.causes[one.cause], t.owners[one.owner], formatDate(one.dueOn, locale))}</p>
      <p>
        <Written>{t.board.sign(one.sign)}</Written>
      </p>
      {last && (
        <p>
          <Written>{t.board.last(formatDate(last.at, locale), last.words)}</Written>
        </p>
      )}
      {last && last.loosener !== '' && <p>{t.board.loosener(last.loosener)}</p>}
      {one.raises.map((raise) => {
        const level = t.levels[raise.level];
        const overdue = raise.dueOn < shanghaiDate(now);
        return (
          <div key={raise.at}>
            <p>
              <Written>{t.board.raised(level, formatDate(raise.dueOn, locale), raise.asks)}</Written>
            </p>
            {raise.answer === null || raise.answeredAt === null ? (
              <StateBadge tone={overdue ? 'seal' : 'ochre'}>{overdue ? t.board.overdue : t.board.waits}</StateBadge>
            ) : (
              <p>
                <Written>{t.board.answered(level, formatDate(raise.answeredAt, locale), raise.answer)}</Written>{' '}
                <TooLate days={daysLate(raise.dueOn, raise.answeredAt)} locale={locale} />
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}

interface Props {
  cracks: readonly Crack[];
  now: Date;
  locale: Locale;
  /** The title, perhaps as a way to it. */
  name: (one: Crack) => ReactNode;
}

export function CrackList({ cracks, now, locale, name }: Props) {
  return (
    <ol className="entries">
      {inOrder(cracks, now).map((one) => (
        <li key={one.no}>
          <h3>{name(one)}</h3>
          <CrackFacts one={one} now={now} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

/** What is promised and under way, then the newest of what is over, with the way to the older ones. */
export function Promised({ course, slug, ...shown }: Omit<Props, 'cracks'> & { course: Course; slug: string }) {
  const t = pick(messages, shown.locale).board;
  const { open, over, next, done } = course;
  if (open.length + over.length === 0) return <p>{t.noCracks}</p>;
  const late = open.filter((one) =>
    isLate({ state: standing(one)?.state ?? null, dueOn: one.dueOn }, shown.now),
  ).length;
  return (
    <>
      <p>{t.count(open.length, late, done)}</p>
      <CrackList cracks={open} {...shown} />
      {over.length > 0 && <h3>{t.ended}</h3>}
      <CrackList cracks={over} {...shown} />
      {next !== null && (
        <p>
          <a className="tap" rel="next" href={to.mattersAfter(shown.locale, slug, next)}>
            {t.older}
          </a>
        </p>
      )}
    </>
  );
}
