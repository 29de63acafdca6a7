import { z } from 'zod';
import { spokenProof } from '@/features/opinions/input';
import { proposalInput } from '@/features/proposals/input';
import { hung } from '@/lib/hung';
import { choice, count, day, id, line, list, optionalText, orNothing, text } from '@/lib/input';
import { inBrief, type Shown, shownInput } from '@/lib/shown';
import type { RepairFact } from './facts';
import { MOST_AT_ONCE, unitsIn } from './rules';

export const openInput = proposalInput.extend({ what: hung(text(400)), warranty: count(1, 120) });

const some = list(id).pipe(z.array(z.number()).max(MOST_AT_ONCE, 'too_many'));

/** `cases`: by their numbers, each for the household that complained. `doors`: a line each, `14-1-401 主卧顶漏`. */
export const listInput = proposalInput
  .extend({ cases: some.default([]), doors: optionalText(12_000) })
  .refine(({ cases, doors }) => cases.length > 0 || doors !== '', { path: ['doors'], message: 'required' });

/** `units`: households by their place on the list. */
export const batchInput = proposalInput.extend({
  contractor: line(60),
  from: day,
  to: day,
  units: some.pipe(z.array(z.number()).min(1, 'choose_one')),
});

export const startInput = proposalInput.extend({ shown: shownInput });

export const workInput = proposalInput.extend({
  units: some.pipe(z.array(z.number()).min(1, 'choose_one')),
  day,
  note: optionalText(400),
});

const verdict = {
  unit: id,
  outcome: choice(['confirmed', 'refused']),
  note: optionalText(400),
  /** By when it is put right, where it is not good. */
  repairOn: orNothing(day),
};
export const judgeInput = z.object({ ...verdict, shown: shownInput });
export const recordInput = z.object({ ...verdict, ...spokenProof, shown: shownInput });
export const dropInput = z.object({ unit: id, reason: text(200) });
export const againInput = z.object({ unit: id, note: text(400) });

/** What was done in a home, as it is shown to whoever says whether it is good. */
export const unitShown = ({ repaired }: { repaired: string | null }): Shown => ({ repaired });

type Listed = Pick<RepairFact, 'what' | 'warranty' | 'counts' | 'loose' | 'batches' | 'homes'>;

/** The list, who works on it and on which days, as it is shown to whoever has the work begun. */
export const listShown = (repair: Listed | null): Shown => ({
  what: repair?.what ?? null,
  warranty: repair && String(repair.warranty),
  units: repair && String(unitsIn(repair.counts)),
  homes: repair?.homes.slice(0, 16) ?? null,
  batches:
    repair &&
    inBrief(repair.batches.map((one) => `${one.no} ${one.contractor} ${one.from}–${one.to} ${one.homes}`).join('; ')),
  loose: repair && String(repair.loose),
});
