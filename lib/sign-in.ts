import { createHmac, timingSafeEqual } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { session, signInCode } from '@/db/schema/account';
import { person } from '@/db/schema/people';
import { widerThan, withinLimits } from './attempts';
import { daysAfter } from './calendar';
import { env } from './env';
import { accountCommand, type Database } from './gate';
import { line } from './input';
import { codeIn, phoneInput } from './phone';
import { personQuery } from './query';
import { ok, type Result, refuse } from './result';
import { CODE_MINUTES, codeOf, sendCode, type Unsent } from './send-code';

const HOUR = 3600;
const TRIES = 5;
const SESSION_DAYS = 30;
const CODES_AN_HOUR = 5;
/** Seconds between two codes to one number: the first may still be on its way. */
const GAP = 60;

/** A session that has just begun: whose it is, and its id, which only the signed cookie carries. */
export interface Begun {
  personId: number;
  sessionId: string;
}

/** Six digits can be tried out, so the hash is keyed: a copy of the table alone does not give the codes away. */
const hashOf = (request: string, code: string): Buffer =>
  createHmac('sha256', env.authSecret).update(`${request}:${code}`).digest();

/**
 * One number at a time: how long ago the last codes went to it decides whether it gets another. What the last hour held
 * is read from the codes themselves, so that nobody who presses twice uses up what the number may have.
 */
