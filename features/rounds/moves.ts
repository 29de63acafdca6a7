import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { proposalEvent } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import { knownOf, lockKnown, lockProposalById } from '@/features/proposals/moves';
import type { Database, Scope } from '@/lib/gate';
import { ofTerm, roundFacts } from './facts';
import { extensionsHeld } from './rules/window';

type RoundRow = typeof round.$inferSelect;

export const ofRound = (row: RoundRow) => and(eq(round.communityId, row.communityId), eq(round.id, row.id));

/** Besides the round itself: its proposal, and the lists on which both stand. */
export const changedWith = (proposal: number | null) => [`proposal/${proposal}`, 'rounds', 'proposals'];

/** The job that counts it when its time is over. */
export const closing = (slug: string, { communityId, no }: { communityId: number; no: number }, runAt: Date) => ({
  task: 'round.close',
  payload: { community: slug, round: no },
  ...{ runAt, key: `round.close:${communityId}:${no}` },
});

export const lockRounds = (scope: Scope, input: { proposal: number }) => lockKnown(scope, input.proposal, roundFacts);

/** A round of this number: its proposal locked first, then the round itself. */
export async function lockRound(scope: Scope, input: { round: number }) {
  const { db, communityId } = scope;
  const here = and(eq(round.communityId, communityId), eq(round.no, input.round));
  const [found] = await db.select({ proposalId: round.proposalId }).from(round).where(here);
  const row = found && (await lockProposalById(db, communityId, found.proposalId));
  const [locked] = row ? await db.select().from(round).where(here).for('update') : [];
  const facts = row && locked && (await knownOf(scope, row.no ?? 0, ofTerm));
  return facts && { ...facts, row, round: locked };
}

/** The same with its extensions. */
export async function lockExtended(scope: Scope, input: { round: number }) {
  const locked = await lockRound(scope, input);
  return locked && { ...locked, extensions: await extensionsOf(scope.db, locked.round) };
}

/** The extensions of a round that hold, oldest first. */
export async function extensionsOf(db: Database, row: { communityId: number; proposalId: number; no: number }) {
  const moves = await db
    .select({
      back: sql<boolean>`${proposalEvent.kind} = 'extension_taken_back'`,
      from: sql<string>`${proposalEvent.detail}->>'from'`,
      to: sql<string>`${proposalEvent.detail}->>'to'`,
      at: proposalEvent.at,
    })
    .from(proposalEvent)
    .where(
      and(
        eq(proposalEvent.communityId, row.communityId),
        eq(proposalEvent.proposalId, row.proposalId),
        inArray(proposalEvent.kind, ['round_extended', 'extension_taken_back']),
        sql`${proposalEvent.detail} ? 'from' and (${proposalEvent.detail}->>'round')::int = ${row.no}`,
      ),
    )
    .orderBy(asc(proposalEvent.id));
  return extensionsHeld(moves.map(({ from, to, ...move }) => ({ ...move, from: new Date(from), to: new Date(to) })));
}
