import { and, eq, gte, sql } from 'drizzle-orm';
import { comment, commentContent, proposal } from '@/db/schema/proposals';
import { writeLetters } from '@/features/letters/moves';
import { householdOf, personOf } from '@/lib/actor';
import { shanghaiDate, startOfDay } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { commentInput, hideInput, showInput } from '../input';
import { letters } from '../letters';
import { broughtBy, lockSpokenOf } from '../moves';

/** As many as one person may add in a day: more than a conversation takes, fewer than a flood. */
const COMMENTS_A_DAY = 30;

/** Words about the proposal, for everybody to read; the board shows the building, never the person. */
export const addComment = command({
  act: acts.addComment,
  input: commentInput,
  facts: lockSpokenOf,
  run: async ({ db, communityId, now, actor, input, facts: { row } }) => {
    const { stance, words } = input;
    const person = personOf(actor) ?? 0;
    const householdId = householdOf(actor);
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`comments/${person}`}, 0))`);
    const today = and(eq(comment.personId, person), gte(comment.at, startOfDay(shanghaiDate(now))));
    if ((await db.$count(comment, today)) >= COMMENTS_A_DAY) return refuse('comments_of_day');
    const [saved] = await db
      .insert(comment)
      .values({
        communityId,
        proposalId: row.id,
        personId: person,
        householdId,
        stance,
        at: now,
      })
      .returning({ id: comment.id });
    const id = saved?.id ?? 0;
    await db.insert(commentContent).values({ communityId, commentId: id, words });
    const isTheirs = row.authorId === person || (householdId !== null && row.authorHouseholdId === householdId);
    if (stance === 'question' && !isTheirs)
      await writeLetters(
        { db, communityId, now },
        letters.question_asked,
        broughtBy(row).map((to) => ({ to, no: input.proposal, detail: { title: row.title } })),
      );
    return {
      ok: true,
      value: { proposal: input.proposal, comment: id },
      leaf: { subject: `proposal/${input.proposal}`, content: { comment: id, stance, words } },
      changed: [],
    };
  },
});

/** A comment under the hand of a moderator, locked, with the number of its proposal. */
async function moderated({ db, communityId }: Scope, { comment: id }: { comment: number }) {
  const [found] = await db
    .select({ comment, no: sql<number>`coalesce(${proposal.no}, 0)` })
    .from(comment)
    .innerJoin(proposal, and(eq(proposal.communityId, comment.communityId), eq(proposal.id, comment.proposalId)))
    .where(and(eq(comment.communityId, communityId), eq(comment.id, id)))
    .for('update', { of: comment });
  return found && { ...found.comment, no: found.no };
}

/** A comment is hidden for a reason everybody can read; the original stays. */
export const hideComment = command({
  act: acts.hideComment,
  input: hideInput,
  facts: moderated,
  run: async ({ db, communityId, now, actor, input, facts: { id, no } }) => {
    await db
      .update(comment)
      .set({ hiddenReason: input.reason, hiddenBy: personOf(actor), hiddenAt: now })
      .where(and(eq(comment.communityId, communityId), eq(comment.id, id)));
    return {
      ok: true,
      value: { proposal: no },
      leaf: { subject: `proposal/${no}`, content: { comment: id, hidden: input.reason } },
      changed: [],
    };
  },
});

/** A comment hidden by mistake hangs on the board again. That it was hidden, and why, stays in the record. */
export const showComment = command({
  act: acts.showComment,
  input: showInput,
  facts: moderated,
  run: async ({ db, communityId, input, facts: { id, no } }) => {
    await db
      .update(comment)
      .set({ hiddenReason: null, hiddenBy: null, hiddenAt: null })
      .where(and(eq(comment.communityId, communityId), eq(comment.id, id)));
    return {
      ok: true,
      value: { proposal: no },
      leaf: { subject: `proposal/${no}`, content: { comment: id, shownAgain: input.reason } },
      changed: [],
    };
  },
});
