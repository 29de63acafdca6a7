import { Empty } from '@/components/page/notice';
import { messages } from '@/features/desk/messages';
import type { DeskToday, TodayLine } from '@/features/desk/queries';
import type { Locale } from '@/lib/edition';
import { formatDate, formatMoment, pick } from '@/lib/words';
import { addressOf, countOf } from './words';

interface Props {
  today: DeskToday;
  slug: string;
  locale: Locale;
}

/** What needs whoever reads it, each a link to the page where it is done; what is most urgent first. */
export function Today({ today, slug, locale }: Props) {
  const t = pick(messages, locale);
  if (today.lines.length === 0) return <Empty text={t.today.none} />;
  const tasks = [...new Set(today.lines.map((line) => line.act))];
  return (
    <div className="today">
      {tasks.map((act) => (
        <section key={act} id={act}>
          <h2>{t.tasks[act]}</h2>
          <ul className="entries">
            {today.lines
              .filter((line) => line.act === act)
              .map((line) => (
                <li key={line.path.join('/')}>
                  <a className="tap" href={addressOf(line, { slug, locale })}>
                    {line.title}
                  </a>
                  <Note line={line} now={today.now} locale={locale} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Note({ line, now, locale }: { line: TodayLine; now: Date; locale: Locale }) {
  const t = pick(messages, locale);
  const { act, due, at, count, groups } = line;
  const number = countOf(act, count, locale);
  const when = due
    ? act === 'round'
      ? t.today.round(formatMoment(due, locale))
      : due > now
        ? t.today.due(formatDate(due, locale))
        : null
    : at && t.today.since(formatDate(at, locale));
  return (
    <>
      <p>
        {due && !when && <strong className="tone-seal">{t.today.overdue(formatDate(due, locale))}</strong>}
        {[when, number].filter(Boolean).join(' · ')}
      </p>
      {groups.map((one) => (
        <p key={one.name} className="crumb">
          {t.today.unreached(one.name, one.households - one.reached, one.households)}
        </p>
      ))}
    </>
  );
}
