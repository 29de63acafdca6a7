import type pg from 'pg';

/** What the foreign keys say must hold, for COPY did not ask them. */
export async function foreignKeysHold(client: pg.Client, say: (line: string) => void): Promise<void> {
  const started = performance.now();
  const { rows: keys } = await client.query<{
    name: string;
    child: string;
    parent: string;
    pairs: [string, string][];
  }>(`
    select c.conname as name, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
           json_agg(json_build_array(quote_ident(a.attname), quote_ident(f.attname)) order by u.n) as pairs
      from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) with ordinality u(k, fk, n)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = u.k
      join pg_attribute f on f.attrelid = c.confrelid and f.attnum = u.fk
     where c.contype = 'f' and c.connamespace = 'public'::regnamespace group by 1, 2, 3`);
  for (const { name, child, parent, pairs } of keys) {
    const on = pairs.map(([own, other]) => `p.${other} = c.${own}`).join(' and ');
    const there = pairs.map(([own]) => `c.${own} is not null`).join(' and ');
    const { rows } = await client.query<{ lost: number }>(
      `select count(*)::int as lost from ${child} c where ${there} and not exists (select 1 from ${parent} p where ${on})`,
    );
    const lost = rows[0]?.lost;
    if (lost) throw new Error(`${name}: ${lost} rows of ${child} without their ${parent}`);
  }
  say(`${keys.length} foreign keys hold (${((performance.now() - started) / 1000).toFixed(0)} s)`);
}
