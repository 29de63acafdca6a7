import { and, eq } from 'drizzle-orm';
import { callback, callbackWave } from '@/db/schema/callbacks';
import { proposal } from '@/db/schema/proposals';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { followInput, saidShown } from '../input';
import { letters } from '../letters';
import { isUnsolved } from '../rules';

/** Whoever said in a callback that it is not solved hears what is done about it, whether or not its group is content. */
export const followCallback = command({
  act: acts.followCallback,
  input: followInput,
  facts: async ({ db, communityId }, input) => {
    const [call] = await db
      .select()
      .from(callback)
      .where(and(eq(callback.communityId, communityId), eq(callback.id, input.callback)))
      .for('update');
    if (!call) return undefined;
    const [about] = await db
      .select({ no: proposal.no, title: proposal.title })
      .from(callbackWave)
      .innerJoin(
        proposal,
        and(eq(proposal.communityId, callbackWave.communityId), eq(proposal.id, callbackWave.proposalId)),
      )
      .where(and(eq(callbackWave.communityId, communityId), eq(callbackWave.id, call.waveId)));
    if (!about) return undefined;
    const { householdId, mayTell, followedAt, words } = call;
    return {
      no: about.no ?? 0,
      title: about.title,
      household: householdId,
      call: { unsolved: isUnsolved(call), followed: followedAt !== null, mayTell, words },
    };
  },
  shown: ({ facts }) => saidShown(facts.call),
  run: async ({ db, communityId, now, actor, input, facts: { no, title, household } }) => {
    await db
      .update(callback)
      .set({ followed: input.words, followedBy: personOf(actor), followedAt: now })
      .where(and(eq(callback.communityId, communityId), eq(callback.id, input.callback)));
    await writeLetters({ db, communityId, now }, letters.callback_followed, [
      { to: { household }, no, detail: { title, answer: input.words } },
    ]);
    return {
      ok: true,
      value: { proposal: no, callback: input.callback },
      leaf: { subject: `proposal/${no}`, content: { callback: input.callback, words: input.words } },
      changed: [],
    };
  },
});
