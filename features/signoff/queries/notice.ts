import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { proposal } from '@/db/schema/proposals';
import { legalGate } from '@/db/schema/scoping';
import { noticeOpposition, noticeShown } from '@/db/schema/signoff';
import { type ConsentShown, consentsShown, type Paper, papersShown } from '@/features/beyond/queries';
import { knownOf } from '@/features/proposals/moves';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { signoffFacts } from '../facts';
import { planText } from './plan';

/** What was asked beyond the wall about a proposal that hangs. */
async function outsideOf({ communityId, ...scope }: Scope, no: number): Promise<ConsentShown[]> {
  const of = sql`p.community_id = ${communityId} and p.no = ${no}`;
  const [found = []] = await rows<ConsentShown[]>(
    scope,
    sql`select ${consentsShown} as view from proposal p where ${of}`,
  );
  return found;
}

/** The notice that hangs, or hung, for a proposal; with the plan it is about, as one page to print. */
export const boardNotice = boardQuery({
  name: 'notice.board',
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId } = scope;
    const [posted] = await db
      .select({
        title: proposal.title,
        place: proposal.place,
        proposalId: proposal.id,
        version: noticeShown.planVersion,
        from: noticeShown.from,
        to: noticeShown.to,
        state: noticeShown.state,
        /** Households that said no; null: one or two. */
        opposition: noticeShown.oppositions,
      })
      .from(proposal)
      .innerJoin(
        noticeShown,
        and(eq(noticeShown.communityId, proposal.communityId), eq(noticeShown.proposalId, proposal.id)),
      )
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), ne(noticeShown.state, 'returned')))
      .orderBy(desc(noticeShown.id))
      .limit(1);
    if (!posted) return undefined;
    const { proposalId, version, ...row } = posted;
    return {
      no,
      ...row,
      now: scope.now,
      /** The next moment at which this page says something else. */
      turnsAt: row.state === 'running' && scope.now < row.to ? row.to : null,
      over: scope.now >= row.to,
      plan: { version, ...(await planText(scope, proposalId, version)) },
      outside: await outsideOf(scope, no),
      gates: await db
        .select({
          key: legalGate.key,
          state: legalGate.state,
          evidence: legalGate.evidence,
          decidedOn: legalGate.decidedOn,
          papers: sql<Paper[]>`${papersShown('gate', sql`legal_gate`)}`,
        })
        .from(legalGate)
        .where(and(eq(legalGate.communityId, communityId), eq(legalGate.proposalId, proposalId)))
        .orderBy(asc(legalGate.key)),
    };
  },
  shows: ({ no }) => [`proposal/${no}`],
});

/** What these households said against a notice, with the picture of the signature, by id. */
async function saidBy({ db, communityId }: Scope, noticeId: number, homes: number[]) {
  const own = await db
    .select({
      id: noticeOpposition.id,
      words: noticeOpposition.words,
      answer: noticeOpposition.answer,
      upheld: noticeOpposition.upheld,
      at: noticeOpposition.at,
      recorderId: noticeOpposition.recorderId,
      proof: noticeOpposition.proof,
      message: noticeOpposition.message,
      photo: sql<number | null>`(select p.id from picture p where p.community_id = notice_opposition.community_id
        and p.subject = 'opposition' and p.subject_id = notice_opposition.id order by p.id limit 1)`,
    })
    .from(noticeOpposition)
    .where(
      and(
        eq(noticeOpposition.communityId, communityId),
        eq(noticeOpposition.noticeId, noticeId),
        inArray(noticeOpposition.householdId, homes),
        isNull(noticeOpposition.replacedAt),
      ),
    )
    .orderBy(asc(noticeOpposition.id));
  return own.map(({ recorderId, ...one }) => ({ ...one, recorded: recorderId !== null }));
}

/** For the form of an opposition: the notice that hangs, what this household has said, and what the act is asked about. */
export const opposing = query({
  name: 'notice.opposing',
  allow: (who) => who.kind === 'person',
  read: async (scope, { no }: { no: number }) => {
    const { who, now } = scope;
    const facts = await knownOf(scope, no, signoffFacts);
    if (!facts?.notice || facts.state === 'draft' || who.kind !== 'person') return undefined;
    const { title, notice } = facts;
    return {
      no,
      title,
      notice,
      own: await saidBy(
        scope,
        notice.id,
        who.households.map((home) => home.householdId),
      ),
      asked: { facts: { notice, householdId: null }, who, now },
    };
  },
});
