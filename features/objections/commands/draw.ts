import { and, eq } from 'drizzle-orm';
import { objection, objectionRaiser } from '@/db/schema/objections';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { drawInput } from '../input';
import { letters } from '../letters';
import { drawables, lockObjections } from '../moves';
import { checkDraw } from '../rules/draw';
import { nextNo, note, telling } from './note';

/** 归纳异议: opinions of one group with the same ground become one objection, raised by their households. */
export const drawObjection = command({
  act: acts.drawObjection,
  input: drawInput,
  facts: lockObjections,
  run: async ({ db, communityId, now, actor, input, facts: { row: proposal } }) => {
    const wanted = new Set(input.opinions);
    const drawn = (await drawables(db, communityId, proposal.id)).filter((one) => wanted.has(one.id));
    if (drawn.length < wanted.size) return refuse('not_found');
    const before = await db
      .select({ id: objectionRaiser.opinionId })
      .from(objectionRaiser)
      .innerJoin(
        objection,
        and(eq(objection.communityId, objectionRaiser.communityId), eq(objection.id, objectionRaiser.objectionId)),
      )
      .where(
        and(
          eq(objection.communityId, communityId),
          eq(objection.proposalId, proposal.id),
          eq(objection.ground, input.ground),
        ),
      );
    const may = checkDraw(
      drawn,
      input.ground,
      before.map((one) => one.id),
    );
    if (!may.ok) return may;
    const [row] = await db
      .insert(objection)
      .values({
        communityId,
        no: await nextNo(db, proposal),
        proposalId: proposal.id,
        groupId: may.value.group,
        roundId: may.value.round,
        ground: input.ground,
        weight: input.weight,
        wording: input.wording,
        drawnBy: personOf(actor) ?? 0,
        raisedAt: now,
      })
      .returning();
    if (!row) return refuse('unknown');
    const raisers = new Map(drawn.map((one) => [one.household, one.id]));
    await db
      .insert(objectionRaiser)
      .values(
        [...raisers].map(([householdId, opinionId]) => ({ communityId, objectionId: row.id, householdId, opinionId })),
      );
    await writeLetters({ db, communityId, now }, letters.objection_drawn, telling(proposal, raisers.keys(), input));
    const at = { db, communityId, now, actor };
    return note(at, proposal, row, 'raised', {
      kind: 'drawn',
      step: true,
      leaf: { ground: input.ground, weight: input.weight, wording: input.wording, households: raisers.size },
    });
  },
});
