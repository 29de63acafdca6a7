import { z } from 'zod';
import { choice, day, id, optionalText, orNothing, text } from '@/lib/input';
import { parseMoney } from '@/lib/quantity';

/** Yuan as one types it, to fen. */
const yuan = text(20).transform((value, context) => {
  const fen = parseMoney(value.replaceAll(',', ''));
  if (fen !== null) return fen;
  context.addIssue({ code: 'custom', message: 'number' });
  return z.NEVER;
});

const count = z.coerce.number('number').int('number').min(0, 'number').max(1_000_000, 'number');

export const startInput = z.object({
  proposal: id,
  contractor: text(80),
  /** Yuan. */
  budget: yuan,
  permits: text(400),
});

/** `works` is its number in the community, `milestone` its position, here and below. */
export const planInput = z.object({
  works: id,
  name: text(60),
  plannedOn: day,
  unit: optionalText(20),
  target: orNothing(count),
});

export const reportInput = z.object({
  works: id,
  milestone: id,
  actualOn: day,
  actual: orNothing(count),
  note: optionalText(300),
});

export const checkInput = z.object({ works: id, milestone: id });

/** `group`: its position among the groups of the proposal. */
export const delegateInput = z.object({ works: id, group: id, household: id });

const outcome = {
  outcome: choice(['accepted', 'refused']),
  note: optionalText(600),
  repairOn: orNothing(day),
};

export const commitmentInput = z.object({ works: id, commitment: id, ...outcome });

export const acceptanceInput = z.object({ works: id, ...outcome });

export const completeInput = z.object({ works: id });

export const resumeInput = z.object({ proposal: id });

export const breakInput = z.object({ works: id, reason: text(600) });
