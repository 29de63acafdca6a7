import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';

/** Of one table, what somebody said or signed. */
export interface Said {
  /** Columns that keep what is once in them. */
  words: readonly string[];
  /** The only columns requests may change; none: no row of it is changed. */
  course?: readonly string[];
  /** What tells a row within its community. */
  key?: string;
  /** The table whose every row has one of it, by its key. */
  of?: string;
  /** When its words are said: a condition on `old`. Until then it is a draft, which may be changed and thrown away. */
  once?: string;
}

export type SaidByTable = Readonly<Record<string, Said>>;

/** One after another, as the owner, over every community: what takes away a person's words. */
export type Erasure = (of: { personId: SQL; now: SQL }) => SQL;

/**
 * Words stay, whoever asks for it, but for an erasure, which leaves a trace of what it took. It is known by the
 * owner's rights together with a setting of `erase`: requests have the rights only inside that function.
 */
const functions = `
  create or replace function refuse_rewriting() returns trigger language plpgsql as $$
  declare
    was jsonb := to_jsonb(old);
    word text;
  begin
    if current_setting('tongxin.erasing', true) = 'yes'
        and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
      insert into public.erasure (community_id, source, row_id, at)
        values ((was ->> 'community_id')::integer, tg_table_name, (was ->> tg_argv[0])::bigint, public.moment())
        on conflict do nothing;
      return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE' then
      foreach word in array string_to_array(tg_argv[1], ',') loop
        if coalesce(was ->> word, '') <> '' and was -> word is distinct from to_jsonb(new) -> word then
          raise exception '%.% stays as it was said', tg_table_name, word using errcode = 'restrict_violation';
        end if;
      end loop;
      return new;
    end if;
    raise exception 'what was said stays in %', tg_table_name using errcode = 'restrict_violation';
  end $$;`;

function guard(table: string, { words, course = [], key = 'id', once }: Said, app: string): string {
  const name = pg.escapeIdentifier(table);
  return `
    create or replace trigger said_stays before update or delete on ${name} for each row ${once ? `when (${once}) ` : ''}
      execute function refuse_rewriting('${key}', '${words.join(',')}');
    ${once ? '' : `revoke update, delete on ${name} from ${app};`}
    ${course.length > 0 ? `grant update (${course.join(', ')}) on ${name} to ${app};` : ''}`;
}

/** The statements of all rooms as one function, which requests may call and have no right of their own to do. */
function erasing(erasures: readonly Erasure[]): string {
  const dialect = new PgDialect();
  const statements = erasures.map((statement) => {
    const { sql: text, params } = dialect.sqlToQuery(statement({ personId: sql.raw('$1'), now: sql.raw('$2') }));
    if (params.length > 0) throw new Error(`an erasure knows a person and a moment alone: ${text}`);
    return `${text};`;
  });
  return `create or replace function erase(person integer, at timestamptz) returns void language sql security definer
    set search_path = public, pg_temp as $erase$
      select set_config('tongxin.erasing', 'yes', true);
      ${statements.join('\n')}
      select set_config('tongxin.erasing', '', true);
    $erase$;
    revoke all on function erase(integer, timestamptz) from public;`;
}

/** Guards what was said, and makes the one way to take it away. Idempotent. */
export async function installSaid(
  client: pg.Client,
  app: string,
  { said, erasures }: { said: SaidByTable; erasures: readonly Erasure[] },
): Promise<void> {
  await client.query(functions);
  await client.query(erasing(erasures));
  await client.query(`grant execute on function erase(integer, timestamptz) to ${app};
    revoke insert, update, delete on erasure from ${app};`);
  await client.query(
    Object.entries(said)
      .map(([table, one]) => guard(table, one, app))
      .join('\n'),
  );
}
