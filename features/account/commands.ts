import { and, eq, gt, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { session, signInCode } from '@/db/schema/account';
import { grants, person, residency } from '@/db/schema/people';
import { belongsNoMore } from '@/features/people/rules';
import { accountCommand, type Database } from '@/lib/gate';
import { enqueue } from '@/lib/jobs';
import { phoneInput } from '@/lib/phone';
import { refuse } from '@/lib/result';
import { markUsed } from '@/lib/sign-in';
import { erasureDue } from './rules';

const leaving = (db: Database, personId: number, due?: Date) =>
  db
    .select({
      id: person.id,
      name: person.name,
      keptName: person.keptName,
      phone: person.phone,
      identity: person.demonstration,
    })
    .from(person)
    .where(and(eq(person.id, personId), isNull(person.erasedAt), due ? lte(person.erasesAt, due) : undefined))
    .for('update');

/** Where somebody lives or lived, or holds an office or held one. */
async function placesOf(db: Database, personId: number): Promise<string[]> {
  const { rows } = await db.execute<{ slug: string }>(sql`select c.slug from community c where c.id in (
    select community_id from residency where person_id = ${personId}
    union select community_id from grants where person_id = ${personId}) order by c.slug`);
  return rows.map(({ slug }) => slug);
}

/**
 * 删除我的资料, asked for with a fresh code to their own number: from now on they are signed out everywhere and their name
 * stands nowhere; seven days later the rest goes, unless they sign in and keep it. Refuses `has_duties` to whoever still
 * holds an office for a whole community.
 */
export const askErasure = accountCommand({
  act: 'person.erase',
  input: z.object({ request: z.uuid(), phone: z.string() }),
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId: given, input }) => {
    const personId = given ?? 0;
    const [who] = await leaving(db, personId);
    if (!who) return refuse('not_found');
    const own = who.phone ?? `demonstration:${who.identity}`;
    if (input.phone !== own || !(await markUsed(db, input.request, now))) return refuse('wrong_code');
    const held = await db
      .select({ role: grants.role })
      .from(grants)
      .where(and(eq(grants.personId, personId), ne(grants.role, 'captain'), or(isNull(grants.to), gt(grants.to, now))));
    if (held.length > 0) return refuse('has_duties');
    const erasesAt = erasureDue(now);
    await db
      .update(person)
      .set({ erasesAt, name: null, keptName: who.name ?? who.keptName })
      .where(eq(person.id, personId));
    await db
      .update(session)
      .set({ revokedAt: now })
      .where(and(eq(session.personId, personId), isNull(session.revokedAt)));
    const job = { task: 'account_erase', payload: { person: personId }, runAt: erasesAt, key: `erase:${personId}` };
    await enqueue(db, job, now);
    for (const slug of await placesOf(db, personId)) await enqueue(db, belongsNoMore(slug), now);
    return { ok: true, value: { erasesAt }, event: { personId } };
  },
});

/** 留下: whoever signs in before it is done keeps everything. */
export const keepData = accountCommand({
  act: 'person.keep',
  input: z.object({}),
  allow: (personId) => personId !== null,
  run: async ({ db, personId }) => {
    const kept = await db
      .update(person)
      .set({ erasesAt: null, name: sql`coalesce(${person.keptName}, ${person.name})`, keptName: null })
      .where(and(eq(person.id, personId ?? 0), isNull(person.erasedAt), isNotNull(person.erasesAt)));
    if (kept.rowCount === 0) return refuse('nothing_to_keep');
    return { ok: true, value: null, event: { personId } };
  },
});

/** Somebody new under an identity of a demonstration, with its homes and offices: its button stays for the next visitor. */
async function bornAgain(db: Database, old: { id: number; name: string | null; identity: string }, now: Date) {
  const homes = await db
    .select({ communityId: residency.communityId, householdId: residency.householdId, from: residency.from })
    .from(residency)
    .where(and(eq(residency.personId, old.id), isNull(residency.to)));
  const offices = await db
    .select({ communityId: grants.communityId, role: grants.role, entranceId: grants.entranceId, to: grants.to })
    .from(grants)
    .where(and(eq(grants.personId, old.id), or(isNull(grants.to), gt(grants.to, now))));
  return async () => {
    const { name, identity } = old;
    const [born] = await db
      .insert(person)
      .values({ name, demonstration: identity, createdAt: now })
      .returning({ id: person.id });
    const personId = born?.id ?? 0;
    if (homes.length > 0) await db.insert(residency).values(homes.map((home) => ({ ...home, personId, from: now })));
    if (offices.length > 0) await db.insert(grants).values(offices.map((one) => ({ ...one, personId, from: now })));
  };
}

/**
 * What was asked for seven days ago, done (Personal Information Protection Law art. 47): what each room says goes, goes:
 * name, phone, words, sessions, homes and grants. Tallies stay as they were counted; the public record keeps the leaf without
 * salt and content. Of an identity of a demonstration a new person takes the place.
 */
export const erase = accountCommand({
  act: 'person.erased',
  input: z.object({}),
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId: given }) => {
    const personId = given ?? 0;
    const [who] = await leaving(db, personId, now);
    if (!who) return refuse('not_found');
    const changed = await placesOf(db, personId);
    const { id, keptName: name, identity } = who;
    const next = identity === null ? undefined : await bornAgain(db, { id, name, identity }, now);
    await db.execute(sql`select erase(${personId}, ${now.toISOString()})`);
    await next?.();
    return { ok: true, value: null, event: { personId }, changed };
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
