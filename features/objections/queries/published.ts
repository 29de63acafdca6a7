import { and, asc, eq } from 'drizzle-orm';
import { objectionShown } from '@/db/schema/objections';
import { clause, plan } from '@/db/schema/plans';
import { affectedGroup } from '@/db/schema/scoping';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import { proposalNamed } from '../moves';
import type { ObjectionLine } from '../moves/lines';
import { isOpenObjection, type ObjectionState } from '../rules';

/** An objection as it hangs, with the days on which it was answered, judged and written up. */
export interface DatedLine extends ObjectionLine {
  answeredOn: Date | null;
  judgedOn: Date | null;
  escalatedAt: Date | null;
}

/** Every objection as the board may read it. */
async function linesShown({ db, communityId }: Scope, proposalId: number): Promise<DatedLine[]> {
  const rows = await db
    .select({
      one: {
        no: objectionShown.no,
        ground: objectionShown.ground,
        weight: objectionShown.weight,
        households: objectionShown.households,
        wording: objectionShown.wording,
        raisedAt: objectionShown.raisedAt,
        answeredOn: objectionShown.answeredOn,
        judgedOn: objectionShown.judgedOn,
        escalatedAt: objectionShown.escalatedAt,
      },
      group: { position: affectedGroup.position, name: affectedGroup.name },
      state: objectionShown.state,
      kind: objectionShown.answerKind,
      answer: {
        text: objectionShown.answer,
        version: objectionShown.answerVersion,
        clause: objectionShown.answerClause,
        clauseText: clause.text,
      },
      escalation: { words: objectionShown.ownWords, reason: objectionShown.escalation },
    })
    .from(objectionShown)
    .innerJoin(
      affectedGroup,
      and(eq(affectedGroup.communityId, objectionShown.communityId), eq(affectedGroup.id, objectionShown.groupId)),
    )
    .leftJoin(
      plan,
      and(
        eq(plan.communityId, objectionShown.communityId),
        eq(plan.proposalId, objectionShown.proposalId),
        eq(plan.version, objectionShown.answerVersion),
      ),
    )
    .leftJoin(
      clause,
      and(
        eq(clause.communityId, plan.communityId),
        eq(clause.planId, plan.id),
        eq(clause.no, objectionShown.answerClause),
      ),
    )
    .where(and(eq(objectionShown.communityId, communityId), eq(objectionShown.proposalId, proposalId)))
    .orderBy(asc(affectedGroup.position), asc(objectionShown.no));
  return rows.map(({ one, group, state, kind, answer, escalation }) => ({
    ...one,
    group,
    state: state as ObjectionState,
    answer: kind && { kind, ...answer },
    escalation: one.escalatedAt && { words: escalation.words ?? '', reason: escalation.reason ?? '' },
  }));
}

/** The sheet of a proposal for the board. */
export const boardObjections = boardQuery({
  name: 'objections.board',
  read: async (scope, { no }: { no: number }) => {
    const row = await proposalNamed(scope, no);
    if (!row) return undefined;
    const lines = await linesShown(scope, row.id);
    return {
      no: row.no,
      title: row.title,
      state: row.state,
      lines,
      open: lines.filter((one) => isOpenObjection(one.state)).length,
    };
  },
  shows: ({ no }) => [`proposal/${no}`],
});