const writeCode = accountCommand({
  act: 'code.write',
  input: z.object({ phone: z.string(), request: z.uuid(), code: z.string() }),
  allow: () => true,
  run: async ({ db, now, input }) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${input.phone}, 0))`);
    const sent = await db
      .select({ at: signInCode.createdAt })
      .from(signInCode)
      .where(and(eq(signInCode.phone, input.phone), gt(signInCode.createdAt, new Date(now.getTime() - HOUR * 1000))))
      .orderBy(desc(signInCode.createdAt))
      .limit(CODES_AN_HOUR);
    const left = (at: Date, seconds: number) => Math.ceil((at.getTime() - now.getTime()) / 1000) + seconds;
    const fifth = sent[CODES_AN_HOUR - 1];
    if (fifth) return refuse('too_many', { seconds: Math.max(1, left(fifth.at, HOUR)) });
    const gap = sent[0] ? left(sent[0].at, GAP) : 0;
    if (gap > 0) return refuse('too_soon', { seconds: Math.min(gap, GAP) });
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

/** As many codes as are asked for in an hour when nobody means harm. */
export const USUAL_CODES = 1_000;

/**
 * However many ask, nobody elsewhere is kept from signing in: what grows is what it costs those who ask for many. An hour
 * has 60 codes for an address and 240 for a wider network; where more than 1,000 were asked for in it over all, 20 and 80.
 */
const codeLimits = (address: string) => [
  { kind: 'code-address', subject: address, most: 60, pressed: 20, seconds: HOUR },
  { kind: 'code-network', subject: widerThan(address), most: 240, pressed: 80, seconds: HOUR },
  { kind: 'code-all', subject: '', most: USUAL_CODES, presses: true as const, seconds: HOUR },
];

/**
 * Sends a one-time code to this phone and answers the request it is bound to, and whether it still waits to be sent.
 * Known or not, a phone is treated the same. Refuses `too_soon` within a minute of the last code to this phone, `too_many`
 * beyond 5 codes an hour for a phone and what `codeLimits` says; both with the `seconds` to wait; and what `sendCode`
 * refuses.
 */
export async function askForCode(asked: {
  phone: string;
  address: string;
}): Promise<Result<{ request: string; waits: boolean }, Unsent | 'too_many' | 'too_soon' | 'invalid' | 'not_allowed'>> {
  const parsed = phoneInput.safeParse(asked.phone);
  if (!parsed.success) return refuse('invalid', undefined, { phone: parsed.error.issues[0]?.message ?? 'phone' });
  const phone = parsed.data;
  const held = await withinLimits(codeLimits(asked.address));
  if (!held.ok) return held;
  const request = crypto.randomUUID();
  const written = await writeCode(null, { phone, request, code: codeOf(request) });
  if (!written.ok) return written;
  const given = await sendCode({ request, tries: 0 });
  return given.ok ? { ok: true, value: { request, ...given.value } } : given;
}

/** Where somebody is reached for a code: their number, or in a demonstration the name of their identity. */
export const reachedAt = personQuery({
  name: 'account.reached_at',
  read: async ({ db, personId }, _: undefined): Promise<{ phone: string | null; shown: string | null }> => {
    const [row] = await db
      .select({ phone: person.phone, identity: person.demonstration })
      .from(person)
      .where(eq(person.id, personId));
    const shown = env.demonstration && row && !row.phone && row.identity ? `demonstration:${row.identity}` : null;
    return { phone: row?.phone ?? null, shown };
  },
});

/** The same for whoever is signed in, to be sure it is them. An identity of a demonstration has no telephone: its page shows the code. */
export async function askForOwnCode(personId: number, address: string) {
  const { phone, shown } = await reachedAt(personId, undefined);
  if (shown === null) return phone === null ? refuse('no_phone') : askForCode({ phone, address });
  const request = crypto.randomUUID();
  const written = await writeCode(null, { phone: shown, request, code: codeOf(request) });
  return written.ok ? ok({ request, waits: false }) : written;
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

/** Marks the code as used, where it is spent; false when somebody else was first. */
export async function markUsed(db: Database, request: string, now: Date): Promise<boolean> {
  const used = await db
    .update(signInCode)
    .set({ usedAt: now })
    .where(and(eq(signInCode.id, request), isNull(signInCode.usedAt)));
  return used.rowCount === 1;
}

const spendCode = accountCommand({
  act: 'session.begin',
  input: z.object({ request: z.uuid(), phone: z.string() }),
  allow: () => true,
  run: async ({ db, now, input }) => {
    if (!(await markUsed(db, input.request, now))) return refuse('wrong_code');
    await db.insert(person).values({ phone: input.phone, createdAt: now }).onConflictDoNothing();
    const [known] = await db.select({ id: person.id }).from(person).where(eq(person.phone, input.phone));
    if (!known) return refuse('wrong_code');
    return { ok: true, value: await beginSession(db, known.id, now), event: { personId: known.id } };
  },
});

/** From now on this person signs in by another number; every session but this one ends, and codes of the old number. */
const moveToPhone = accountCommand({
  act: 'phone.change',
  input: z.object({ request: z.uuid(), phone: z.string(), session: z.uuid() }),
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId: given, input }) => {
    const personId = given ?? 0;
    if (!(await markUsed(db, input.request, now))) return refuse('wrong_code');
    const [who] = await db.select({ phone: person.phone }).from(person).where(eq(person.id, personId)).for('update');
    const [other] = await db.select({ id: person.id }).from(person).where(eq(person.phone, input.phone));
    if (other && other.id !== personId) return refuse('phone_taken');
    await db.update(person).set({ phone: input.phone }).where(eq(person.id, personId));
    await db
      .update(session)
      .set({ revokedAt: now })
      .where(and(eq(session.personId, personId), ne(session.id, input.session), isNull(session.revokedAt)));
    if (who?.phone && who.phone !== input.phone) await db.delete(signInCode).where(eq(signInCode.phone, who.phone));
    return { ok: true, value: null, event: { personId } };
  },
});

interface Given {
  request: string;
  code: string;
  address: string;
}

/**
 * The phone of whoever gives the right code; of somebody without one, what `askForOwnCode` wrote it for. `wrong_code` says nothing more; `too_many` by address; what is no code at all
 * costs no try.
 */
export async function phoneProved(given: Given): Promise<Result<string, 'invalid' | 'too_many' | 'wrong_code'>> {
  const code = codeIn(given.code);
  if (code === null) return refuse('invalid', undefined, { code: 'code_form' });
  const held = await withinLimits([
    { kind: 'try-address', subject: given.address, most: 200, seconds: HOUR },
    { kind: 'try-network', subject: widerThan(given.address), most: 800, seconds: HOUR },
  ]);
  if (!held.ok) return held;
  const tried = await tryCode(null, { request: given.request });
  const row = tried.ok ? tried.value : null;
  if (!row || !timingSafeEqual(row.hash, hashOf(given.request, code))) return refuse('wrong_code');
  return { ok: true, value: row.phone };
}

/**
 * Proves a code of this request and begins a session. A phone nobody had becomes a person.
 * `wrong_code` says nothing more: wrong, used, too late, of another request or tried five times. `too_many` by address.
 */
export async function proveCode(given: Given) {
  const proved = await phoneProved(given);
  return proved.ok ? spendCode(null, { request: given.request, phone: proved.value }) : proved;
}

/** The same for somebody signed in, who takes the number with them. Refuses `phone_taken` when somebody else has it. */
export async function changePhone(begun: Begun, given: Given) {
  const proved = await phoneProved(given);
  if (!proved.ok) return proved;
  return moveToPhone(begun.personId, { request: given.request, phone: proved.value, session: begun.sessionId });
}

/** Begins a session for a demonstration identity; nobody has one outside demonstrations. */
export const enterAs = accountCommand({
  act: 'session.demonstration',
  input: z.object({ identity: line(40) }),
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
