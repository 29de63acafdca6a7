import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { inTransaction } from '@/lib/database';

/** How often each race is run. */
const RACES = Math.max(1, Number(process.env.TONGXIN_RACES ?? 100));

/** How far apart two starts may lie, in milliseconds, by turns: enough for either to come first, whichever has the longer way. */
const JITTER = [3, 12, 30];
let turns = 0;
/** A machine that is busy has longer ways: as long as one of the orders has not been seen, starts lie further apart. */
let spread = 1;

type Start = () => Promise<unknown>;
type Ends<T extends readonly Start[]> = { -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> };

/**
 * Starts all of them at one moment, each a few milliseconds later by chance, each with a connection that is already open. Resolves
 * what each resolved, in the order given.
 */
export async function together<const T extends readonly Start[]>(...starts: T): Promise<Ends<T>> {
  await Promise.all(starts.map(() => inTransaction((db) => db.execute(sql`select pg_sleep(0.001)`))));
  const barrier = performance.now() + 1;
  turns += 1;
  const jitter = (JITTER[turns % JITTER.length] ?? 0) * spread;
  const ends = starts.map(async (start) => {
    const mine = barrier + Math.random() * jitter;
    while (performance.now() < mine) await turn();
    return start();
  });
  return (await Promise.all(ends)) as Ends<T>;
}

/** What one race was: who came first, and each thing that must be impossible and was found. */
export interface Ran<O extends string> {
  order: O;
  wrong: string[];
}

/** Runs a race `RACES` times: nothing may be wrong, and each of the orders must have occurred. */
export async function races<O extends string>(orders: readonly O[], one: (n: number) => Promise<Ran<O>>) {
  const seen = new Map<O, number>(orders.map((order) => [order, 0]));
  spread = 1;
  for (let n = 1; n <= RACES; n += 1) {
    const { order, wrong } = await one(n);
    assert.deepEqual(wrong, [], `race ${n} of ${RACES}, ${order}`);
    seen.set(order, (seen.get(order) ?? 0) + 1);
    if (n % 20 === 0 && [...seen.values()].includes(0)) spread *= 2;
  }
  spread = 1;
  for (const [order, times] of seen) assert.ok(times > 0, `in ${RACES} races never: ${order}`);
  if (process.env.TONGXIN_RACES) process.stderr.write(`${[...seen].map((pair) => pair.join(': ')).join(', ')}\n`);
}

/** The negative control: the same race with a lock left out. Its check must find something wrong before long. */
export async function caught(one: (n: number) => Promise<Ran<string>>) {
  for (let n = 1; n <= Math.max(RACES, 100); n += 1) if ((await one(n)).wrong.length > 0) return;
  assert.fail('a lock was left out and the check did not notice');
}

/** A transaction as the app, in one community, without anything the gate does: for controls. */
export const ungated = <T>(communityId: number, work: (db: Database) => Promise<T>): Promise<T> =>
  inTransaction(async (db) => {
    await db.execute(sql`select set_config('tongxin.communities', array[${communityId}::integer]::text, true)`);
    return work(db);
  });
