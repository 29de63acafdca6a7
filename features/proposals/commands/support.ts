import { and, eq } from 'drizzle-orm';
import { support } from '@/db/schema/proposals';
import { householdOf, personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { speakInput } from '../input';
import { lockSpokenOf } from '../moves';

/** 支持: one per household; a second time changes nothing. */
export const giveSupport = command({
  act: acts.giveSupport,
  input: speakInput,
  facts: lockSpokenOf,
  run: async ({ db, communityId, now, actor, input, facts: { row } }) => {
    await db
      .insert(support)
      .values({
        communityId,
        proposalId: row.id,
        householdId: householdOf(actor) ?? 0,
        personId: personOf(actor) ?? 0,
        at: now,
      })
      .onConflictDoNothing();
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { support: 'given' } },
      changed: ['proposals'],
    };
  },
});

/** The household takes its support back; that it once stood there remains on the record. */
export const takeBackSupport = command({
  act: acts.takeBackSupport,
  input: speakInput,
  facts: lockSpokenOf,
  run: async ({ db, communityId, actor, input, facts: { row } }) => {
    const own = and(
      eq(support.communityId, communityId),
      eq(support.proposalId, row.id),
      eq(support.householdId, householdOf(actor) ?? 0),
    );
    if ((await db.delete(support).where(own)).rowCount === 0) return refuse('not_supported');
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { support: 'taken back' } },
      changed: ['proposals'],
    };
  },
});
