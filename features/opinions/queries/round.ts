import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { opinion, opinionContent } from '@/db/schema/opinions';
import { clause, plan } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import { drawnColumn } from '@/features/plans/facts';
import { isDisowned } from '@/features/proposals/facts';
import { isOpen } from '@/features/rounds/rules/window';
import { overOf } from '@/features/siteplan/rules';
import type { Scope } from '@/lib/gate';
import { whyStopped } from '../moves';
import type { Ground } from '../rules';

/** A round with the plan it asks about, for the pages on which somebody answers. */
export async function roundOf({ db, communityId, now }: Scope, no: number) {
  const [row] = await db
    .select({
      id: round.id,
      no: round.no,
      proposalId: round.proposalId,
      k: round.k,
      version: round.planVersion,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      state: round.state,
      planId: plan.id,
      planTitle: plan.title,
      planSummary: plan.summary,
      cost: plan.cost,
      costNote: plan.costNote,
      /** The version published before this one, to compare; null for the first. */
      before: sql<number | null>`(select max(b.version) from plan b where b.community_id = ${round.communityId}
        and b.proposal_id = ${round.proposalId} and b.version < ${round.planVersion} and b.state = 'published')`,
      /** Objections, with their answers, that stand on the board. */
      objections: sql<number>`(select count(*)::int from objection x where x.community_id = ${round.communityId}
        and x.proposal_id = ${round.proposalId} and x.merged_into is null)`,
      drawings: sql<{ id: number; caption: string; width: number; height: number }[]>`coalesce((select
        json_agg(json_build_object('id', x.id, 'caption', x.caption, 'width', x.width, 'height', x.height)
          order by x.position, x.id) from picture x where x.community_id = ${round.communityId}
        and x.subject = 'plan' and x.subject_id = ${plan.id} and x.on_board), '[]'::json)`,
      /** What it draws over the site. */
      drawn: drawnColumn,
      proposal: proposal.no,
      title: proposal.title,
      proposalState: proposal.state,
    })
    .from(round)
    .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
    .innerJoin(
      plan,
      and(
        eq(plan.communityId, round.communityId),
        eq(plan.proposalId, round.proposalId),
        eq(plan.version, round.planVersion),
      ),
    )
    .where(and(eq(round.communityId, communityId), eq(round.no, no)));
  if (!row) return undefined;
  const clauses = await db
    .select({
      no: clause.no,
      text: clause.text,
      /** Not in the version before, or not like this; in the first version nothing is. */
      changed: sql<boolean>`(${row.before}::int is not null and not exists (select 1 from clause c
        join plan p on p.community_id = c.community_id and p.id = c.plan_id
        where c.community_id = ${communityId} and p.proposal_id = ${row.proposalId} and p.version = ${row.before}
          and c.no = ${clause.no} and c.text = ${clause.text}))`,
    })
    .from(clause)
    .where(and(eq(clause.communityId, communityId), eq(clause.planId, row.planId)))
    .orderBy(asc(clause.no));
  const stopped = await whyStopped(db, { ...row, communityId });
  const { opensAt, closesAt, state } = row;
  return {
    ...row,
    proposal: row.proposal ?? 0,
    over: row.drawn && overOf(row.drawn),
    clauses,
    open: state === 'open' && isOpen(row, now),
    /** For the acts of a round. */
    of: { round: { opensAt, closesAt, state }, stopped },
  };
}

/** One opinion with its words. */
export const said = {
  id: opinion.id,
  household: opinion.householdId,
  seq: opinion.seq,
  own: opinion.own,
  disowned: isDisowned(),
  stance: opinion.stance,
  ground: sql<Ground | null>`${opinion.ground}`,
  channel: opinion.channel,
  proof: opinion.proof,
  recorder: opinion.recorderId,
  witnessId: opinion.witnessId,
  /** Who wrote it down; null when the household spoke for itself. */
  by: sql<string | null>`(select p.name from person p where p.id = ${opinion.recorderId})`,
  receivedAt: opinion.receivedAt,
  words: opinionContent.words,
  condition: opinionContent.condition,
  message: opinionContent.message,
  witness: opinionContent.witness,
  /** The picture of the signature, by id. */
  photo: sql<number | null>`(select p.id from picture p where p.community_id = ${opinion.communityId}
    and p.subject = 'opinion' and p.subject_id = ${opinion.id} order by p.position, p.id limit 1)`,
};

/** Everything said in a round for these households, oldest first. */
export function saidBy({ db, communityId }: Scope, roundId: number, households: number[]) {
  return db
    .select(said)
    .from(opinion)
    .leftJoin(
      opinionContent,
      and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
    )
    .where(
      and(eq(opinion.communityId, communityId), eq(opinion.roundId, roundId), inArray(opinion.householdId, households)),
    )
    .orderBy(asc(opinion.householdId), asc(opinion.seq));
}
