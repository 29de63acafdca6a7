import { once } from 'node:events';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { plainForms, type Table, tablesOf } from '@/db/tables';
import { type Ground, groundLines, linesOf } from './copies';
import { extrasOf, lineOf, type World } from './extras';
import { leafLines, repeated } from './record';
import { columnOf, plainName, readSheet, referencesOf, type Sheet } from './template';
import { type Copy, ground, isStory, numbered, type Span, spansOf, type Town } from './town';

/**
 * Makes a database with the demonstration in it one of a hundred communities, 210,000 households and a million opinions:
 * the finished story is told 22 times more in every community, each time among other households, and the one under way
 * once more; besides, there is what stories do not have. Always the same rows. For measurements: it needs a superuser's
 * address in TONGXIN_ADMIN_URL, for triggers ask for the moment at which something is said.
 */
const towns = Number(process.env.TONGXIN_TOWNS ?? 100);
const stories = Number(process.env.TONGXIN_STORIES ?? 22);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function write(client: pg.Client, table: string, columns: readonly string[], lines: Iterable<string>) {
  const into = client.query(from(`copy "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) from stdin`));
  const failed = once(into, 'error').then(([error]) => {
    throw new Error(`${table}: ${(error as Error).message} ${String((error as { where?: string }).where ?? '')}`);
  });
  const written = async () => {
    let held: string[] = [];
    let size = 0;
    const flush = async () => {
      const whole = into.write(Buffer.from(`${held.join('\n')}\n`));
      held = [];
      size = 0;
      if (!whole) await once(into, 'drain');
    };
    for (const line of lines) {
      held.push(line);
      size += line.length;
      if (size > 1 << 17) await flush();
    }
    if (held.length > 0) await flush();
    into.end();
    await once(into, 'finish');
  };
  await Promise.race([written(), failed]);
  return into.rowCount;
}

interface Template {
  slug: string;
  sheets: Sheet[];
  ids: Record<string, Span>;
  numbers: Record<string, Span>;
  ground: Ground;
}

const one = async <T>(client: pg.Client, text: string, values: unknown[] = []): Promise<T> =>
  (await client.query<{ value: T }>(text, values)).rows[0]?.value as T;

async function templateOf(client: pg.Client, slug: string, tables: Table[], residents: number[], captains: number[]) {
  const id = await one<number>(client, 'select id as value from community where slug = $1', [slug]);
  const read = (wanted: (table: Table) => boolean) =>
    tables.filter(wanted).reduce<Promise<Sheet[]>>(async (before, table) => {
      return [...(await before), await readSheet(client, table, id)];
    }, Promise.resolve([]));
  const sheets = await read(isStory);
  for (const sheet of sheets)
    if (plainName(sheet.table) === 'letter') sheet.rows = sheet.rows.filter((_, at) => at % 3 === 0);
  const grounds = await read((table) => ground.includes(plainName(table)));
  const made: Template = {
    slug,
    sheets,
    ids: spansOf(sheets, 'id'),
    numbers: spansOf(sheets, 'no'),
    ground: { spans: spansOf(grounds, 'id'), residents, captains },
  };
  return { id, grounds, ...made };
}

