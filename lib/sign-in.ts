import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { session, signInCode } from '@/db/schema/account';
import { person } from '@/db/schema/people';
import { withinLimits } from './attempts';
import { daysAfter } from './calendar';
import { env } from './env';
import { accountCommand, type Database } from './gate';
import { phoneInput } from './phone';
import { type Result, refuse } from './result';
import { sendSms } from './sms';

const HOUR = 3600;
const TRIES = 5;
const CODE_MINUTES = 10;
const SESSION_DAYS = 30;

/** A session that has just begun: whose it is, and its id, which only the signed cookie carries. */
export interface Begun {
  personId: number;
  sessionId: string;
}

/** Six digits can be tried out, so the hash is keyed: a copy of the table alone does not give the codes away. */
const hashOf = (request: string, code: string): Buffer =>
  createHmac('sha256', env.authSecret).update(`${request}:${code}`).digest();

const writeCode = accountCommand({
  act: 'code.write',
  input: z.object({ phone: z.string(), request: z.uuid(), code: z.string() }),
  allow: () => true,
  run: async ({ db, now, input }) => {
    await db.delete(signInCode).where(lt(signInCode.expiresAt, daysAfter(now, -1)));
    await db.insert(signInCode).values({
      id: input.request,
      phone: input.phone,
      hash: hashOf(input.request, input.code),
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
      createdAt: now,
    });
    return { ok: true, value: null };
  },
});

/**
 * Sends a one-time code to this phone and answers the request it is bound to. Known or not, a phone is treated the same.
 * Refuses `too_many` beyond 5 codes an hour for a phone, 60 for an address, 2,000 for the whole installation.
 */
export async function askForCode(asked: { phone: string; address: string }): Promise<Result<{ request: string }>> {
  const parsed = phoneInput.safeParse(asked.phone);
  if (!parsed.success) return refuse('invalid', undefined, { phone: parsed.error.issues[0]?.message ?? 'phone' });
  const phone = parsed.data;
  const held = await withinLimits([
    { kind: 'code-phone', subject: phone, most: 5, seconds: HOUR },
    { kind: 'code-address', subject: asked.address, most: 60, seconds: HOUR },
    { kind: 'code-all', subject: '', most: 2000, seconds: HOUR },
  ]);
  if (!held) return refuse('too_many');
  const request = crypto.randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const written = await writeCode(null, { phone, request, code });
  if (!written.ok) return written;
  await sendSms({
    to: phone,
    text: `【同心议事】验证码 ${code}，${CODE_MINUTES} 分钟内有效。只在您自己打开的页面上填写，别告诉任何人。`,
  });
  return { ok: true, value: { request } };
}

/** Counts a try, committed before the code is compared. */
const tryCode = accountCommand({
  act: 'code.try',
  input: z.object({ request: z.uuid() }),
  allow: () => true,
  run: async ({ db, now, input }) => {
    const [row] = await db
      .update(signInCode)
      .set({ tries: sql`${signInCode.tries} + 1` })
      .where(
        and(
          eq(signInCode.id, input.request),
          isNull(signInCode.usedAt),
          gt(signInCode.expiresAt, now),
          lt(signInCode.tries, TRIES),
        ),
      )
      .returning({ phone: signInCode.phone, hash: signInCode.hash });
    return { ok: true, value: row ?? null };
  },
});

async function beginSession(db: Database, personId: number, now: Date): Promise<Begun> {
  const [row] = await db
    .insert(session)
    .values({ personId, createdAt: now, expiresAt: daysAfter(now, SESSION_DAYS) })
    .returning({ id: session.id });
  if (!row) throw new Error('no session');
  return { personId, sessionId: row.id };
}

const useCode = accountCommand({
  act: 'session.begin',
  input: z.object({ request: z.uuid(), phone: z.string() }),
  allow: () => true,
  run: async ({ db, now, input }) => {
    const used = await db
      .update(signInCode)
      .set({ usedAt: now })
      .where(and(eq(signInCode.id, input.request), isNull(signInCode.usedAt)));
    if (used.rowCount !== 1) return refuse('wrong_code');
    await db.insert(person).values({ phone: input.phone, createdAt: now }).onConflictDoNothing();
    const [known] = await db.select({ id: person.id }).from(person).where(eq(person.phone, input.phone));
    if (!known) return refuse('wrong_code');
    return { ok: true, value: await beginSession(db, known.id, now), event: { personId: known.id } };
  },
});

/**
 * Proves a code of this request and begins a session. A phone nobody had becomes a person.
 * `wrong_code` says nothing more: wrong, used, too late, of another request or tried five times. `too_many` by address.
 */
export async function proveCode(given: { request: string; code: string; address: string }): Promise<Result<Begun>> {
  const held = await withinLimits([
    { kind: 'try-address', subject: given.address, most: 200, seconds: HOUR },
    { kind: 'try-all', subject: '', most: 10_000, seconds: HOUR },
  ]);
  if (!held) return refuse('too_many');
  const tried = await tryCode(null, { request: given.request });
  const code = given.code.normalize('NFKC').replace(/\s/g, '');
  const row = tried.ok ? tried.value : null;
  if (!row || !timingSafeEqual(row.hash, hashOf(given.request, code))) return refuse('wrong_code');
  return useCode(null, { request: given.request, phone: row.phone });
}

/** Begins a session for a demonstration identity; nobody has one outside demonstrations. */
export const enterAs = accountCommand({
  act: 'session.demonstration',
  input: z.object({ identity: z.string('choose_one').min(1, 'choose_one').max(40) }),
  allow: () => env.demonstration,
  run: async ({ db, now, input }) => {
    const [known] = await db
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.demonstration, input.identity), isNull(person.erasedAt)));
    if (!known) return refuse('not_found');
    return { ok: true, value: await beginSession(db, known.id, now), event: { personId: known.id } };
  },
});
