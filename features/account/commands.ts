import { and, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { session, signInCode } from '@/db/schema/account';
import { community, grants, person, residency } from '@/db/schema/people';
import { accountCommand } from '@/lib/gate';
import { phoneInput } from '@/lib/phone';
import { refuse } from '@/lib/result';
import { eraseInput } from './input';

/**
 * 删除我的资料 (Personal Information Protection Law art. 47): what each room says goes, goes: name, phone, words,
 * sessions, homes and grants. Tallies stay as they were counted; the public record keeps the leaf without salt and content.
 * Refuses `has_duties` to whoever still holds an office for a whole community.
 */
export const erase = accountCommand({
  act: 'person.erase',
  input: eraseInput,
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId: given }) => {
    const personId = given ?? 0;
    const [who] = await db
      .select({ id: person.id })
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
    await db.execute(sql`select erase(${personId}, ${now.toISOString()})`);
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
