import { and, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { attempt, draft, session, signInCode } from '@/db/schema/account';
import { caseContent, cases } from '@/db/schema/cases';
import { ledgerContent } from '@/db/schema/ledger';
import { letter } from '@/db/schema/letters';
import { opinion, opinionContent } from '@/db/schema/opinions';
import { community, grants, joinRequest, ownership, person, residency } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { comment, commentContent, proposal } from '@/db/schema/proposals';
import { daysAfter } from '@/lib/calendar';
import { accountCommand, type Database } from '@/lib/gate';
import { phoneInput } from '@/lib/phone';
import { refuse } from '@/lib/result';
import { eraseInput } from './input';

/** Words this person gave for themselves. What they wrote down in an office or for others belongs to those. */
async function eraseWords(db: Database, personId: number): Promise<void> {
  const opinions = db.select({ id: opinion.id }).from(opinion).where(eq(opinion.authorId, personId));
  await db.delete(opinionContent).where(inArray(opinionContent.opinionId, opinions));
  const comments = db.select({ id: comment.id }).from(comment).where(eq(comment.personId, personId));
  await db.delete(commentContent).where(inArray(commentContent.commentId, comments));
  await db
    .delete(ledgerContent)
    .where(
      and(eq(ledgerContent.personId, personId), sql`${ledgerContent.content}::jsonb -> 'actor' ->> 'as' = 'resident'`),
    );
  await db.delete(letter).where(eq(letter.personId, personId));
  await eraseCasesAndDrafts(db, personId);
  await db.delete(draft).where(eq(draft.personId, personId));
}

/** Cases somebody brought over the web, and proposals that were never submitted. */
async function eraseCasesAndDrafts(db: Database, personId: number): Promise<void> {
  const brought = db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.recordedBy, personId), eq(cases.source, 'web')));
  await db.delete(caseContent).where(inArray(caseContent.caseId, brought));
  const unsent = and(eq(proposal.authorId, personId), eq(proposal.state, 'draft'), isNull(proposal.recordedBy));
  const drafts = db.select({ id: proposal.id }).from(proposal).where(unsent);
  await db.delete(picture).where(and(eq(picture.subject, 'proposal'), inArray(picture.subjectId, drafts)));
  await db.delete(proposal).where(unsent);
}

/**
 * 删除我的资料 (Personal Information Protection Law art. 47): name, phone and words go, sessions end, homes and grants
 * end. Tallies stay as they were counted; the public record keeps the leaf without salt and content.
 * Refuses `has_duties` to whoever still holds an office for a whole community.
 */
export const erase = accountCommand({
  act: 'person.erase',
  input: eraseInput,
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId: given }) => {
    const personId = given ?? 0;
    const [who] = await db
      .select()
      .from(person)
      .where(and(eq(person.id, personId), isNull(person.erasedAt)))
      .for('update');
    if (!who) return refuse('not_found');
    const held = await db
      .select({ role: grants.role })
      .from(grants)
      .where(and(eq(grants.personId, personId), ne(grants.role, 'captain'), or(isNull(grants.to), gt(grants.to, now))));
    if (held.length > 0) return refuse('has_duties');
    const places = await db
      .selectDistinct({ slug: community.slug })
      .from(residency)
      .innerJoin(community, eq(community.id, residency.communityId))
      .where(eq(residency.personId, personId));
    await eraseWords(db, personId);
    const mine = eq(joinRequest.personId, personId);
    await db.update(joinRequest).set({ note: '', reason: null }).where(mine);
    await db
      .update(joinRequest)
      .set({ state: 'refused', decidedAt: now })
      .where(and(mine, eq(joinRequest.state, 'requested')));
    await db
      .update(residency)
      .set({ to: now })
      .where(and(eq(residency.personId, personId), isNull(residency.to)));
    await db
      .update(grants)
      .set({ to: now })
      .where(and(eq(grants.personId, personId), or(isNull(grants.to), gt(grants.to, now))));
    await db.update(ownership).set({ personId: null }).where(eq(ownership.personId, personId));
    await db
      .update(session)
      .set({ revokedAt: now })
      .where(and(eq(session.personId, personId), isNull(session.revokedAt)));
    if (who.phone) await db.delete(signInCode).where(eq(signInCode.phone, who.phone));
    await db
      .update(person)
      .set({ name: null, phone: null, demonstration: null, erasedAt: now })
      .where(eq(person.id, personId));
    return { ok: true, value: null, event: { personId }, changed: places.map(({ slug }) => slug) };
  },
});

/**
 * 收回号码: nobody signs in as this person by the number any more, and nobody is signed in as them. For a number that was
 * passed on or lost; whoever has it next begins as a new person. By whoever holds the server, asked by the office.
 */
export const releasePhone = accountCommand({
  act: 'phone.release',
  input: z.object({ phone: phoneInput }),
  allow: (personId) => personId === null,
  run: async ({ db, now, input }) => {
    const [who] = await db.select({ id: person.id }).from(person).where(eq(person.phone, input.phone)).for('update');
    if (!who) return refuse('not_found');
    await db.update(person).set({ phone: null }).where(eq(person.id, who.id));
    const ended = await db
      .update(session)
      .set({ revokedAt: now })
      .where(and(eq(session.personId, who.id), isNull(session.revokedAt)));
    await db.delete(signInCode).where(eq(signInCode.phone, input.phone));
    return { ok: true, value: { sessions: ended.rowCount ?? 0 }, event: { personId: who.id } };
  },
});

/** Throws away what has had its day: counters of attempts, kept texts, codes. No person asks for it; a job does. */
export const tidy = accountCommand({
  act: 'account.tidy',
  input: z.object({}),
  allow: (personId) => personId === null,
  run: async ({ db, now }) => {
    await db.delete(attempt).where(lt(attempt.windowStart, daysAfter(now, -2)));
    await db.delete(draft).where(lt(draft.at, daysAfter(now, -1)));
    await db.delete(signInCode).where(lt(signInCode.expiresAt, daysAfter(now, -1)));
    return { ok: true, value: null };
  },
});
