import { and, eq } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { acceptance, commitment } from '@/db/schema/works';
import { askUntil, writeLetters } from '@/features/letters/moves';
import { checkProof } from '@/features/opinions/moves';
import { asHousehold, personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { acceptanceShown, recordAcceptanceInput } from '../input';
import { letters } from '../letters';
import { lockSite, step, unmended } from '../moves';
import { checkAtDoor } from '../rules';
import { checkWhole } from '../rules/places';

async function lockDoor(scope: Scope, input: { works: number; household: number }) {
  const facts = await lockSite(scope, input);
  const { db, communityId } = scope;
  const [home] = await db
    .select({ household: household.id, entrance: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, input.household)));
  if (!facts || !home) return undefined;
  const group = facts.works.named.find((one) => one.household === home.household)?.group ?? null;
  const said = facts.works.acceptances.find((one) => one.group === group);
  return {
    ...facts,
    ...home,
    group,
    own: asHousehold(scope.who, home.household) !== null,
    spoken: typeof said?.delegate === 'number',
  };
}

/**
 * 验收 at the door of a delegate who does not do it themself: the whole and the promises of the group at once, read back
 * before a witness or confirmed by a message. The household gets a letter, and its own word replaces it.
 */
export const recordAcceptance = command({
  act: acts.recordAcceptance,
  input: recordAcceptanceInput,
  facts: lockDoor,
  shown: ({ facts }) => acceptanceShown(facts.works.commitments, facts.group),
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, works: site, group, household: home } = scope.facts;
    if (group === null) return refuse('not_delegate');
    const recorder = personOf(actor) ?? 0;
    const { channel, proof, outcome, note, repairOn = null } = input;
    const stands = checkWhole(outcome, site.milestones);
    if (!stands.ok) return stands;
    const recording = await checkProof(scope, { recorder, household: home }, input);
    if (!recording.ok) return recording;
    const promised = site.commitments.filter((one) => one.group === null || one.group === group);
    const unkept = promised.filter((one) => !input.kept.includes(one.id));
    const may = checkAtDoor(outcome, unkept.length, repairOn, shanghaiDate(now));
    if (!may.ok) return may;
    for (const { id } of promised) {
      const kept = input.kept.includes(id);
      await db
        .update(commitment)
        .set({
          outcome: kept ? 'accepted' : 'refused',
          repairOn: kept ? null : repairOn,
          note,
          decidedBy: recorder,
          decidedAt: now,
          ...unmended,
        })
        .where(and(eq(commitment.communityId, communityId), eq(commitment.id, id)));
    }
    await db
      .update(acceptance)
      .set({
        outcome,
        note,
        repairOn: outcome === 'refused' ? repairOn : null,
        at: now,
        recorderId: recorder,
        proof,
        witnessId: input.witness ?? null,
        witness: input.witnessName,
        message: input.message,
      })
      .where(
        and(eq(acceptance.communityId, communityId), eq(acceptance.worksId, site.id), eq(acceptance.groupId, group)),
      );
    if (outcome === 'accepted') await askUntil(scope, letters.delegate_named, site.no, now, { household: home });
    await writeLetters(scope, letters.acceptance_recorded, [
      { to: { household: home }, no: site.no, detail: { title: row.title } },
    ]);
    const done = await step(scope, row, site.no, {
      kind: 'acceptance_given',
      detail: { group, outcome },
      leaf: {
        note,
        repairOn,
        channel,
        proof,
        message: input.message,
        witness: input.witness ?? input.witnessName,
        kept: promised.filter((one) => input.kept.includes(one.id)).map((one) => one.id),
      },
    });
    return { ...done, value: { works: site.no, outcome } };
  },
});
