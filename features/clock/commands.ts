import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { community } from '@/db/schema/people';
import { env } from '@/lib/env';
import { accountCommand } from '@/lib/gate';

/** How often whoever waits for the worker looks, in milliseconds, and how often in vain. */
const LOOK = { every: 50, most: 400 };

/** One step: to `until`, or to the next job before it. Refused outside demonstrations, here and by the database. */
const moveClock = accountCommand({
  act: 'clock.move',
  input: z.object({ until: z.date() }),
  allow: () => env.demonstration,
  run: async ({ db, personId, input }) => {
    const until = input.until.toISOString();
    const { rows } = await db.execute<{ came: string }>(sql`select move_clock(${until}::timestamptz) as came`);
    const came = rows[0]?.came;
    if (came === 'waiting') return { ok: true, value: came };
    const all = await db.select({ slug: community.slug }).from(community);
    const changed = [...all.map(({ slug }) => slug), '/communities'];
    return { ok: true, value: came, changed, ...(came === 'there' && { event: { personId } }) };
  },
});

/** The whole way, job after job; false where a job that is due is not done. */
export async function goOn(personId: number | null, until: Date): Promise<boolean> {
  for (let looked = 0; looked < LOOK.most; ) {
    const moved = await moveClock(personId, { until });
    if (!moved.ok) return false;
    if (moved.value === 'there') return true;
    looked = moved.value === 'waiting' ? looked + 1 : 0;
    await sleep(LOOK.every);
  }
  return false;
}
