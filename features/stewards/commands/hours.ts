import { and, eq } from 'drizzle-orm';
import { dutyShift } from '@/db/schema/stewards';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { confirmInput, correctInput } from '../input';
import { letters } from '../letters';
import { lockShift } from '../moves';
import { startOfPart } from '../rules';

async function served(scope: Scope, input: { shift: number }) {
  const found = await lockShift(scope, input.shift);
  return (
    found && {
      ...found,
      begun: startOfPart(found) <= scope.now,
      vacant: found.served === undefined,
      confirmed: found.minutes !== null,
      personId: found.served?.personId ?? 0,
    }
  );
}

const put = ({ db, communityId }: Scope, shift: number, set: { minutes: number; confirmedBy: number | null }) =>
  db
    .update(dutyShift)
    .set(set)
    .where(and(eq(dutyShift.communityId, communityId), eq(dutyShift.id, shift)));

/** 记工时: by the office, after it began, and by nobody for themself. */
export const confirmShift = command({
  act: acts.confirmShift,
  input: confirmInput,
  facts: served,
  run: async ({ actor, input, facts, ...scope }) => {
    await put(scope, facts.id, { minutes: input.minutes, confirmedBy: personOf(actor) });
    return {
      ok: true,
      value: { shift: facts.id },
      leaf: { subject: `shift/${facts.id}`, content: { minutes: input.minutes } },
      changed: ['stewards'],
    };
  },
});

/** 更正工时: what was written down wrongly, with the reason; whose hours they are is told. */
export const correctHours = command({
  act: acts.correctHours,
  input: correctInput,
  facts: served,
  run: async ({ actor, input, facts, ...scope }) => {
    const { minutes, reason } = input;
    const { day, part } = facts;
    await put(scope, facts.id, { minutes, confirmedBy: personOf(actor) });
    await writeLetters(scope, letters.hours_corrected, [
      { to: { person: facts.personId }, no: facts.id, detail: { day, part, minutes, was: facts.minutes ?? 0, reason } },
    ]);
    return {
      ok: true,
      value: { shift: facts.id },
      leaf: { subject: `shift/${facts.id}`, content: { minutes, was: facts.minutes, reason } },
      changed: [],
    };
  },
});
