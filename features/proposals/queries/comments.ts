import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { building, household } from '@/db/schema/people';
import { comment, commentContent, proposal } from '@/db/schema/proposals';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { mayReadDesk } from '../policy';
import { head } from '../queries';

const COMMENTS = 20;

export interface CommentView {
  id: number;
  stance: 'for' | 'against' | 'question' | 'neutral';
  building: string | null;
  at: Date;
  /** Null: hidden, or deleted by its owner. */
  words: string | null;
  hiddenReason: string | null;
}

async function commentsOf({ db, communityId }: Scope, proposalId: number, after: number | null) {
  const rows = await db
    .select({
      id: comment.id,
      stance: comment.stance,
      building: building.name,
      at: comment.at,
      words: commentContent.words,
      hiddenReason: comment.hiddenReason,
    })
    .from(comment)
    .leftJoin(
      commentContent,
      and(eq(commentContent.communityId, comment.communityId), eq(commentContent.commentId, comment.id)),
    )
    .leftJoin(household, and(eq(household.communityId, comment.communityId), eq(household.id, comment.householdId)))
    .leftJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
    .where(
      and(
        eq(comment.communityId, communityId),
        eq(comment.proposalId, proposalId),
        after === null ? undefined : lt(comment.id, after),
      ),
    )
    .orderBy(desc(comment.id))
    .limit(COMMENTS + 1);
  const next = rows.length > COMMENTS ? (rows[COMMENTS - 1]?.id ?? null) : null;
  return { rows: rows.slice(0, COMMENTS), next };
}

/** A page of comments, newest first, as the board shows them: without the words of a hidden one. */
export const boardComments = boardQuery({
  name: 'comments.board',
  read: async ({ db, communityId }, { no, after }: { no: number; after: number | null }) => {
    const [row] = await db
      .select({ id: proposal.id, title: proposal.title })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)));
    if (!row) return undefined;
    const { rows: found } = await db.execute<Omit<CommentView, 'at'> & { at: string }>(sql`
      select id, stance, building, to_json(at)#>>'{}' as at, words, hidden_reason as "hiddenReason" from comment
       where community_id = ${communityId} and proposal_id = ${row.id} ${after === null ? sql`` : sql`and id <= ${after}`}
       order by id desc limit ${COMMENTS + 2}`);
    const list = pageAfter(found, after, { size: COMMENTS, key: (one) => one.id });
    if (!list) return undefined;
    const comments = list.page.map((one): CommentView => ({ ...one, at: new Date(one.at) }));
    return { no, title: row.title, comments, next: list.next };
  },
  shows: ({ no }) => [`proposal/${no}`],
});

/** What these people or their households put up about a proposal, newest first; also what is hidden. */
export const ownComments = query({
  name: 'comments.own',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, { proposal: id }: { proposal: number }) => {
    if (who.kind !== 'person') return undefined;
    const homes = who.households.map((home) => home.householdId);
    return db
      .select({
        id: comment.id,
        stance: comment.stance,
        at: comment.at,
        hiddenReason: comment.hiddenReason,
        words: commentContent.words,
      })
      .from(comment)
      .leftJoin(
        commentContent,
        and(eq(commentContent.communityId, comment.communityId), eq(commentContent.commentId, comment.id)),
      )
      .where(
        and(
          ...[eq(comment.communityId, communityId), eq(comment.proposalId, id)],
          or(eq(comment.personId, who.personId), inArray(comment.householdId, homes)),
        ),
      )
      .orderBy(desc(comment.id))
      .limit(COMMENTS);
  },
});

/** Comments for the moderator: also the words of hidden ones. */
export const deskComments = query({
  name: 'comments.desk',
  allow: (who) => mayReadDesk(who),
  read: async (scope, { no, after }: { no: number; after: number | null }) => {
    const row = await head(scope, no);
    if (!row) return undefined;
    const { rows, next } = await commentsOf(scope, row.id, after);
    return { no, title: row.title, comments: rows, next, who: scope.who };
  },
});
