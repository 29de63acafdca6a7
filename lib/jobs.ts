import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Json } from './ledger';

/** A consequence written in the command's own transaction. `key` makes a later job of the same key replace the earlier. */
export interface Job {
  task: string;
  payload: { [key: string]: Json };
  runAt?: Date;
  key?: string;
}

/** A handler may run more than once for the same job. */
export type Handlers = Record<string, (payload: { [key: string]: Json }) => Promise<void>>;

export async function enqueue(db: Database, job: Job, now: Date): Promise<void> {
  const runAt = (job.runAt ?? now).toISOString();
  await db.execute(
    sql`select enqueue(${job.task}, ${JSON.stringify(job.payload)}::json, ${runAt}::timestamptz, ${job.key ?? null})`,
  );
}
