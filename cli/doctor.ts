import pg from 'pg';
import { env } from '@/lib/env';
import { problems, problemsOfDatabase } from '@/lib/fitness';
import { saysBroken, verifyRecords } from '@/lib/records';
import { smsDrivers } from '@/lib/sms';
import { Refused, verb } from './table';

const HELP = `doctor

Says what is wrong with the settings, the database and the public records of this installation, one line each: secrets,
fsync, full_page_writes and synchronous_commit, the version, and the first leaf that does not verify. Exit 0: nothing.`;

/** A demonstration has a role `seed` and may run on a throw-away database; its records must hold all the same. */
async function ofDatabase(): Promise<string[]> {
  const client = new pg.Client({ connectionString: env.databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const unfit = await problemsOfDatabase(client);
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query(`select 1 where to_regclass('public.ledger_head') is not null`);
    const records = rows.length > 0 ? await verifyRecords(client) : [];
    const told = unfit.filter((line) => !env.demonstration || !line.includes('demonstrations'));
    return [
      ...told,
      ...records.flatMap(saysBroken),
      ...(rows.length > 0 ? [] : ['the database has not been migrated']),
    ];
  } catch (error) {
    return [`the database does not answer: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await client.end().catch(() => {});
  }
}

export async function doctor(args: string[]): Promise<number> {
  return verb(HELP, args, async () => {
    const lines = [...(env.demonstration ? [] : problems(process.env))];
    if (!smsDrivers.includes(env.smsDriver))
      lines.push(`SMS_DRIVER ${env.smsDriver} is not one of ${smsDrivers.join(', ')}`);
    if (process.env.DATABASE_URL) lines.push(...(await ofDatabase()));
    else lines.push('DATABASE_URL is not set');
    if (lines.length > 0) throw new Refused(lines);
    return { problems: [], mode: env.demonstration ? 'demonstration' : 'production' };
  });
}
