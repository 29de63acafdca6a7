import { z } from 'zod';
import { hung } from '@/lib/hung';
import { count, id, line, nth, numbers, optionalText, orNothing, text, version, yuan } from '@/lib/input';
import { isSeen } from '@/lib/text';

/** A hundred million yuan: beyond that a figure was mistyped. */
const MOST_COST = 10_000_000_000;

const money = yuan.refine((fen) => fen <= MOST_COST, 'number');

export const conditionInput = z.object({
  text: hung(line(60)),
  /** Yuan; what costs nothing says 0. */
  cost: money,
  /** By their numbers in the proposal. */
  objections: numbers,
});

export const clashInput = z.object({ nos: numbers, why: hung(text(200)) });

type Row = Record<string, unknown>;

const seen = (value: unknown) => typeof value === 'string' && isSeen(value);

const rowsOf = (row: Row, first: string, second: string) =>
  Object.keys(row)
    .flatMap((name) => new RegExp(`^${first}_(\\d{1,2})$`).exec(name)?.[1] ?? [])
    .filter((n) => seen(row[`${first}_${n}`]) || seen(row[`${second}_${n}`]))
    .map(Number)
    .sort((a, b) => a - b);

const conditionRows = (row: Row) => rowsOf(row, 'text', 'cost');
const clashRows = (row: Row) => rowsOf(row, 'nos', 'why');

/** A form's rows `text_1`, `cost_1`, `objections_1` … and `nos_1`, `why_1` …; one whose words were taken out is left out. */
function listFromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'conditions' in raw) return raw;
  const row = raw as Row;
  const of = (name: string, n: number) => row[`${name}_${n}`] ?? '';
  return {
    ...row,
    conditions: conditionRows(row).map((n) => ({
      no: n,
      text: of('text', n),
      cost: of('cost', n),
      objections: of('objections', n),
    })),
    clashes: clashRows(row).map((n) => ({ position: n, nos: of('nos', n), why: of('why', n) })),
  };
}

/** `conditions.0.text` → `text_1`, as the row that was first is called in the form. */
export function fieldOfList(name: string, row: Row): string {
  const [list, at, field] = name.split('.');
  const n = list === 'conditions' ? nth(conditionRows(row), at) : nth(clashRows(row), at);
  return n !== undefined && field !== undefined ? `${field}_${n}` : name;
}

/** `rowVersion`: of the list the writer saw; 0 where there was none. */
export const markInput = z.preprocess(
  listFromRows,
  z.object({
    proposal: id,
    rowVersion: version,
    /** Yuan: what all of it may cost together; blank: nobody has said. */
    budget: orNothing(money),
    conditions: z.array(conditionInput.extend({ no: count(1, 99) })).max(99),
    clashes: z
      .array(clashInput.extend({ position: count(1, 99) }))
      .max(99)
      .default([]),
    /** Of another total while a round is under way. */
    reason: hung(optionalText(500)),
  }),
);
