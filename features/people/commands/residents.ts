import { and, desc, eq } from 'drizzle-orm';
import { alternativeDisowned } from '@/db/schema/alternatives';
import { disowned } from '@/db/schema/opinions';
import { joinRequest, residency } from '@/db/schema/people';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { residentInput } from '../input';
import { letters } from '../letters';
import { lockResident } from '../moves';
import { belongsNoMore } from '../rules';

type Found = NonNullable<Awaited<ReturnType<typeof lockResident>>>;

/** What somebody asked for, and was let in by, is decided anew. */
type Again = {
  state: 'requested' | 'refused';
  decidedBy: number | null;
  decidedAt: Date | null;
  reason: string | null;
};

/**
 * Nobody speaks for the household as this person any more, and what they said for it since is not its word; it stays, to
 * be read. Objections drawn from it stay with the household: what was answered is everybody's.
 */
async function endOf({ db, communityId, now }: Scope, found: Found, again: Again) {
  const { id, personId, householdId, spoken, compared } = found;
  await db
    .update(residency)
    .set({ to: now })
    .where(and(eq(residency.communityId, communityId), eq(residency.id, id)));
  if (spoken.length > 0)
    await db
      .insert(disowned)
      .values(spoken.map((opinionId) => ({ communityId, opinionId, residencyId: id, at: now })))
      .onConflictDoNothing();
  if (compared.length > 0)
    await db
      .insert(alternativeDisowned)
      .values(compared.map((wordId) => ({ communityId, wordId, residencyId: id, at: now })))
      .onConflictDoNothing();
  const [asked] = await db
    .select({ id: joinRequest.id })
    .from(joinRequest)
    .where(
      and(
        ...[eq(joinRequest.communityId, communityId), eq(joinRequest.personId, personId)],
        ...[eq(joinRequest.householdId, householdId), eq(joinRequest.state, 'confirmed')],
      ),
    )
    .orderBy(desc(joinRequest.id))
    .limit(1);
  if (asked)
    await db
      .update(joinRequest)
      .set(again)
      .where(and(eq(joinRequest.communityId, communityId), eq(joinRequest.id, asked.id)));
  const about = { no: id, detail: { words: wordsOf(found) } };
  await writeLetters({ db, communityId, now }, letters.household_left, [{ to: { household: householdId }, ...about }]);
}

const wordsOf = ({ spoken, compared }: Found) => spoken.length + compared.length;

const done = ({ community }: Scope, found: Found, state: string) => ({
  ok: true as const,
  value: { resident: found.id, words: wordsOf(found) },
  leaf: {
    subject: `resident/${found.id}`,
    content: { state, words: [...found.spoken], alternatives: [...found.compared] },
  },
  ...(wordsOf(found) === 0 && { changed: [] }),
  jobs: [belongsNoMore(community.slug)],
});

/** 收回入户: whoever let somebody in by mistake takes it back within a day; the request is checked again. */
export const takeBackJoin = command({
  act: acts.takeBackJoin,
  input: residentInput,
  facts: lockResident,
  run: async (scope) => {
    const { db, communityId, now, input, facts } = scope;
    await endOf(scope, facts, { state: 'requested', decidedBy: null, decidedAt: null, reason: null });
    await writeLetters({ db, communityId, now }, letters.join_taken_back, [
      { to: { person: facts.personId }, no: facts.id, detail: { reason: input.reason } },
    ]);
    return done(scope, facts, 'taken_back');
  },
});

/** 取消入户: it turned out that they do not live there. They are told why, and may ask again. */
export const endResidency = command({
  act: acts.endResidency,
  input: residentInput,
  facts: lockResident,
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const { reason } = input;
    await endOf(scope, facts, { state: 'refused', decidedBy: personOf(actor), decidedAt: now, reason });
    await writeLetters({ db, communityId, now }, letters.residency_ended, [
      { to: { person: facts.personId }, no: facts.id, detail: { reason } },
    ]);
    return done(scope, facts, 'over');
  },
});
