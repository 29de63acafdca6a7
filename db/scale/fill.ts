import { once } from 'node:events';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { plainForms, type Table, tablesOf } from '@/db/tables';
import { foreignKeysHold } from './check';
import { type Ground, groundLines, linesOf } from './copies';
import { widenDistrict } from './district';
import { extrasOf, lineOf, type World } from './extras';
import { hasId, type Kinds, kindsOf } from './kinds';
import { leafLines, repeated } from './record';
import { columnOf, NULL, plainName, readSheet, referencesOf, type Sheet } from './template';
import { type Copy, ground, type Span, spansOf, type Town } from './town';

export interface Scale {
  towns: number;
  /** How often the finished story is told again in each of them. */
  stories: number;
  /** So many communities lie in the district; those beyond the towns have counts and figures alone. */
  communities: number;
  /** So many cases has the town whose pages are measured. */
  cases: number;
  say: (line: string) => void;
}

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
  /** What it has once, by table. */
  own: ReadonlyMap<string, Sheet>;
}

type People = Pick<Ground, 'residents' | 'captains'>;

const idsOf = ({ table, rows }: Sheet): number[] =>
  hasId(table) ? rows.map((row) => Number(row[columnOf(table, 'id')])) : [];

const one = async <T>(client: pg.Client, text: string, values: unknown[] = []): Promise<T> =>
  (await client.query<{ value: T }>(text, values)).rows[0]?.value as T;

async function templateOf(client: pg.Client, slug: string, tables: Table[], kinds: Kinds, people: People) {
  const id = await one<number>(client, 'select id as value from community where slug = $1', [slug]);
  const read = (wanted: readonly Table[]) =>
    wanted.reduce<Promise<Sheet[]>>(async (before, table) => {
      return [...(await before), await readSheet(client, table, id)];
    }, Promise.resolve([]));
  const sheets = await read(kinds.told);
  const letters = sheets.find(({ table }) => plainName(table) === 'letter');
  if (letters) letters.rows = letters.rows.filter((_, at) => at % 3 === 0);
  const sent = new Set(letters && idsOf(letters));
  for (const sheet of sheets) {
    const letter = columnOf(sheet.table, 'letter_id');
    if (letter >= 0) sheet.rows = sheet.rows.filter((row) => row[letter] === NULL || sent.has(Number(row[letter])));
  }
  const own = new Map((await read(kinds.own)).map((sheet) => [plainName(sheet.table), sheet]));
  const places = [...own].map(([name, sheet]) => [name, new Map(idsOf(sheet).map((row, at) => [row, at]))]);
  const grounds = await read(tables.filter((table) => ground.includes(plainName(table))));
  const made: Template = {
    slug,
    sheets,
    ids: spansOf(sheets, 'id'),
    numbers: spansOf(
      sheets.filter(({ table }) => kinds.numbered.includes(plainName(table))),
      'no',
    ),
    ground: { spans: spansOf(grounds, 'id'), own: Object.fromEntries(places), ...people },
    own,
  };
  return { id, grounds, ...made };
}

/**
 * Makes a database with the demonstration in it one of many communities, of a hundred with 210,000 households and a million opinions where
 * nothing else is asked: the finished story is told `stories` times more in every one, each time among other households, and the one under
 * way once more; what a community has once lies beside its ground; besides, there is what stories do not have. Always the same rows. For
 * measurements: `client` is a superuser, for triggers ask for the moment at which something is said.
 */
export async function fill(client: pg.Client, scale: Scale): Promise<void> {
  const { say, stories } = scale;
  await client.query(`${plainForms}; set session_replication_role = replica; set synchronous_commit = off`);
  const tables = (await tablesOf(client)).filter(({ name }) => name.startsWith('public.'));
  const referenceOf = await referencesOf(client);
  const { rows: cast } = await client.query<{ id: number; name: string; as: string; above: boolean }>(
    `select id, name, demonstration as as, not exists (select 1 from grants g where g.person_id = p.id) as above
       from person p where demonstration is not null order by id`,
  );
  const named = (role: RegExp) => cast.filter(({ as }) => role.test(as)).map(({ id }) => id);
  const [residents, captains] = [named(/^resident/), named(/^captain/)];
  const staff = cast.filter(({ as }) => !/^(resident|captain)/.test(as));
  const workers = staff.filter(({ above }) => !above);
  const kinds = await kindsOf(client, tables, referenceOf);
  const finished = await templateOf(client, 'zhuguang', tables, kinds, { residents, captains });
  const running = await templateOf(client, 'demo', tables, kinds, { residents, captains });

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
  /** What a town is given of what it has once: the rows of which template. */
  const given: { town: Town; template: typeof finished; name: string; sheet: Sheet }[] = [];
  const old = await client.query<{ id: number; slug: string }>(
    `select id, slug from community where slug in ('zhuguang', 'demo') order by id`,
  );
  for (let at = 0; at < scale.towns; at += 1) {
    const there = old.rows[at];
    const own = there?.slug === 'demo' ? running.ground.spans : undefined;
    const groundShift = Object.fromEntries(
      ground.map((table) => {
        const first = spans[table]?.first ?? 0;
        return [table, there ? (own?.[table]?.first ?? first) - first : take(table, size(table)) - first];
      }),
    );
    const people = staff.map(({ id, above }): [number, number] => [id, there || above ? id : take('person')]);
    const slug = there?.slug ?? `c${String(at + 1).padStart(3, '0')}`;
    const town: Town = {
      id: there?.id ?? take('community'),
      slug,
      ground: groundShift,
      staff: new Map(people),
      residents: take('person', households),
      captains: take('person', 22),
      own: {},
      old: there !== undefined,
    };
    places.push(town);
    for (const table of kinds.own) {
      const name = plainName(table);
      const mine = [finished, running].find((template) => template.slug === slug);
      const from = [mine, finished, running].find((template) => template?.own.get(name)?.rows.length);
      const sheet = from?.own.get(name);
      if (!from || !sheet) continue;
      const ids = idsOf(sheet);
      town.own[name] = from === mine ? ids : ids.map(() => take(name));
      if (from !== mine) given.push({ town, template: from, name, sheet });
    }
  }

  const { rows: most } = await client.query<{ id: number; table: string; no: number }>(
    kinds.numbered
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
  for (const { town, template, name, sheet } of given) {
    const first = (template === finished ? told : begun).find((copy) => copy.town === town);
    const copies = first ? [{ ...first, turn: 0 }] : [];
    await put(name, sheet.table.columns, linesOf(sheet, copies, referenceOf, template.ground));
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
    cases: scale.cases,
    buildings: size('building'),
    entrances: size('entrance'),
    next: take,
    no,
    firstOf: (town, table) => (spans[table]?.first ?? 0) + (town.ground[table] ?? 0),
    numberOf: ({ shift }, table) => (finished.ids[table]?.first ?? 0) + (shift[table] ?? 0),
    lived: new Set(lived.map(({ id }) => id)),
    led: new Set(led.map(({ id }) => id)),
    staffOf: (town, role) => town.staff.get(staff.find(({ as }) => as === role)?.id ?? 0) ?? 0,
    people: workers.map(({ id, name, as }) => ({ id, name, role: as })),
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
  say(`${await widenDistrict(client, scale.communities)} communities lie in the district`);
  say(`${total} rows in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  await foreignKeysHold(client, say);
  await client.query('vacuum analyze');
}
