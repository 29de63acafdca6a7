import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { messages } from '@/features/desk/messages';
import type { DeskToday, TodayLine } from '@/features/desk/queries';
import { gathered } from '@/features/desk/rules';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, formatUntil, pick } from '@/lib/words';
import { Words } from './said';
import { addressOf, countOf, labelOf, wordsOf } from './words';

interface Props {
  today: DeskToday;
  slug: string;
  locale: Locale;
}

const URGENCIES = ['late', 'today', 'later'] as const;

/** How late something is: past its time, to be done by the end of the day, or neither. */
function urgencyOf({ due }: TodayLine, now: Date): (typeof URGENCIES)[number] {
  if (due === null) return 'later';
  return due <= now ? 'late' : shanghaiDate(due) === shanghaiDate(now) ? 'today' : 'later';
}

/** How many things are late or due today. */
export const urgentIn = ({ lines, now }: DeskToday): number =>
  lines.filter((line) => urgencyOf(line, now) !== 'later').length;

/** What needs whoever reads it: each line leads to the page where it is done, what is late before what is due today. */
export function Today(props: Props) {
  const { today, locale } = props;
  const t = pick(messages, locale).today;
  if (today.lines.length === 0) return <Empty text={t.none[today.idle]} />;
  return URGENCIES.map((urgency) => {
    const lines = today.lines.filter((line) => urgencyOf(line, today.now) === urgency);
    if (lines.length === 0) return null;
    return (
      <Section key={urgency} title={t.urgencies[urgency](lines.length)} id={urgency}>
        <Lines {...props} lines={lines} urgency={urgency} />
      </Section>
    );
  });
}

/** Each line leads to the page where it is done; many of one kind are one, with all of them behind it. */
function Lines({ today, slug, locale, lines, urgency }: Props & { lines: readonly TodayLine[]; urgency: string }) {
  const t = pick(messages, locale).today;
  return (
    <ul className={`entries due-${urgency}`}>
      {gathered(lines).map((of) => {
        const [first] = of;
        return (
          first && (
            <li key={`${first.act}-${first.path.join('/')}`}>
              <Way line={first} slug={slug} locale={locale} />
              <p>
                <Written>{of.length > 1 ? t.gathered(first.title, of.length) : first.title}</Written>
              </p>
              <Note line={first} now={today.now} locale={locale} />
              {of.length > 1 && (
                <details>
                  <summary className="tap">{t.each}</summary>
                  <ol className="ways">
                    {of.map((line) => (
                      <li key={line.path.join('/')}>
                        <a className="tap" href={addressOf(line, { slug, locale })}>
                          <Written>{line.title}</Written>
                        </a>
                        <Note line={line} now={today.now} locale={locale} />
                      </li>
                    ))}
                  </ol>
                </details>
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}

/** What is to be done, to the page where it is. */
function Way({ line, slug, locale }: { line: TodayLine; slug: string; locale: Locale }) {
  return (
    <a className="tap" href={addressOf(line, { slug, locale })}>
      {line.duty ? line.duty.task[locale] : (wordsOf(line.wording, locale)?.task ?? labelOf(line.wording, locale))}
    </a>
  );
}

/** By when, or since when; how many; and whom a running round has not reached. */
function Note({ line, now, locale }: { line: TodayLine; now: Date; locale: Locale }) {
  const t = pick(messages, locale).today;
  const { wording, duty, due, at, count, groups, words } = line;
  const late = due !== null && due <= now;
  const day = (when: Date) => formatDate(when, locale);
  const until = due && (wordsOf(wording, locale)?.due?.(formatUntil(due, locale)) ?? t.due(day(due)));
  const many = duty?.count && count > 1 ? duty.count[locale](count) : countOf(wording, count, locale);
  const when = late ? null : (until ?? (at && t.since(day(at))));
  return (
    <>
      <p className="crumb">
        {late && <strong className="tone-seal">{t.overdue(day(due))} </strong>}
        {[when, many].filter(Boolean).join(' · ')}
      </p>
      {groups.map((one) => (
        <p key={one.name} className="crumb">
          {t.unreached(placeIn(one.name, locale), one.households - one.reached, one.households)}
        </p>
      ))}
      <Words words={words} />
    </>
  );
}
