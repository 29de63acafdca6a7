import { and, asc, eq, gte, inArray, or, sql } from 'drizzle-orm';
import { opinion } from '@/db/schema/opinions';
import { household, person } from '@/db/schema/people';
import { proposal, proposalEvent } from '@/db/schema/proposals';
import { electorate, round } from '@/db/schema/rounds';
import { wantsNoVisits } from '@/features/people/facts';
import { isDisowned } from '@/features/proposals/facts';
import { lockProposalById } from '@/features/proposals/moves';
import type { Database, Scope } from '@/lib/gate';
import { ok, refuse } from '@/lib/result';
import { metAbout } from './facts';
import { mayKnock, mayLookAgain, maySpeak } from './policy';
import { checkRecording, type ProofKind, type Recording } from './rules';

type RoundRow = typeof round.$inferSelect;

interface Knocked {
  household: number;
  channel: Recording['channel'];
}

interface Proving {
  channel: Recording['channel'];
  proof: ProofKind;
  witness?: number | undefined;
  witnessName: string;
  message: string;
  photo?: object | undefined;
}

type Here = Pick<Scope, 'db' | 'communityId'>;

/** Nothing is heard at the door of a household that wants no visits. */
export async function checkKnocked({ db, communityId }: Here, { household: home, channel }: Knocked) {
  if (channel !== 'door') return ok();
  const here = and(eq(household.communityId, communityId), eq(household.id, home), wantsNoVisits());
  return (await db.$count(household, here)) > 0
    ? refuse('wants_no_visits', undefined, { channel: 'wants_no_visits' })
    : ok();
}

/** How it is proved that a household said what this person writes down for it: who was there is somebody, and not they. */
export async function checkProof(here: Here, of: { recorder: number; household: number }, proving: Proving) {
  const { db } = here;
  const { recorder, household: home } = of;
  const knocked = await checkKnocked(here, { household: home, channel: proving.channel });
  if (!knocked.ok) return knocked;
  const { channel, proof, witness, witnessName, message, photo } = proving;
  const ids = [recorder, ...(witness === undefined ? [] : [witness])];
  const named = await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids));
  if (witness !== undefined && !named.some((one) => one.id === witness))
    return refuse('invalid', undefined, { witness: 'choose_one' });
  return checkRecording({
    recorder,
    channel,
    proof,
    message,
    witness: witness ?? (witnessName || null),
    photo: photo !== undefined,
    recorderName: named.find((one) => one.id === recorder)?.name ?? '',
  });
}

/**
 * The refusal for a round that was stopped, null for any other, with what is published of why: `state` is where its proposal went, empty
 * when its groups changed; `again` the day somebody looks at it again, `YYYY-MM-DD`. An author's own reason stays theirs.
 */
export async function whyStopped(db: Database, of: Pick<RoundRow, 'communityId' | 'id' | 'state'>) {
  if (of.state !== 'void') return null;
  const [event] = await db
    .select({
      state: proposalEvent.to,
      kind: proposalEvent.kind,
      role: proposalEvent.role,
      reason: proposalEvent.reason,
      detail: proposalEvent.detail,
    })
    .from(proposalEvent)
    .innerJoin(
      round,
      and(eq(round.communityId, proposalEvent.communityId), eq(round.proposalId, proposalEvent.proposalId)),
    )
    .where(
      and(
        eq(round.communityId, of.communityId),
        eq(round.id, of.id),
        or(
          inArray(proposalEvent.to, ['shelved', 'withdrawn']),
          and(
            eq(proposalEvent.kind, 'opening_taken_back'),
            sql`${proposalEvent.detail}->'round' = to_jsonb(${round.no})`,
          ),
        ),
        gte(proposalEvent.at, round.closedAt),
      ),
    )
    .orderBy(asc(proposalEvent.id))
    .limit(1);
  const own = event?.role === 'resident' || event?.role === 'captain';
  return refuse('round_void', {
    state: event?.kind === 'opening_taken_back' ? 'taken_back' : (event?.state ?? ''),
    reason: own ? '' : (event?.reason ?? ''),
    again: String(event?.detail.lookAgainOn ?? ''),
  }).refusal;
}

/**
 * A household of a round. The round is held `for share`, so that it is not counted meanwhile, and the household is
 * locked, so that one chain grows at a time. A word after the close may undo an agreement: then the proposal goes first.
 */
export async function lockVoter(scope: Scope, input: { round: number; household?: number | undefined }) {
  const { db, communityId, who } = scope;
  const here = and(eq(round.communityId, communityId), eq(round.no, input.round));
  const [found] = await db.select({ proposalId: round.proposalId, state: round.state }).from(round).where(here);
  if (!found) return undefined;
  if (found.state !== 'open') await lockProposalById(db, communityId, found.proposalId);
  const [held] = await db.select().from(round).where(here).for('share');
  const own = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
  const wanted = input.household === undefined ? own : [input.household];
  if (!held || wanted.length === 0) return undefined;
  const [voter] = await db
    .select({
      householdId: household.id,
      entranceId: household.entranceId,
      quiet: wantsNoVisits(),
      met: metAbout(held.id),
    })
    .from(household)
    .innerJoin(
      electorate,
      and(eq(electorate.communityId, household.communityId), eq(electorate.householdId, household.id)),
    )
    .where(and(eq(household.communityId, communityId), inArray(household.id, wanted), eq(electorate.roundId, held.id)))
    .orderBy(asc(household.id))
    .limit(1)
    .for('update', { of: household });
  // A household one has nothing to do with is not found, whether it is there or not.
  if (!voter || !(maySpeak(who, voter) ?? mayKnock(who, voter) ?? mayLookAgain(who, voter))) return undefined;
  const [about] = await db
    .select({ title: proposal.title, state: proposal.state })
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.id, held.proposalId)));
  if (!about) return undefined;
  const chain = await db
    .select({
      id: opinion.id,
      seq: opinion.seq,
      own: opinion.own,
      disowned: isDisowned(),
      stance: opinion.stance,
      ground: opinion.ground,
      recorder: opinion.recorderId,
      receivedAt: opinion.receivedAt,
    })
    .from(opinion)
    .where(
      and(
        eq(opinion.communityId, communityId),
        eq(opinion.roundId, held.id),
        eq(opinion.householdId, voter.householdId),
      ),
    )
    .orderBy(asc(opinion.seq));
  const stopped = await whyStopped(db, held);
  return { ...voter, ...about, round: held, chain, stopped, own: own.includes(voter.householdId) };
}

export type Spoken = NonNullable<Awaited<ReturnType<typeof lockVoter>>>;

/** Who let in whoever said an opinion for their home, where that was after this moment; null otherwise. */
export const letInBy = (since: Date) => sql<number | null>`(select r.confirmed_by from residency r
  where r.community_id = ${opinion.communityId} and r.household_id = ${opinion.householdId}
    and r.person_id = ${opinion.authorId} and r.from_at > ${since.toISOString()} limit 1)`;

/** Who wrote it down; of an own word, who let its author in: they do not look again themselves. */
export const vouchedBy = sql<number | null>`coalesce(${opinion.recorderId}, (select r.confirmed_by from residency r
  where r.community_id = ${opinion.communityId} and r.household_id = ${opinion.householdId}
    and r.person_id = ${opinion.authorId} order by r.id desc limit 1))`;
