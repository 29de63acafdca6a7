import { and, eq } from 'drizzle-orm';
import { opinion, opinionContent } from '@/db/schema/opinions';
import type { Ground, Stance } from '@/db/words/opinions';
import { askUntil } from '@/features/letters/moves';
import { cardShown } from '@/features/plans/moves';
import { letters as roundLetters } from '@/features/rounds/letters';
import { currentOpinion } from '@/features/rounds/rules';
import type { Database } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import type { Spoken } from '../moves';
import type { Channel, ProofKind } from '../rules';

/** A retry or another of the household came in between. */
export const races = { round_window_open: 'round_closed', opinion_linear: 'spoken_meanwhile' } as const;

interface Said {
  stance: Stance;
  words: string;
  condition: string;
  ground?: Ground | undefined;
  capturedAt?: string | undefined;
}

export interface How {
  own: boolean;
  channel: Channel;
  /** At which it was said; the household is on its list. */
  meetingId?: number | null;
  authorId: number | null;
  recorderId: number | null;
  proof: ProofKind | null;
  witnessId: number | null;
  witness: string;
  message: string;
}

/**
 * A condition beside another stance would stand nowhere, so whoever wrote one is asked what is meant. One the household
 * has given before is only what the form began with.
 */
export async function idleCondition(db: Database, { round: of, householdId }: Spoken, { stance, condition }: Said) {
  if (stance === 'support_if' || condition === '') return undefined;
  const [before] = await db
    .select({ id: opinion.id })
    .from(opinion)
    .innerJoin(
      opinionContent,
      and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
    )
    .where(
      and(
        eq(opinion.communityId, of.communityId),
        eq(opinion.householdId, householdId),
        eq(opinionContent.condition, condition),
      ),
    )
    .limit(1);
  return before ? undefined : refuse('invalid', undefined, { condition: 'condition_idle' });
}

/** Adds to the household's chain. Returns what stands in the record and whether it is what counts. */
export async function say(
  scope: { db: Database; communityId: number; now: Date },
  voter: Spoken,
  said: Said,
  how: How,
) {
  const { db, communityId, now } = scope;
  const prevSeq = voter.chain.at(-1)?.seq ?? null;
  const seq = (prevSeq ?? 0) + 1;
  const { stance, words } = said;
  const ground = stance === 'oppose' ? (said.ground ?? null) : null;
  const condition = stance === 'support_if' ? said.condition : '';
  const { witness, message, ...provenance } = how;
  const [saved] = await db
    .insert(opinion)
    .values({
      communityId,
      roundId: voter.round.id,
      planVersion: voter.round.planVersion,
      householdId: voter.householdId,
      seq,
      prevSeq,
      stance,
      ground,
      ...provenance,
      capturedAt: said.capturedAt ? new Date(said.capturedAt) : now,
      receivedAt: now,
    })
    .returning({ id: opinion.id });
  const opinionId = saved?.id ?? 0;
  await db.insert(opinionContent).values({ communityId, opinionId, words, condition, witness, message });
  if (how.own) await askUntil(scope, roundLetters.round_opened, voter.round.no, now, { household: voter.householdId });
  const counts =
    currentOpinion<{ seq: number; own: boolean; disowned: boolean }>([
      ...voter.chain,
      { seq, own: how.own, disowned: false },
    ])?.seq === seq;
  const { proposalId, planVersion: version } = voter.round;
  const card = await cardShown({ db, communityId }, { proposalId, version, householdId: voter.householdId });
  const content: { [key: string]: Json } = {
    opinion: opinionId,
    household: voter.householdId,
    version: voter.round.planVersion,
    seq,
    stance,
    ground,
    words,
    condition,
    own: how.own,
    channel: how.channel,
    proof: how.proof,
    ...(how.meetingId && { meeting: how.meetingId }),
    ...(card !== null && { card }),
  };
  return { value: { opinion: opinionId, round: voter.round.no, counts }, content };
}
