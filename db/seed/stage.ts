import pg from 'pg';
import { travelTo } from '@/lib/database';
import { env } from '@/lib/env';
import type { Handlers } from '@/lib/jobs';
import type { Result } from '@/lib/result';

const day = 24 * 60 * 60 * 1000;

/** The demonstration's own hands: an owner's connection for identities and for the queue, and the moment it lives at. */
export interface Stage {
  owner: pg.Client;
  /** Moves the clock forward to this moment, running on the way every job that falls due, in order. */
  at: (moment: string) => Promise<Date>;
  /** Moves it by minutes; nothing falls due on the way. */
  later: (minutes: number) => void;
  /** The story's day `2022-03-05`, moved by the stage's shift; what forms would send as a date. */
  day: (date: string) => string;
  end: () => Promise<void>;
}

interface Due {
  id: string;
  task: string;
  payload: Record<string, never>;
  run_at: Date;
}

/**
 * Opens the stage. `shiftDays` moves the whole story; times in it are Shanghai's. Jobs of other communities that are due
 * by then run too: it is one queue.
 */
export async function openStage(handlers: Handlers, shiftDays = 0): Promise<Stage> {
  const owner = new pg.Client({ connectionString: env.databaseUrl });
  await owner.connect();
  let last = new Date(0);

  const runDue = async (until: Date): Promise<void> => {
    for (;;) {
      const { rows } = await owner.query<Due>(
        `select j.id, t.identifier as task, j.payload, j.run_at
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where j.run_at <= $1 order by j.run_at, j.id limit 1`,
        [until],
      );
      const job = rows[0];
      if (!job) return;
      const handler = handlers[job.task];
      if (!handler) throw new Error(`No handler for the job ${job.task}`);
      if (job.run_at > last) last = job.run_at;
      travelTo(last);
      await handler(job.payload);
      await owner.query('select graphile_worker.complete_jobs($1::bigint[])', [[job.id]]);
    }
  };

  return {
    owner,
    at: async (text) => {
      const moment = new Date(new Date(`${text.replace(' ', 'T')}:00+08:00`).getTime() + shiftDays * day);
      if (moment < last) throw new Error(`The story runs backwards at ${text}`);
      await runDue(moment);
      last = moment;
      travelTo(moment);
      return moment;
    },
    later: (minutes) => {
      last = new Date(last.getTime() + minutes * 60_000);
      travelTo(last);
    },
    day: (date) => new Date(Date.parse(`${date}T00:00:00Z`) + shiftDays * day).toISOString().slice(0, 10),
    end: async () => {
      travelTo(undefined);
      await owner.end();
    },
  };
}

/** The value of a command that the story knows to succeed; a refusal ends the seed with its reason. */
export function must<T>(what: string, outcome: Result<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${what}: ${JSON.stringify(outcome.refusal)}`);
}
