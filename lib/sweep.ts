import { lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { attempt, draft, keptPost, keptSheet, signInCode } from '@/db/schema/account';
import { idempotency } from '@/db/schema/ledger';
import { daysAfter } from './calendar';
import { enterEvery } from './entering';
import { accountCommand } from './gate';

/** What has had its day, and how many days it has. A key is good for a retry as long as it is here. */
const swept = [
  { from: idempotency, since: idempotency.at, days: 90 },
  { from: attempt, since: attempt.windowStart, days: 2 },
  { from: draft, since: draft.at, days: 1 },
  { from: keptPost, since: keptPost.at, days: 1 / 24 },
  { from: keptSheet, since: keptSheet.at, days: 1 },
  { from: signInCode, since: signInCode.expiresAt, days: 1 },
];

const some = accountCommand({
  act: 'account.sweep',
  input: z.object({ what: z.number().int().min(0), most: z.number().int().positive() }),
  allow: (personId) => personId === null,
  run: async ({ db, now, input: { what, most } }) => {
    const one = swept[what];
    if (!one) return { ok: true, value: 0 };
    await enterEvery(db);
    const past = db
      .select({ ctid: sql`ctid` })
      .from(one.from)
      .where(lt(one.since, daysAfter(now, -one.days)))
      .limit(most);
    const gone = await db.delete(one.from).where(sql`ctid = any (array(${past}))`);
    return { ok: true, value: gone.rowCount ?? 0 };
  },
});

/** Throws away spent keys, counters of attempts, kept texts and codes, `most` rows a transaction. A job asks for it. */
export async function sweep(most = 5_000): Promise<void> {
  for (const what of swept.keys()) {
    let gone = most;
    while (gone === most) {
      const done = await some(null, { what, most });
      if (!done.ok) throw new Error(`account.sweep: ${done.refusal.code}`);
      gone = done.value;
    }
  }
}
