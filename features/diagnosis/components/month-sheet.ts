import { FEW_CALLBACKS, wilson } from '@/features/cohorts/rules/interval';
import { profileSaid } from '@/features/figures/components/profiles';
import { changeOf, points, RATES, readBy } from '@/features/figures/rules/cohort';
import { type Day, shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { percent } from '@/lib/quantity';
import type { Written, WrittenSheet } from '@/lib/sheet/write';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { DiagnosisMonth, Period } from '../queries/month';
import { answerOn, daysLate, lastDayOver, lateBy } from '../rules';
import { baselineSaid } from './figures';
import { stuckFirst } from './month';

type Kind = WrittenSheet['columns'][number]['kind'];
type Cell = keyof (typeof messages)['zh']['month']['cells'];
type Columns = Partial<Record<Cell, Kind>>;

/** What has to be read, not counted, is wide. */
const WIDE: readonly Cell[] = ['title', 'words', 'sign', 'asks', 'answer', 'how'];

/** A cell is a moment of that day's first minute, as a spreadsheet keeps days. */
const dayCell = (day: Day | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
const momentDay = (at: string | null): Date | null => (at === null ? null : dayCell(shanghaiDate(new Date(at))));
const numberCell = (said: string | null): number | null => (said === null ? null : Number(said));

function sheetOf(
  name: string,
  columns: Columns,
  { rows, locale }: { rows: readonly (readonly Written[])[]; locale: Locale },
): WrittenSheet {
  const t = pick(messages, locale).month.cells;
  const named = Object.entries(columns) as [Cell, Kind][];
  return {
    name,
    columns: named.map(([key, kind]) => ({ title: t[key], kind, width: WIDE.includes(key) ? 48 : 16 })),
    rows,
  };
}

const MATTERS: Columns = {
  no: 'number',
  title: 'text',
  cause: 'text',
  owner: 'text',
  promisedOn: 'date',
  dueOn: 'date',
  state: 'text',
  saidOn: 'date',
  late: 'number',
  words: 'text',
  loosener: 'text',
  sign: 'text',
};

function mattersSheet({ cracks, end, now }: DiagnosisMonth, locale: Locale): WrittenSheet {
  const t = pick(messages, locale);
  const rows = stuckFirst(cracks).map((one): Written[] => {
    const { no, title, cause, owner, at, dueOn, stood, sign } = one;
    return [
      ...[no, title, t.causes[cause], t.owners[owner], momentDay(at), dayCell(dueOn)],
      ...[stood ? t.states[stood.state] : t.promised, momentDay(stood?.at ?? null), lateBy(one, lastDayOver(end, now))],
      ...[stood?.words ?? null, stood?.loosener || null, sign],
    ];
  });
  return sheetOf(t.month.sheets.matters, MATTERS, { rows, locale });
}

const RAISED: Columns = {
  no: 'number',
  title: 'text',
  level: 'text',
  asks: 'text',
  raisedOn: 'date',
  answerDue: 'date',
  answered: 'text',
  answeredOn: 'date',
  answerLate: 'number',
  answer: 'text',
};

function raisedSheet({ cracks, end, now }: DiagnosisMonth, locale: Locale): WrittenSheet {
  const t = pick(messages, locale);
  const over = lastDayOver(end, now);
  const rows = cracks.flatMap(({ no, title, raises }) =>
    raises.map((raise): Written[] => {
      const { level, asks, at, dueOn, answer, answeredAt } = raise;
      const late = answeredAt === null ? lateBy({ dueOn, stood: null }, over) : daysLate(dueOn, answeredAt);
      return [
        ...[no, title, t.levels[level], asks, momentDay(at), dayCell(dueOn)],
        ...[t.month.answers[answerOn(raise, over)], momentDay(answeredAt), late, answer],
      ];
    }),
  );
  return sheetOf(t.month.sheets.raised, RAISED, { rows, locale });
}

const FIGURES: Columns = {
  which: 'text',
  from: 'date',
  to: 'date',
  effective: 'number',
  resolved: 'number',
  satisfied: 'number',
  fairly: 'number',
  resolution: 'rate',
  resolutionChange: 'rate',
  resolutionLow: 'rate',
  resolutionHigh: 'rate',
  satisfaction: 'rate',
  satisfactionChange: 'rate',
  satisfactionLow: 'rate',
  satisfactionHigh: 'rate',
};

function figuresSheet({ baseline, later, beside, profile }: DiagnosisMonth, locale: Locale): WrittenSheet {
  const t = pick(messages, locale).month;
  const row = (which: string, { from, to, counts }: Period, before: Period | null): Written[] => [
    ...[which, dayCell(from), dayCell(to)],
    ...[counts.effective, counts.resolved, counts.satisfied, counts.fairlySatisfied],
    ...RATES.flatMap((name) => {
      const rate = readBy(profile)[name](counts);
      const between = rate && counts.effective < FEW_CALLBACKS ? wilson(rate.n, BigInt(counts.effective)) : null;
      const change = before && points(changeOf({ before: before.counts, after: counts }, name, profile));
      const cells = [rate && percent(rate.n, rate.d), change, between?.low ?? null, between?.high ?? null];
      return cells.map(numberCell);
    }),
  ];
  const rows = [
    ...(baseline ? [row(t.baseline, baseline, null)] : []),
    ...beside.map((one) => row(later ? t.earlier : t.later, one, baseline)),
  ];
  return sheetOf(t.sheets.figures, FIGURES, { rows, locale });
}

/** What each sheet counts, and how: whoever adds it up elsewhere needs to ask nobody. */
function countedSheet(month: DiagnosisMonth, locale: Locale): WrittenSheet {
  const { counted: t, sheets } = pick(messages, locale).month;
  const name = locale === 'zh' ? month.nameZh : month.nameEn;
  const rows = [
    t.about(name, month.month, formatDate(month.now, locale)),
    ...[t.matters, t.late, t.raised, t.figures],
    t.profile(profileSaid(month.profile, locale)),
    t.baseline(baselineSaid(month, locale)),
    ...[t.change, t.presence],
  ];
  return sheetOf(sheets.counted, { what: 'text', how: 'text' }, { rows, locale });
}

/** A month as a book to go on counting with: numbers as numbers, days as days, and how each of them was counted. */
export function monthSheets(month: DiagnosisMonth, locale: Locale): WrittenSheet[] {
  const { sheets } = pick(messages, locale).month;
  const { presence } = month;
  const there = presence ? [[presence.month, presence.days, presence.doors]] : [];
  const columns: Columns = { month: 'text', days: 'number', doors: 'number' };
  return [
    mattersSheet(month, locale),
    raisedSheet(month, locale),
    figuresSheet(month, locale),
    sheetOf(sheets.presence, columns, { rows: there, locale }),
    countedSheet(month, locale),
  ];
}
