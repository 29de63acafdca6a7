import {
  REPORT_COLUMNS,
  type ReportColumn,
  type SheetName,
  TURN_COLUMNS,
  type TurnColumn,
  VISIT_COLUMNS,
  type VisitColumn,
} from '@/db/words/reports';
import { type Counts, pooled, RATE_NAMES, type RateName, type Rates } from '@/features/figures/rules';
import type { Orders } from '@/features/figures/rules/orders';
import { ok, type Result, refuse } from '@/lib/result';

export {
  REPORT_COLUMNS,
  type ReportColumn,
  SHEETS,
  type SheetName,
  type TurnColumn,
  type VisitColumn,
} from '@/db/words/reports';
export type { Orders };

export interface ColumnsOf {
  report: ReportColumn;
  visits: VisitColumn;
  turns: TurnColumn;
}

/** The columns each sheet can have, in the order in which it usually has them. */
export const COLUMNS: { readonly [S in SheetName]: readonly ColumnsOf[S][] } = {
  report: REPORT_COLUMNS,
  visits: VISIT_COLUMNS,
  turns: TURN_COLUMNS,
};
/** Without this one a sheet says of its rows not what they are. */
const NEEDED: { readonly [S in SheetName]: ColumnsOf[S] } = { report: 'unit', visits: 'day', turns: 'day' };

/** A unit as it was ranked. */
export interface Line {
  name: string;
  volume: number;
  closed: number;
  counts: Counts;
  rates: Rates;
}

/** Null: there is nothing to assess, or the row has no such number. */
type Cell = string | number | null;
export interface Row {
  kind: 'unit' | 'pooled' | 'mean';
  cells: Record<ReportColumn, Cell>;
}

/** Two decimals, or one for the composite, as they are printed. */
const figure = (text: string | null): number | null => (text === null ? null : Number(text));

const ratesIn = (rates: Rates) => ({
  response: figure(rates.response?.pct ?? null),
  resolution: figure(rates.resolution?.pct ?? null),
  satisfaction: figure(rates.satisfaction?.pct ?? null),
  composite: figure(rates.composite),
});

const countsIn = (counts: Counts) => ({
  effective: counts.effective + counts.responseOnly,
  contacted: counts.contacted + counts.responseOnlyContacted,
  resolved: counts.resolved,
  satisfied: counts.satisfied,
  fairlySatisfied: counts.fairlySatisfied,
});

/** A line for each unit, one in which all callbacks are in one pot, and one of the mean of units: it has no counts. */
export function reportRows(
  lines: readonly Line[],
  together: { pooled: Rates; mean: Record<RateName | 'composite', string | null> },
): Row[] {
  const units = lines.map(
    (line, at): Row => ({
      kind: 'unit',
      cells: {
        number: at + 1,
        unit: line.name,
        volume: line.volume,
        closed: line.closed,
        ...countsIn(line.counts),
        ...ratesIn(line.rates),
      },
    }),
  );
  const sum = (of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0);
  const none = { volume: null, closed: null, effective: null, contacted: null, resolved: null };
  const mean = Object.fromEntries(
    [...RATE_NAMES, 'composite' as const].map((name) => [name, figure(together.mean[name])]),
  );
  return [
    ...units,
    {
      kind: 'pooled',
      cells: {
        number: null,
        unit: null,
        volume: sum(({ volume }) => volume),
        closed: sum(({ closed }) => closed),
        ...countsIn(pooled(lines.map(({ counts }) => counts))),
        ...ratesIn(together.pooled),
      },
    },
    {
      kind: 'mean',
      cells: {
        number: null,
        unit: null,
        satisfied: null,
        fairlySatisfied: null,
        ...none,
        ...(mean as Record<RateName | 'composite', number | null>),
      },
    },
  ];
}

/** Each column once, all of them of that sheet, and among them what its rows are. */
export function checkColumns(
  sheet: SheetName,
  columns: readonly string[],
): Result<undefined, 'column_twice' | 'no_unit' | 'no_day' | 'not_of_sheet'> {
  if (columns.some((one) => !isOf(sheet, one))) return refuse('not_of_sheet');
  if (new Set(columns).size < columns.length) return refuse('column_twice');
  if (columns.includes(NEEDED[sheet])) return ok();
  return refuse(sheet === 'report' ? 'no_unit' : 'no_day');
}

const isOf = <S extends SheetName>(sheet: S, column: string): column is ColumnsOf[S] =>
  (COLUMNS[sheet] as readonly string[]).includes(column);

/** Those that are kept, as far as there still are such; the usual ones where none are. */
export function columnsOf<S extends SheetName>(sheet: S, kept: readonly string[] | null): ColumnsOf[S][] {
  const known = (kept ?? []).filter((one) => isOf(sheet, one));
  const usual: readonly ColumnsOf[S][] = COLUMNS[sheet];
  return known.length > 0 ? known : [...usual];
}
