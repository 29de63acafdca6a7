const secrets = ['AUTH_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'TONGXIN_SIGNING_KEY'];

/** Why production must not start with these settings, one line each; empty when it may. */
export function problems(settings: Record<string, string | undefined>): string[] {
  const lines: string[] = [];
  for (const name of secrets) {
    const value = settings[name];
    if (!value) lines.push(`${name} is missing: set it to at least 32 random characters`);
    else if (value.length < 32) lines.push(`${name} is too short: at least 32 characters`);
    else if (/change.?me|default|secret|example/i.test(value))
      lines.push(`${name} looks like a default: make a new one`);
  }
  if (settings.TONGXIN_SEED_URL) lines.push('TONGXIN_SEED_URL is for demonstrations: unset it');
  return lines;
}

/** What each setting guards against: the last of them can also be turned off for one role or one database. */
const durable: Record<string, string> = {
  fsync: 'a power cut could destroy the database',
  full_page_writes: 'a power cut could leave half-written pages',
  synchronous_commit: 'a crash would lose votes that were acknowledged',
};

interface Connected {
  query(text: string, values: unknown[]): Promise<{ rows: Found[] }>;
}
interface Found {
  super: boolean;
  version: number;
  seed: boolean;
  off: string[];
}

/**
 * Why production must not work on this database, one line each. `client` is connected as DATABASE_URL is, since
 * synchronous_commit may differ by role.
 */
export async function problemsOfDatabase(client: Connected): Promise<string[]> {
  const { rows } = await client.query(
    `select rolsuper as super, current_setting('server_version_num')::int as version,
            exists (select from pg_roles where rolname = 'seed') as seed,
            array(select name from pg_settings where name = any ($1) and setting = 'off' order by name) as off
       from pg_roles where rolname = current_user`,
    [Object.keys(durable)],
  );
  const [found] = rows;
  if (!found) return ['DATABASE_URL names nobody the database knows'];
  return [
    ...(found.super ? ['DATABASE_URL names a superuser: give the owner of the database, who is none'] : []),
    ...found.off.map((name) => `The database runs with ${name} off: ${durable[name]}`),
    ...(found.version < 180000 ? ['The database is older than PostgreSQL 18'] : []),
    ...(found.seed ? ['The database server has a role `seed`, whose clock can be set: it is for demonstrations'] : []),
  ];
}
