import { and, eq } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { shortObjection, shortWay } from '@/db/schema/shortway';
import { writeLetters } from '@/features/letters/moves';
import { checkProof } from '@/features/opinions/moves';
import { step, tellAuthors } from '@/features/proposals/moves';
import { openLegalGates } from '@/features/proposals/moves/gates';
import { type Actor, asHousehold, householdOf, personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { objectInput, recordInput, shortShown } from '../input';
import { letters } from '../letters';
import { lockShort, running } from '../moves';

type Locked = NonNullable<Awaited<ReturnType<typeof lockShort>>>;
type Turning = Pick<Scope, 'db' | 'community' | 'communityId' | 'now'> & { actor: Actor; facts: Locked };

/** It goes the full way from here, with its supporters, its pictures and this reason. */
async function turn(
  { db, community, communityId, now, actor, facts: { row, short } }: Turning,
  said: Omit<typeof shortObjection.$inferInsert, 'communityId' | 'shortId' | 'at'>,
  more: Record<string, Json> = {},
) {
  const [kept] = await db
    .insert(shortObjection)
    .values({ ...said, communityId, shortId: short?.id ?? 0, at: now })
    .returning({ id: shortObjection.id });
  await db.update(shortWay).set({ endedAt: now }).where(running(row));
  await openLegalGates(db, row);
  await tellAuthors({ db, now }, row, letters.short_turned, { title: row.title });
  const done = await step({ db, community, now, actor }, row, 'short_turned', { to: 'scoping' });
  const { householdId, words } = said;
  const content = { ...done.leaf.content, objection: kept?.id ?? 0, household: householdId, words, ...more };
  return { ...done, leaf: { ...done.leaf, content } };
}

/** Row st: a household's own word. */
export const objectShort = command({
  act: acts.objectShort,
  input: objectInput,
  facts: async (scope, input) => {
    const facts = await lockShort(scope, input);
    return facts && { ...facts, household: input.household ?? null };
  },
  shown: ({ facts }) => shortShown(facts),
  run: async (scope) => {
    const householdId = householdOf(scope.actor);
    if (householdId === null) return refuse('not_allowed');
    return turn(scope, { householdId, personId: personOf(scope.actor), words: scope.input.words });
  },
});

async function lockAtDoor(scope: Scope, input: { proposal: number; household: number }) {
  const facts = await lockShort(scope, input);
  const [home] = await scope.db
    .select({ householdId: household.id, entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, scope.communityId), eq(household.id, input.household)));
  return facts && home && { ...facts, ...home, own: asHousehold(scope.who, home.householdId) !== null };
}

/** The same, said at the door or by telephone, read back before a witness or confirmed by a message. */
export const recordShortObjection = command({
  act: acts.recordShortObjection,
  input: recordInput,
  facts: lockAtDoor,
  shown: ({ facts }) => shortShown(facts),
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const recorderId = personOf(actor) ?? 0;
    const proved = await checkProof(scope, { recorder: recorderId, household: facts.householdId }, input);
    if (!proved.ok) return proved;
    const { words, channel, proof, witnessName: witness, message } = input;
    const { householdId } = facts;
    const done = await turn(
      scope,
      { householdId, words, channel, proof, recorderId, witnessId: input.witness ?? null, witness, message },
      { channel, proof, witness: input.witness ?? witness, message },
    );
    await writeLetters({ db, communityId, now }, letters.short_objection_recorded, [
      { to: { household: householdId }, no: input.proposal, detail: { title: facts.row.title } },
    ]);
    return done;
  },
});
