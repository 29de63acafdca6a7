import type { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { addDays, shanghaiDate, startOfDay } from './calendar';

/**
 * Addresses of the notice board that this transaction changes, without language; heard by every instance at its commit.
 * What an address reaches: `reaches` in server/board-cache.mjs.
 */
export async function notifyBoard(db: Database, addresses: readonly string[]): Promise<void> {
  if (addresses.length > 0) await db.execute(sql`select pg_notify('board', ${addresses.join(' ')})`);
}

/** The same in this process and at once: who has written reads it, also when the notification is still on its way. */
export function takeDown(addresses: readonly string[]): void {
  const cache = (globalThis as Record<symbol, ((changed: readonly string[]) => void) | undefined>)[
    Symbol.for('tongxin.board')
  ];
  cache?.(addresses);
}

type Answering = AsyncLocalStorage<Record<symbol, number | undefined>>;

/**
 * When a page of the board grows old though nothing is written: at a moment one of its reads names, and at every
 * midnight in Shanghai, because many facts are counted in days.
 */
export function turnOf(named: Date | null | undefined, now: Date): Date {
  const midnight = startOfDay(addDays(shanghaiDate(now), 1));
  return named && named > now && named < midnight ? named : midnight;
}

/** Tells the answer being made when it grows old; the earliest of its reads counts. */
export function turnsAt(moment: Date): void {
  const answers = (globalThis as Record<symbol, Answering | undefined>)[Symbol.for('tongxin.response')];
  const answer = answers?.getStore();
  const key = Symbol.for('tongxin.turns-at');
  if (answer) answer[key] = Math.min(answer[key] ?? Number.POSITIVE_INFINITY, moment.getTime());
}
