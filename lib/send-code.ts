import { createHmac } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { signInCode } from '@/db/schema/account';
import { env } from './env';
import { accountCommand } from './gate';
import { enqueue } from './jobs';
import { ok, type Result, refuse } from './result';
import { type NotTaken, type Trouble, troubles } from './sms/message';
import { sendSms } from './sms/send';

export const CODE_MINUTES = 10;
/** Seconds a code must still be good for when it is handed over: it has to arrive and be typed. */
const WORTH_SENDING = 60;
/** Seconds after which it is handed over again where the gateway has certainly not taken it; then no more. */
const AGAIN = [5, 15, 45, 120];

export type Unsent = 'sms_number' | 'sms_limit' | 'sms_down';

/** What the person who waits is told, where waiting leads to nothing; the others go on to where the code is typed. */
const told: Partial<Record<Trouble, Unsent>> = {
  number: 'sms_number',
  limit: 'sms_limit',
  settings: 'sms_down',
  account: 'sms_down',
};

/** The code of a request. It is worked out anew by whoever sends it, so that nothing need keep it. */
export function codeOf(request: string): string {
  const bytes = createHmac('sha256', env.authSecret).update(`code:${request}`).digest();
  return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

const ofRequest = z.object({ request: z.uuid() });

/**
 * Takes a code to hand it over: of all who try, one. Null when somebody has, when it was used, replaced by a newer one
 * to the same phone, or is hardly good any more.
 */
const takeCode = accountCommand({
  act: 'code.take',
  input: ofRequest,
  allow: () => true,
  run: async ({ db, now, input }) => {
    const [row] = await db
      .update(signInCode)
      .set({ handedAt: now })
      .where(
        and(
          eq(signInCode.id, input.request),
          isNull(signInCode.handedAt),
          isNull(signInCode.usedAt),
          gt(signInCode.expiresAt, new Date(now.getTime() + WORTH_SENDING * 1000)),
          sql`not exists (select from sign_in_code newer
            where newer.phone = ${signInCode.phone} and newer.created_at > ${signInCode.createdAt})`,
        ),
      )
      .returning({ phone: signInCode.phone, until: signInCode.expiresAt });
    return { ok: true, value: row ?? null };
  },
});

/** The gateway has certainly not taken it: it waits for another try. */
const putBack = accountCommand({
  act: 'code.put_back',
  input: ofRequest.extend({ tries: z.number().int(), seconds: z.number().int() }),
  allow: () => true,
  run: async ({ db, now, input: { request, tries, seconds } }) => {
    await db.update(signInCode).set({ handedAt: null }).where(eq(signInCode.id, request));
    const runAt = new Date(now.getTime() + seconds * 1000);
    await enqueue(db, { task: 'account_send_code', payload: { request, tries }, runAt, key: `code:${request}` }, now);
    return { ok: true, value: null };
  },
});

/** It will never arrive: asking for another need not wait for it, and it is none of those the phone has had. */
const withdraw = accountCommand({
  act: 'code.withdraw',
  input: ofRequest,
  allow: () => true,
  run: async ({ db, input }) => {
    await db.delete(signInCode).where(and(eq(signInCode.id, input.request), isNull(signInCode.usedAt)));
    return { ok: true, value: null };
  },
});

/** One line for whoever runs the installation, with nothing of the message. */
const report = ({ trouble, said }: NotTaken) => console.error(`sms ${env.sms.driver}: ${troubles[trouble]} (${said})`);

/**
 * Hands the code of a request to the gateway, once for all who try, and never where it may be on its way already. What
 * the gateway has certainly not taken waits for a job. Refuses `sms_number`, `sms_limit` and `sms_down` where this code
 * will not arrive.
 *
 * @param tries how often it has been handed over before
 */
export async function sendCode(given: {
  request: string;
  tries: number;
}): Promise<Result<{ waits: boolean }, Unsent | 'invalid' | 'not_allowed'>> {
  const { request, tries } = given;
  const taken = await takeCode(null, { request });
  if (!taken.ok) return taken;
  if (!taken.value) return ok({ waits: false });
  const code = codeOf(request);
  const outcome = await sendSms({
    id: request,
    to: taken.value.phone,
    kind: 'code',
    values: { code },
    until: taken.value.until,
    text: `验证码 ${code}，${CODE_MINUTES} 分钟内有效。只在您自己打开的页面上填写，别告诉任何人。`,
  });
  if (outcome.taken) return ok({ waits: false });
  const seconds = outcome.trouble === 'busy' ? AGAIN[tries] : undefined;
  if (seconds !== undefined) {
    await putBack(null, { request, tries: tries + 1, seconds });
    return ok({ waits: true });
  }
  if (outcome.trouble !== 'number' && outcome.trouble !== 'limit') report(outcome);
  if (outcome.trouble === 'unsure') return ok({ waits: false });
  await withdraw(null, { request });
  return refuse(told[outcome.trouble] ?? 'sms_down');
}
