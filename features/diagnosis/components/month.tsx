import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { DiagnosisMonth } from '../queries/month';
import { answerOn, daysLate, lastDayOver } from '../rules';
import { Figures } from './figures';

type Row = Record<keyof (typeof messages)['zh']['month']['columns'], string>;

const COLUMNS = ['no', 'title', 'cause', 'owner', 'dueOn', 'state', 'words', 'loosener', 'raised'] as const;

const isStuck = ({ stood }: DiagnosisMonth['cracks'][number]) => stood?.state === 'stuck';

/** What came after its day says so. */
function lateSaid(dueOn: string, at: string, locale: Locale): string[] {
  const days = daysLate(dueOn, at);
  return days > 0 ? [pick(messages, locale).board.lateBy(days)] : [];
}

export const stuckFirst = (cracks: DiagnosisMonth['cracks']) =>
  [...cracks].sort((a, b) => Number(isStuck(b)) - Number(isStuck(a)));

/** A row for each matter as it stood at the end of the month, what was stuck first. */
function monthRows({ cracks }: DiagnosisMonth, locale: Locale): Row[] {
  const t = pick(messages, locale);
  return stuckFirst(cracks).map(({ no, title, cause, owner, dueOn, stood, raises }) => ({
    no: String(no),
    title,
    cause: t.causes[cause],
    owner: t.owners[owner],
    dueOn: formatDate(dueOn, locale),
    state: stood
      ? [t.states[stood.state], ...(stood.state === 'done' ? lateSaid(dueOn, stood.at, locale) : [])].join(' · ')
      : t.promised,
    words: stood?.words ?? '—',
    loosener: stood?.loosener || '—',
    raised:
      raises
        .map(({ level, dueOn: due, asks, answer, answeredAt }) =>
          answer !== null && answeredAt !== null
            ? [
                t.board.answered(t.levels[level], formatDate(answeredAt, locale), answer),
                ...lateSaid(due, answeredAt, locale),
              ].join(' · ')
            : t.board.raised(t.levels[level], formatDate(due, locale), asks),
        )
        .join(' ') || '—',
  }));
}

const monthColumns = (locale: Locale) =>
  COLUMNS.map((key) => ({ key, label: pick(messages, locale).month.columns[key] }));

/** What was stuck at the end of the month, who could loosen it, and who was asked and has not answered. */
function Stuck({ month: { cracks, end, now }, locale }: { month: DiagnosisMonth; locale: Locale }) {
  const t = pick(messages, locale);
  const waits = (one: DiagnosisMonth['cracks'][number]) => one.raises.filter(({ answer }) => answer === null);
  const held = cracks.filter((one) => isStuck(one) || waits(one).length > 0);
  if (held.length === 0) return null;
  return (
    <Section title={t.month.held} id="held">
      <ul className="entries">
        {held.map((one) => (
          <li key={one.no}>
            <b>{one.title}</b>
            {isStuck(one) && one.stood && (
              <p>
                <Written>{t.month.heldBy(one.stood.words, one.stood.loosener)}</Written>
              </p>
            )}
            {waits(one).map((raise) => (
              <p key={raise.at}>
                {t.board.raised(t.levels[raise.level], formatDate(raise.dueOn, locale), raise.asks)}{' '}
                <b>{t.month.answers[answerOn(raise, lastDayOver(end, now))]}</b>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One page of a month, made of what is there: what holds it up, each matter, figures beside the baseline. */
export function Month({ month, locale }: { month: DiagnosisMonth; locale: Locale }) {
  const t = pick(messages, locale).month;
  const rows = monthRows(month, locale);
  return (
    <>
      <p>{month.presence ? t.presence(month.presence.days, month.presence.doors) : t.noPresence}</p>
      <Stuck month={month} locale={locale} />
      <Section title={t.figures} id="figures">
        <Figures month={month} locale={locale} />
      </Section>
      <Section title={t.table} id="matters">
        {rows.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <DataTable
            caption={t.table}
            headed
            columns={monthColumns(locale)}
            rows={rows.map((cells) => ({ key: cells.no, cells }))}
          />
        )}
      </Section>
    </>
  );
}
