import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Logger, run, runOnce, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { env } from '@/lib/env';
import { problems, problemsOfDatabase } from '@/lib/fitness';
import { closePool } from '@/lib/gate';
import type { Handlers } from '@/lib/jobs';
import { Refused, UsageError, verb } from './table';

const HELP = `work [--once]

Does the jobs that commands have left, in order, until it is stopped. --once: what is due now, then ends.
DATABASE_URL is the owner of the database.`;

const features = path.join(import.meta.dirname, '..', 'features');

/** The handlers of every feature that has jobs: each `features/<name>/jobs.ts` exports `handlers`, and `crontab` when some come round. */
export async function allJobs(): Promise<{ handlers: Handlers; crontab: string }> {
  const all: Handlers = {};
  const crontab: string[] = [];
  for (const name of readdirSync(features).sort()) {
    const file = path.join(features, name, 'jobs.ts');
    if (!existsSync(file)) continue;
    const jobs = (await import(pathToFileURL(file).href)) as { handlers?: Handlers; crontab?: string };
    const { handlers } = jobs;
    if (!handlers) throw new Error(`features/${name}/jobs.ts exports no handlers`);
    if (jobs.crontab) crontab.push(jobs.crontab);
    for (const [task, handler] of Object.entries(handlers)) {
      if (all[task]) throw new Error(`two features handle ${task}`);
      all[task] = handler;
    }
  }
  return { handlers: all, crontab: crontab.join('\n') };
}

/** Errors carry what was typed: the log gets the task, the attempt and the kind of error. */
const logger = new Logger(() => (level, message, meta) => {
  if (level !== 'error' && level !== 'warning') return;
  const job = (meta as { job?: { task_identifier?: string; id?: string; attempts?: number } } | undefined)?.job;
  const error = (meta as { error?: { name?: string; code?: string } } | undefined)?.error;
  const line = { level, event: 'job', task: job?.task_identifier, job: job?.id, attempt: job?.attempts };
  const what = job ? { error: error?.code ?? error?.name } : { message };
  process.stderr.write(`${JSON.stringify({ ...line, ...what })}\n`);
});

/** The worker may have a unit of its own, which no `npm start` has looked at first. */
async function mustBeFit(): Promise<void> {
  const client = new pg.Client({ connectionString: env.databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const lines = [...problems(process.env), ...(await problemsOfDatabase(client))];
    if (lines.length > 0) throw new Refused(lines);
  } finally {
    await client.end().catch(() => {});
  }
}

export async function work(args: string[]): Promise<number> {
  return verb(HELP, args, async () => {
    const unknown = args.filter((arg) => arg !== '--once');
    if (unknown.length > 0) throw new UsageError(`unknown: ${unknown.join(' ')}`);
    if (!env.demonstration) await mustBeFit();
    const { handlers, crontab } = await allJobs();
    const taskList: TaskList = {};
    for (const [task, handler] of Object.entries(handlers))
      taskList[task] = (payload) => handler(payload as Parameters<typeof handler>[0]);
    const settings = { connectionString: env.databaseUrl, taskList, concurrency: 2, pollInterval: 2_000, logger };
    if (args.includes('--once')) {
      await runOnce(settings);
    } else {
      const runner = await run({ ...settings, crontab });
      await runner.promise;
    }
    await closePool();
    return { stopped: true };
  });
}
