import { UNIT_STATES, type UnitState } from '@/db/words/repairs';
import type { Kind } from '@/features/proposals/rules';
import { addDays, type Day } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';
import { inOneLine } from '@/lib/text';

export { UNIT_STATES, type UnitState };

/** What is done household by household: everybody on the list has it done, and nobody bears it. */
export const REPAIR_KINDS: readonly Kind[] = ['repair_fund', 'other'];

/** So many come onto a list at once, and a list holds at most. */
export const MOST_AT_ONCE = 200;
export const MOST_UNITS = 2000;

/** From which states a step leads where. A refusal is repaired anew; what leaks again, or was off the list, is looked at anew. */
const STEPS: Readonly<Record<UnitState, readonly UnitState[]>> = {
  reported: ['confirmed', 'dropped'],
  looked: ['reported'],
  repaired: ['looked', 'refused'],
  confirmed: ['repaired'],
  refused: ['repaired'],
  dropped: ['reported', 'looked', 'refused'],
};

/**
 * Whether a household may say now whether it is good: it is repaired; or somebody wrote down for it how it is, `recorded`, and its own
 * word goes before that.
 */
export const mayBeJudged = ({ state, recorded }: { state: UnitState; recorded: boolean }): boolean =>
  leadsTo(state, 'confirmed') || (recorded && (state === 'confirmed' || state === 'refused'));

export const leadsTo = (from: UnitState, to: UnitState): boolean => STEPS[to].includes(from);

/** The same day so many months later, or the last of that month. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10);
  const last = addDays(next, -1);
  const wanted = `${first.slice(0, 8)}${String(date).padStart(2, '0')}`;
  return wanted > last ? last : wanted;
}

/** The last day of the warranty of what was confirmed then. */
export const warrantyTo = (confirmedOn: Day, months: number): Day => monthsLater(confirmedOn, months);

export const underWarranty = (unit: { state: UnitState; warrantyTo: Day | null }, today: Day): boolean =>
  unit.state === 'confirmed' && unit.warrantyTo !== null && today <= unit.warrantyTo;

/** Whoever says it is not good says what, and by when it is put right is written down with it. */
export function checkVerdict(
  said: { outcome: 'confirmed' | 'refused'; note: string; repairOn?: Day | undefined },
  today: Day,
): Result<undefined, 'invalid'> {
  if (said.outcome === 'confirmed') return ok();
  if (said.note === '') return refuse('invalid', undefined, { note: 'required' });
  if (said.repairOn === undefined) return refuse('invalid', undefined, { repairOn: 'day_missing' });
  return said.repairOn < today ? refuse('invalid', undefined, { repairOn: 'not_past' }) : ok();
}

export type Counts = Record<UnitState, number>;

/** How many homes are on the list. */
export const unitsIn = (counts: Counts): number =>
  UNIT_STATES.reduce((sum, state) => sum + (state === 'dropped' ? 0 : counts[state]), 0);

/** With the word of the one that was at `from`, every household has said that it is good. */
export const allGood = (counts: Counts, from: UnitState): boolean =>
  counts.confirmed + (from === 'confirmed' ? 0 : 1) === unitsIn(counts);

/** Nobody is still to be asked: each has said that it is good, or why not and by when it is put right. */
export const allAsked = (counts: Counts): boolean => counts.confirmed + counts.refused === unitsIn(counts);

/** Strokes of every length, as keyboards and papers have them. */
const STROKE = '\\s*[-‐-―−]\\s*';
const LINE = new RegExp(
  `^(\\S+?)(?:(?:号楼|栋|幢|楼)?${STROKE}|\\s?(?:号楼|栋|幢)\\s?)(\\d{1,3})(?:(?:单元)?${STROKE}|\\s?单元\\s?)([0-9A-Za-z]+)(?:室|户|号)?[\\s,、:]+(\\S.*?)$`,
  'u',
);

/** A line of a sheet, `14-1-401 主卧顶漏` or `14号楼1单元401室：主卧顶漏`: a door, then what is wrong there. */
export function readLine(line: string): { building: string; entrance: number; door: string; what: string } | null {
  const found = LINE.exec(inOneLine(line.normalize('NFKC').replace(/\p{Cf}/gu, '')));
  if (!found) return null;
  const [, building = '', entrance = '', door = '', what = ''] = found;
  return { building, entrance: Number(entrance), door, what };
}
