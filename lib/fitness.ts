import { inClear } from './in-clear';
import { problemsOfSms } from './sms/settings';

const secrets = ['AUTH_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'TONGXIN_SIGNING_KEY'];

/** Without `https:` cookies and words go in clear over the network; on this machine alone nobody listens. */
function problemsOfAddress(address: string | undefined): string[] {
  if (!address) return ['TONGXIN_URL is missing: set it to the public address, beginning with https:'];
  if (!URL.canParse(address)) return ['TONGXIN_URL is no address'];
  return inClear(new URL(address))
    ? ['TONGXIN_URL must begin with https: cookies and words would go over the network in clear']
    : [];
}

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
  lines.push(...problemsOfAddress(settings.TONGXIN_URL), ...problemsOfSms(settings));
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
  query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
}
interface Found {
  super: boolean;
  version: number;
  seed: boolean;
  off: string[];
}
interface Rights {
  role: string;
  known: boolean;
  past: boolean;
  owned: string[];
  open: string[];
}

/** What would let requests see or change more than theirs: asked of a database that has been migrated. */
async function problemsOfRights(client: Connected): Promise<string[]> {
  const { rows } = await client.query<Rights>(`
    with app as (select current_database() || '_app' as role),
      scoped as (select c.oid, c.relname, c.relrowsecurity and c.relforcerowsecurity as forced from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped
        where c.relnamespace = to_regnamespace('public') and c.relkind = 'r')
    select app.role, r.oid is not null as known, coalesce(r.rolsuper or r.rolbypassrls, false) as past,
        array(select relname::text from pg_class where relowner = r.oid order by 1) as owned,
        array(select relname::text from scoped where not forced
          or not exists (select from pg_policy p where p.polrelid = scoped.oid and p.polname = 'community') order by 1) as open
      from app left join pg_roles r on r.rolname = app.role where to_regclass('public.community') is not null`);
  return rows.flatMap(({ role, known, past, owned, open }) => [
    ...(known ? [] : [`The role ${role} is missing: npm run migrate makes it`]),
    ...(past ? [`The role ${role} looks past the policies of rows: it must be no superuser and not bypass them`] : []),
    ...(owned.length > 0 ? [`The role ${role} owns ${owned.join(', ')}`] : []),
    ...(open.length > 0
      ? [`Rows of every community can be seen in ${open.join(', ')}: npm run migrate closes them`]
      : []),
  ]);
}

/**
 * Why production must not work on this database, one line each. `client` is connected as DATABASE_URL is, since
 * synchronous_commit may differ by role.
 */
export async function problemsOfDatabase(client: Connected): Promise<string[]> {
  const { rows } = await client.query<Found>(
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
    ...(await problemsOfRights(client)),
  ];
}