async function main(client: pg.Client): Promise<void> {
  await client.query(`${plainForms}; set session_replication_role = replica; set synchronous_commit = off`);
  const tables = (await tablesOf(client)).filter(({ name }) => name.startsWith('public.'));
  const referenceOf = await referencesOf(client);
  const { rows: cast } = await client.query<{ id: number; name: string; as: string }>(
    `select id, name, demonstration as as from person where demonstration is not null order by id`,
  );
  const named = (role: RegExp) => cast.filter(({ as }) => role.test(as)).map(({ id }) => id);
  const [residents, captains] = [named(/^resident/), named(/^captain/)];
  const staff = cast.filter(({ as }) => !/^(resident|captain)/.test(as));
  const finished = await templateOf(client, 'zhuguang', tables, residents, captains);
  const running = await templateOf(client, 'demo', tables, residents, captains);

  const free: Record<string, number> = {};
  for (const table of tables)
    if (columnOf(table, 'id') >= 0 && !['session', 'sign_in_code'].includes(plainName(table)))
      free[plainName(table)] =
        (await one<number>(client, `select coalesce(max(id), 0) + 1 as value from ${table.quoted}`)) ?? 1;
  const take = (table: string, n = 1): number => {
    const at = free[table];
    if (at === undefined) throw new Error(`${table} has no numbers`);
    free[table] = at + n;
    return at;
  };

  const spans = finished.ground.spans;
  const size = (table: string) => (spans[table] ? spans[table].last - spans[table].first + 1 : 0);
  const households = size('household');
  const places: Town[] = [];
  const old = await client.query<{ id: number; slug: string }>('select id, slug from community order by id');
  for (let at = 0; at < towns; at += 1) {
    const there = old.rows[at];
    const own = there?.slug === 'demo' ? running.ground.spans : undefined;
    const groundShift = Object.fromEntries(
      ground.map((table) => {
        const first = spans[table]?.first ?? 0;
        return [table, there ? (own?.[table]?.first ?? first) - first : take(table, size(table)) - first];
      }),
    );
    const people = staff.map(({ id }): [number, number] => [id, there ? id : take('person')]);
    places.push({
      id: there?.id ?? take('community'),
      slug: there?.slug ?? `c${String(at + 1).padStart(3, '0')}`,
      ground: groundShift,
      staff: new Map(people),
      residents: take('person', households),
      captains: take('person', 22),
      old: there !== undefined,
    });
  }

  const { rows: most } = await client.query<{ id: number; table: string; no: number }>(
    numbered
      .map((table) => `select community_id as id, '${table}' as table, max(no) as no from "${table}" group by 1`)
      .join(' union all '),
  );
  const last = new Map(most.map(({ id, table, no }) => [`${id} ${table}`, no]));
  const no = (town: Town, table: string, n = 1): number => {
    const at = (last.get(`${town.id} ${table}`) ?? 0) + 1;
    last.set(`${town.id} ${table}`, at + n - 1);
    return at;
  };
  let copied = 0;
  const copyOf = (of: typeof finished, town: Town, turn: number): Copy => ({
    town,
    at: (copied += 1),
    turn,
    shift: Object.fromEntries(
      Object.entries(of.ids).map(([table, { first, last: end }]) => [table, take(table, end - first + 1) - first]),
    ),
    numbers: Object.fromEntries(
      Object.entries(of.numbers).map(([table, { first, last: end }]) => [
        table,
        no(town, table, end - first + 1) - first,
      ]),
    ),
    ground: Object.fromEntries(
      ground.map((table) => [
        table,
        (town.ground[table] ?? 0) - ((of.ground.spans[table]?.first ?? 0) - (spans[table]?.first ?? 0)),
      ]),
    ),
  });
  const told = places.flatMap((town) =>
    Array.from({ length: stories }, (_, n) => copyOf(finished, town, (180 * (n + 1) + 37 * n) % households)),
  );
  const begun = places.map((town) => copyOf(running, town, 900));
  const fresh = places.filter((town) => !town.old);

  const started = performance.now();
  let total = 0;
  const put = async (table: string, columns: readonly string[], lines: Iterable<string>) => {
    const from = performance.now();
    const rows = await write(client, table, columns, lines);
    total += rows;
    if (rows > 50_000) say(`${table}: ${rows} rows (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  };

  const community = tables.find((table) => plainName(table) === 'community') as Table;
  const [about] = (await readSheet(client, community, finished.id)).rows;
  await put(
    'community',
    community.columns,
    fresh.map(({ id, slug }) => {
      const fields = (about ?? []).slice();
      for (const [name, value] of [
        ['id', String(id)],
        ['slug', slug],
        ['name_zh', `第${id}社区`],
        ['name_en', `Community ${id}`],
      ] as const)
        fields[columnOf(community, name)] = value;
      return fields.join('\t');
    }),
  );
  for (const sheet of finished.grounds)
    await put(plainName(sheet.table), sheet.table.columns, groundLines(sheet, fresh, referenceOf));
  for (const name of ['term', 'rate_period']) {
    const table = tables.find((each) => plainName(each) === name) as Table;
    const sheet = await readSheet(client, table, finished.id);
    const ids = spansOf([sheet], 'id');
    const moved = fresh.map((town) => ({
      town,
      at: 0,
      turn: 0,
      numbers: {},
      ground: town.ground,
      shift: { [name]: take(name, sheet.rows.length) - (ids[name]?.first ?? 0) },
    }));
    await put(name, table.columns, linesOf(sheet, moved, referenceOf, finished.ground));
  }
  for (const { copies, template } of [
    { copies: told, template: finished },
    { copies: begun, template: running },
  ])
    for (const sheet of template.sheets)
      await put(plainName(sheet.table), sheet.table.columns, linesOf(sheet, copies, referenceOf, template.ground));

  const { rows: lived } = await client.query<{ id: number }>('select household_id as id from residency');
  const { rows: led } = await client.query<{ id: number }>(
    'select entrance_id as id from grants where entrance_id is not null',
  );
  const world: World = {
    towns: places,
    copies: told,
    households,
    entrances: size('entrance'),
    next: take,
    no,
    firstOf: (town, table) => (spans[table]?.first ?? 0) + (town.ground[table] ?? 0),
    numberOf: ({ shift }, table) => (finished.ids[table]?.first ?? 0) + (shift[table] ?? 0),
    lived: new Set(lived.map(({ id }) => id)),
    led: new Set(led.map(({ id }) => id)),
    staffOf: (town, role) => town.staff.get(staff.find(({ as }) => as === role)?.id ?? 0) ?? 0,
    people: staff.map(({ id, name, as }) => ({ id, name, role: as })),
  };
  for (const { table, columns, rows } of extrasOf(world)) {
    const lines = (function* () {
      for (const row of rows) yield lineOf(row);
    })();
    await put(table, columns, lines);
  }

  const record = async (name: string) =>
    readSheet(client, tables.find((table) => plainName(table) === name) as Table, finished.id);
  const [leaves, contents, keys] = [
    await record('ledger_leaf'),
    await record('ledger_content'),
    await record('idempotency'),
  ];
  const { rows: heads } = await client.query<{ id: number; size: number; chain: Buffer }>(
    'select community_id as id, size::int, chain from ledger_head',
  );
  const sizes = new Map(heads.map(({ id, size: n }) => [id, n]));
  const ends = new Map(heads.map(({ id, size: n, chain }) => [id, { size: n, chain }]));
  await put('ledger_leaf', leaves.table.columns, leafLines(leaves, places, stories, ends));
  const seq = columnOf(contents.table, 'seq');
  const person = columnOf(contents.table, 'person_id');
  await put(
    'ledger_content',
    contents.table.columns,
    repeated(contents, places, stories, sizes, (fields, town, n) => {
      fields[seq] = String(n);
      fields[person] = String(town.staff.get(Number(fields[person])) ?? town.residents);
    }),
  );
  const key = columnOf(keys.table, 'key');
  await put(
    'idempotency',
    keys.table.columns,
    repeated(keys, places, stories, sizes, (fields, _, n) => {
      fields[key] = `${n}-${fields[key]}`;
    }),
  );
  await client.query('delete from ledger_head');
  await put(
    'ledger_head',
    ['community_id', 'size', 'chain'],
    [...ends].map(([id, { size: n, chain }]) => `${id}\t${n}\t\\\\x${chain.toString('hex')}`),
  );
  for (const [table, next] of Object.entries(free))
    await client.query(`select setval(pg_get_serial_sequence($1, 'id'), $2, false)`, [table, next]);
  say(`${total} rows in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  await check(client);
  await client.query('vacuum analyze');
}

/** What the foreign keys say must hold, for COPY did not ask them. */
async function check(client: pg.Client): Promise<void> {
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
    const lost = await one<number>(
      client,
      `select count(*)::int as value from ${child} c where ${there} and not exists (select 1 from ${parent} p where ${on})`,
    );
    if (lost) throw new Error(`${name}: ${lost} rows of ${child} without their ${parent}`);
  }
  say(`${keys.length} foreign keys hold (${((performance.now() - started) / 1000).toFixed(0)} s)`);
}

const client = new pg.Client({ connectionString: process.env.TONGXIN_ADMIN_URL });
await client.connect();
try {
  await main(client);
} finally {
  await client.end();
}
