import pg from 'pg';
import { type BoardViews, installBoard } from './board-views';
import { installOpen, type OpenKind } from './handovers';
import { installPolicies } from './policies';
import { type Erasure, installSaid, type SaidByTable } from './said';

/** What the roles must be told of whatever stands upon the database. */
export interface Ground {
  /** Tables a correction may only add to. */
  appendOnly: readonly string[];
  /** In such a table, the one column a person's words may be taken out of. */
  takenAway: Readonly<Record<string, string>>;
  /** What somebody said or signed. */
  said: SaidByTable;
  /** What takes away a person's words, in this order. */
  erasures: readonly Erasure[];
  /** What somebody who leaves may have open. */
  left: readonly OpenKind[];
  boardViews: BoardViews;
  /** What an office above communities may read beside what hangs on the board. */
  officeViews: BoardViews;
  /** Rows that may be read beyond their community: by table, a condition on the row. */
  seenFromAnywhere: Readonly<Record<string, string>>;
  /** And those that the views of every community's board show. */
  hungEverywhere: Readonly<Record<string, string>>;
}

/** Makes `<database>_app`, `<database>_board`, `<database>_office` and `<database>_views` and says what each may do. Idempotent. */
export async function grantRoles(client: pg.Client, ground: Ground): Promise<void> {
  const database = (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '';
  const role = (suffix: string) => pg.escapeIdentifier(`${database}_${suffix}`);
  for (const suffix of ['app', 'board', 'office', 'views']) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [`${database}_${suffix}`]);
    if (known.rowCount === 0) await client.query(`create role ${role(suffix)} nologin`);
    await client.query(`grant ${role(suffix)} to current_user`);
  }
  const seed = await client.query(`select 1 from pg_roles where rolname = 'seed'`);
  if (seed.rowCount) await client.query(`grant ${role('app')}, ${role('board')}, ${role('office')} to seed`);
  await client.query(`
    grant temporary on database ${pg.escapeIdentifier(database)} to ${role('app')};
    grant usage on schema public to ${role('app')};
    grant select, insert, update, delete on all tables in schema public to ${role('app')};
    grant usage, select on all sequences in schema public to ${role('app')};
    grant execute on function enqueue(text, json, timestamptz, text), move_clock(timestamptz) to ${role('app')};
    revoke all on clock from ${role('app')};
    revoke update, delete, truncate on ${ground.appendOnly.join(', ')} from ${role('app')};
    ${Object.entries(ground.takenAway)
      .map(([table, column]) => `grant update (${column}) on ${table} to ${role('app')};`)
      .join('\n')}
  `);
  await installPolicies(client, { app: role('app'), views: role('views'), office: role('office') }, ground);
  await installSaid(client, role('app'), ground);
  await installOpen(client, ground.left);
  const owners = { board: role('board'), office: role('office'), views: role('views') };
  await installBoard(client, owners, { board: ground.boardViews, office: ground.officeViews });
}
