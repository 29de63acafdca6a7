import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { attempt } from '@/db/schema/account';
import { accountCommand } from './gate';
import { sha256 } from './ledger';

/** At most `most` of one kind by one subject in a window of this many seconds. */
export interface Limit {
  kind: string;
  subject: string;
  most: number;
  seconds: number;
}

/** Counts in its own transaction, committed before anybody looks: what is refused later is counted all the same. */
const count = accountCommand({
  act: 'attempt.count',
  input: z.object({ key: z.string().max(80), seconds: z.number().int().positive() }),
  allow: () => true,
  run: async ({ db, now, input }) => {
    const length = input.seconds * 1000;
    const windowStart = new Date(Math.floor(now.getTime() / length) * length);
    const [row] = await db
      .insert(attempt)
      .values({ key: input.key, windowStart, count: 1 })
      .onConflictDoUpdate({ target: [attempt.key, attempt.windowStart], set: { count: sql`${attempt.count} + 1` } })
      .returning({ count: attempt.count });
    return { ok: true, value: row?.count ?? Number.POSITIVE_INFINITY };
  },
});

/** Counts one attempt against every limit, then says whether all of them hold. Subjects are stored as hashes. */
export async function withinLimits(limits: readonly Limit[]): Promise<boolean> {
  let held = true;
  for (const { kind, subject, most, seconds } of limits) {
    const key = `${kind}:${sha256(subject).toString('base64url')}`;
    const counted = await count(null, { key, seconds });
    if (!counted.ok || counted.value > most) held = false;
  }
  return held;
}
