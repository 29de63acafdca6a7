import pg from 'pg';
import { env, problems } from '@/lib/env';
import { smsDrivers } from '@/lib/sms';
import { Refused, verb } from './table';

const HELP = `doctor

Says what is wrong with the settings and the database of this installation, one line each. Exit 0: nothing.`;

async function ofDatabase(): Promise<string[]> {
  const client = new pg.Client({ connectionString: env.databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ fsync: string; pages: string; commit: string; version: string }>(
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('synchronous_commit') as commit, current_setting('server_version_num') as version`,
    );
    const found = rows[0];
    const unsafe = [found?.fsync, found?.pages, found?.commit].includes('off');
    return [
      ...(unsafe ? ['fsync, full_page_writes or synchronous_commit is off: a power cut would lose votes'] : []),
      ...(Number(found?.version) < 180_000 ? ['the database is older than PostgreSQL 18'] : []),
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
