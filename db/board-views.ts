import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * What of some rows hangs on the notice board: each column with the reason why anybody may read it. One with an
 * expression is written `[expression, reason]`, one shown as it stands by its reason alone; `of` is the alias of its rows.
 */
export interface BoardView {
  of?: string;
  columns: Readonly<Record<string, string | readonly [expression: string, reason: string]>>;
  from: string;
}

/**
 * By name. A view has the name of the table it shows a part of, so the board's reads are written as any other; the rest
 * are counts. None has a name, a phone, a door, a household, a person, a word that was not meant for the board, or a
 * count from 1 to 2 of what households said. Communities are kept apart by the policies of the tables, which hold for
 * the views' owner.
 */
export type BoardViews = Readonly<Record<string, BoardView>>;

function statementOf({ of, columns, from }: BoardView): string {
  const shown = Object.entries(columns).map(([name, column]) =>
    typeof column === 'string' ? `${of ? `${of}.` : ''}${name}` : `${column[0]} as ${name}`,
  );
  return `select ${shown.join(', ')} from ${from}`;
}

/** Takes the board's views away, so that a migration can change what they read. */
export const dropBoard = (client: pg.Client) => client.query('drop schema if exists board, office cascade');

/**
 * Makes the schemas `board` and `office` anew when they are not those of this checkout. Their views belong to `views`, which
 * can read the tables they name and no other, in the communities that were entered. `board` can read the views of the board and
 * nothing else, `office` these and those of offices above communities.
 */
export async function installBoard(
  client: pg.Client,
  { board, office, views }: Record<'board' | 'office' | 'views', string>,
  said: Record<'board' | 'office', BoardViews>,
): Promise<void> {
  const statements = (['board', 'office'] as const).flatMap((schema) =>
    Object.entries(said[schema]).map(([name, view]) => ({ schema, name, view: statementOf(view) })),
  );
  const definition = createHash('sha256').update(JSON.stringify(statements)).digest('hex');
  const found = await client.query(`select obj_description(to_regnamespace('board'), 'pg_namespace') as made`);
  if (found.rows[0]?.made === definition) return;
  const tables = new Set(
    statements.flatMap(({ view }) => [...view.matchAll(/public\.([a-z_]+)/g)].map(([name]) => name)),
  );
  const made = statements.map(({ schema, name, view }) => {
    const whole = `${schema}.${pg.escapeIdentifier(name)}`;
    return `create view ${whole} with (security_barrier) as ${view};
      alter view ${whole} owner to ${views};
      grant select on ${whole} to ${schema === 'board' ? `${board}, ${office}` : office};`;
  });
  await client.query('begin');
  await dropBoard(client);
  await client.query(`create schema board; create schema office;
    revoke all on all tables in schema public from ${board}, ${office}, ${views};
    grant usage on schema public to ${board}, ${office}, ${views};
    grant select on ${[...tables].join(', ')} to ${views};
    grant usage on schema board to ${board}, ${office};
    grant usage on schema office to ${office};
    grant usage, create on schema board, office to ${views};
    ${made.join('\n')}
    revoke create on schema board, office from ${views};
    comment on schema board is '${definition}';`);
  await client.query('commit');
}
