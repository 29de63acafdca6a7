import { z } from 'zod';
import { choice, count, day, id, line, optionalLine, optionalText, orNothing, text, yuan } from '@/lib/input';

export const startInput = z.object({
  proposal: id,
  contractor: line(80),
  /** Yuan. */
  budget: yuan,
  permits: text(400),
});

/** `works` is its number in the community, `milestone` its position, here and below. */
export const planInput = z.object({
  works: id,
  name: line(60),
  plannedOn: day,
  unit: optionalLine(20),
  target: orNothing(count()),
});

export const reportInput = z.object({
  works: id,
  milestone: id,
  actualOn: day,
  actual: orNothing(count()),
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
