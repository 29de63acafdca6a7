import { and, eq, sql } from 'drizzle-orm';
import { objection } from '@/db/schema/objections';
import { clause, plan } from '@/db/schema/plans';
import { roundCell } from '@/db/schema/rounds';
import { affectedGroup } from '@/db/schema/scoping';
import type { Database } from '@/lib/gate';
import { raisersTold } from '@/lib/telling';
import { type Known, objectionsOf } from '../moves';
import { type ObjectionState, objectionState, wordingOnBoard } from '../rules';

/** One line of the sheet 您说 → 我们改 / 改不了. */
export interface ObjectionLine {
  no: number;
  group: { position: number; name: string };
  ground: string;
  weight: 'inconvenience' | 'harm' | 'red_line';
  /** Null: it would tell of too few. */
  households: number | null;
  /** Null until one of its owners has approved the words. */
  wording: string | null;
  state: ObjectionState;
  raisedAt: Date;
  answer: {
    kind: 'adopted' | 'adopted_another_way' | 'partly' | 'not_possible';
    text: string;
    version: number | null;
    clause: number | null;
    /** Null while the version is not published. */
    clauseText: string | null;
  } | null;
  /** Written up to the district: the objector's own words and the secretary's reasons. */
  escalation: { words: string; reason: string } | null;
}

/** The last words of this kind that stand with an objection. */
const words = (kind: string) => sql<string | null>`(select e.words from objection_event e
  where e.community_id = objection.community_id and e.objection_id = objection.id and e.kind = ${kind}
  order by e.id desc limit 1)`;

/** Those among whoever raised it whose words are of its round. */
const raisersInRound = sql<number>`(select count(*)::int from objection_raiser r
  join opinion s on s.community_id = r.community_id and s.id = r.opinion_id
  where r.community_id = objection.community_id and r.objection_id = objection.id and s.round_id = objection.round_id)`;

/** Every objection of a proposal exactly once, without anything that leads to a household. */
export async function linesOf(
  db: Database,
  communityId: number,
  proposalId: number,
  read?: readonly Known[],
): Promise<ObjectionLine[]> {
  const all = read ?? (await objectionsOf(db, communityId, proposalId));
  if (all.length === 0) return [];
  const about = await db
    .select({
      id: objection.id,
      position: affectedGroup.position,
      group: affectedGroup.name,
      published: roundCell.published,
      raisers: raisersInRound,
      clauseText: clause.text,
      reason: words('escalated'),
      ownWords: words('own_words'),
    })
    .from(objection)
    .innerJoin(
      affectedGroup,
      and(eq(affectedGroup.communityId, objection.communityId), eq(affectedGroup.id, objection.groupId)),
    )
    .leftJoin(
      roundCell,
      and(
        eq(roundCell.communityId, objection.communityId),
        eq(roundCell.roundId, objection.roundId),
        eq(roundCell.groupId, objection.groupId),
      ),
    )
    .leftJoin(
      plan,
      and(
        eq(plan.communityId, objection.communityId),
        eq(plan.proposalId, objection.proposalId),
        eq(plan.version, objection.answerVersion),
        eq(plan.state, 'published'),
      ),
    )
    .leftJoin(
      clause,
      and(eq(clause.communityId, plan.communityId), eq(clause.planId, plan.id), eq(clause.no, objection.answerClause)),
    )
    .where(and(eq(objection.communityId, communityId), eq(objection.proposalId, proposalId)));
  const line = (one: Known): ObjectionLine => {
    const { row } = one;
    const more = about.find(({ id }) => id === row.id);
    const raisers = one.raiserRows.map(({ wordingApproved, verdict }) => ({
      approved: wordingApproved !== null,
      verdict,
    }));
    return {
      no: row.no,
      group: { position: more?.position ?? 0, name: more?.group ?? '' },
      ground: row.ground,
      weight: row.weight,
      households: raisersTold(more?.raisers ?? 0, more?.published ?? null),
      wording: wordingOnBoard(raisers) ? row.wording : null,
      state: objectionState(one),
      raisedAt: row.raisedAt,
      answer: row.answerKind && {
        kind: row.answerKind,
        text: row.answer,
        version: row.answerVersion,
        clause: row.answerClause,
        clauseText: more?.clauseText ?? null,
      },
      escalation: row.escalatedAt && { words: more?.ownWords ?? '', reason: more?.reason ?? '' },
    };
  };
  return all.map(line).sort((a, b) => a.group.position - b.group.position || a.no - b.no);
}
