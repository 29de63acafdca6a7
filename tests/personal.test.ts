import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { rooms } from '@/features/rooms';
import type { Columns } from '@/lib/personal';
import { columns, db, insert, proper, role, samples, type Values } from './board-rows';

const named = (of: Columns): string[] =>
  Object.entries(of).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));

const exported = rooms.flatMap(({ personal }) => Object.values(personal?.exported ?? {}));
const erased = [...rooms].reverse().flatMap(({ personal }) => personal?.erased ?? []);
const kept = rooms.flatMap(({ personal }) => personal?.kept ?? []);

/** Columns whose text is one of a list of words, with the first of them; null where a check asks for something else. */
async function closedWords(): Promise<Map<string, string | null>> {
  const { rows } = await db.query<{ name: string; word: string | null }>(`select c.relname || '.' || a.attname as name,
      substring(pg_get_constraintdef(k.oid) from '''([^'']+)''') as word
    from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
   where k.contype = 'c' and c.relnamespace = 'public'::regnamespace
     and (cardinality(k.conkey) = 1 or pg_get_constraintdef(k.oid) ~ '''[^'']+''')
   order by cardinality(k.conkey) desc`);
  return new Map(rows.map((row) => [row.name, row.word]));
}

/** Tables from whose rows one comes, over any number of other rows, to a person or a household. */
function leading(): Set<string> {
  const found = new Set(['person', 'household']);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { table, name, leads } of columns)
      if ((leads && found.has(leads)) || byName.test(name)) found.add(table);
  }
  return found;
}
const byName = /(^|_)(person|household)_id$|^phone$|^complainant$/;
const free = /^(text|jsonb|bytea|integer\[\])$/;

test('every column that leads to a person or a household is exported, erased, or kept for a reason', async () => {
  const claims = [...exported, ...erased]
    .flatMap((one) => named(one.columns))
    .concat(kept.flatMap(([, of]) => named(of)));
  const known = new Set(columns.map(({ table, name }) => `${table}.${name}`));
  assert.deepEqual(
    claims.filter((one) => !known.has(one)),
    [],
    'claims of columns there are not',
  );
  const closed = await closedWords();
  const tables = leading();
  const own = new Set(['household.unit_id', 'household.entrance_id', 'household.building_id']);
  const personal = columns
    .filter(({ table, name, type, leads }) => {
      if (!tables.has(table) || own.has(`${table}.${name}`)) return false;
      if ((leads && tables.has(leads)) || byName.test(name)) return true;
      return free.test(type) && !closed.has(`${table}.${name}`);
    })
    .map(({ table, name }) => `${table}.${name}`);
  assert.ok(personal.length > 200, `only ${personal.length}`);
  assert.deepEqual(
    personal.filter((one) => !claims.includes(one)),
    [],
    'nobody says what becomes of these',
  );
  for (const [{ zh, en }] of kept) assert.ok(zh.length > 10 && en.length > 10, en);
});

test('no two rooms give one name to what they export', () => {
  const names = rooms.flatMap(({ personal }) => Object.keys(personal?.exported ?? {}));
  assert.equal(new Set(names).size, names.length);
});

/** What its statements ask for beyond a person and a household. */
const fitting: Record<string, Values> = {
  case_call: { outcome: 'answered', contacted: true, resolved: 'yes', satisfaction: 'satisfied' },
  case_event: { role: 'resident' },
  cases: { source: 'web' },
  cohort: { after_from: '2022-04-01', after_to: '2022-04-01' },
  data_export: { what: 'cases', blank_of: 'homes' },
  cohort_approval: { drafted_by: 7007009 },
  rate_profile: proper.rate_profile ?? {},
  rate_profile_answer: proper.rate_profile_answer ?? {},
  office_grant: { office: 'street-office', to_at: null },
  grants: { to_at: null },
  join_request: { state: 'requested' },
  playbook_adoption: { origin_id: 9, outcome: 'failed' },
  ledger_content: { content: '{"actor": {"as": "resident"}, "said": "⚠ledger_content.content"}' },
  letter: { household_id: null },
  merger: { into_id: 2 },
  occasion: { ends_at: '2100-01-01T00:00:00Z', slot_minutes: null },
  meeting: {
    ends_at: '2100-01-01T00:00:00Z',
    cancelled_at: null,
    correct_until: '2022-03-09T00:00:00Z',
    fixed_at: '2022-03-09T00:00:00Z',
  },
  meeting_coming: { recorder_id: null },
  attendance: { how: 'self', recorder_id: null },
  depicted: { recorder_id: null },
  opinion: { channel: 'self', proof: 'read_back', meeting_id: null },
  person: { erased_at: null },
  picture: { subject: 'proposal', on_board: false, pdf: null },
  proposal: { state: 'draft', recorded_by: null },
  proposal_event: { role: 'resident' },
  rate_period: { source: 'callbacks' },
  residency: { to_at: null },
  council_review: { half: '2022-1', recorder_id: null },
  demand: { withdrawn_at: null },
  care_note: { until_at: '2022-03-20T00:00:00Z', ended_at: null },
  home_visit: { dropped_at: null },
  need_step: { step: 'turned' },
  no_visits: { recorder_id: null },
  duty_shift: { stand_in_id: null, minutes: null, confirmed_by: null },
  helper: { left_at: null },
  help_call: { works_id: null, thanked_at: null },
  sign_up: { channel: 'self', state: 'taken' },
  scope_request: { decided_by: 2 },
  session: { revoked_at: null },
  comparison: { opened_by: 2, opens_at: '2021-12-01T00:00:00Z' },
  alternative_word: { recorder_id: null, own: true, channel: 'self', proof: null, meeting_id: null },
  alternative_answer: { answer: 'can', ground: null },
  condition_clash: { nos: '[1, 2]' },
  plan_condition: { followed: false },
  works_place: { checked_by: 2 },
  works_place_word: { mend_on: null },
  repair: { started_by: 2 },
  repair_step: { role: 'resident' },
  repair_unit: { repair_on: null, state: 'reported' },
  short_way: { confirmed_by: 2 },
  site_plan: { state: 'published', published_by: 2 },
  sign_in_code: { phone: '⚠person.phone' },
};

const mark = (table: string, { name, type }: { name: string; type: string }): unknown => {
  const marked = `⚠${table}.${name}`;
  return type === 'text' ? marked : type === 'jsonb' ? JSON.stringify(marked) : samples[type];
};

/**
 * One row in every table; all of them lead to person 1, who lives in household 1, and so does person 3. Person 2 moves in a day
 * later, person 4 has moved out before.
 */
async function oneOfEach(): Promise<void> {
  const closed = await closedWords();
  for (const table of new Set(columns.map((one) => one.table))) {
    const values: Values = {};
    for (const one of columns)
      if (one.table === table)
        values[one.name] = (one.type === 'text' && closed.get(`${table}.${one.name}`)) || mark(table, one);
    await insert(table, [{ ...values, ...fitting[table] }]);
  }
  await insert(
    'person',
    [2, 3, 4].map((id) => ({ id, name: 'somebody else' })),
  );
  const lives = { community_id: 1, household_id: 1 };
  await insert('residency', [
    { ...lives, id: 2, person_id: 2, from_at: '2022-03-02T00:00:00Z' },
    { ...lives, id: 3, person_id: 3, from_at: '2022-01-01T00:00:00Z' },
    { ...lives, id: 4, person_id: 4, from_at: '2021-01-01T00:00:00Z', to_at: '2022-02-28T00:00:00Z' },
  ]);
}

const dialect = new PgDialect();
async function run<T extends pg.QueryResultRow>(statement: SQL): Promise<T[]> {
  const { sql, params } = dialect.sqlToQuery(statement);
  return (await db.query<T>(sql, params)).rows;
}

async function asApp<T>(work: () => Promise<T>): Promise<T> {
  await db.query(`set local role ${pg.escapeIdentifier(role('app'))}; set local tongxin.communities = '{1}'`);
  const found = await work();
  await db.query('reset role');
  return found;
}

const exportOf = (personId: number) =>
  asApp(async () => {
    const found: unknown[] = [];
    for (const { rows } of exported) found.push(...(await run(rows(personId))));
    return JSON.stringify(found);
  });

test('an export holds the words it says it holds, and nothing of those who lived there before', async () => {
  await oneOfEach();
  const mine = await exportOf(1);
  const closed = await closedWords();
  const words = exported
    .flatMap((one) => named(one.columns))
    .filter((one) => columns.some(({ table, name, type }) => one === `${table}.${name}` && /^(text|jsonb)$/.test(type)))
    .filter((one) => !closed.has(one) && !fittingNames.has(one));
  assert.ok(words.length > 40, `only ${words.length}`);
  assert.deepEqual(
    words.filter((one) => !mine.includes(`⚠${one}`)),
    [],
  );
  const addresses = ['community.slug', 'community.name_zh', 'community.name_en', 'building.name', 'unit.door'];
  const wordsOf = async (personId: number) =>
    [...(await exportOf(personId)).matchAll(/⚠([a-z_.]+)/g)].map(([, one]) => one);
  for (const personId of [2, 4]) assert.deepEqual(await wordsOf(personId), addresses);
  // Of a home to which somebody came, in all who lived there then; a word of one’s own is of whoever said it alone.
  assert.deepEqual([...new Set(await wordsOf(3))].sort(), [...addresses, ...ofHome].sort());
});
/** What was told a home, or found there, and not said by one of it. */
const ofHome = ['callback.followed', 'callback.words', 'data_export.role'];
const fittingNames = new Set(
  Object.entries(fitting).flatMap(([table, values]) => Object.keys(values).map((name) => `${table}.${name}`)),
);

/** Every row as text, by table. */
async function contents(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of new Set(columns.map((one) => one.table)))
    found[table] = (await db.query(`select t::text as row from ${pg.escapeIdentifier(table)} t order by 1`)).rows.map(
      (row) => row.row,
    );
  return found;
}

const eraseAll = (personId: number) => asApp(() => db.query(`select erase($1, '2022-03-05T00:00:00Z')`, [personId]));

test('erasing takes what it says it takes, of whoever asks and of nobody else', async () => {
  await oneOfEach();
  /** Of the first row: the other person's come after it. */
  const valueNow = async (one: string) => {
    const [table = '', name = ''] = one.split('.');
    const of = pg.escapeIdentifier(table);
    const { rows } = await db.query<{ value: string | null }>(
      `select ${pg.escapeIdentifier(name)}::text as value from ${of} t order by to_jsonb(t) -> 'id' limit 1`,
    );
    return rows[0]?.value;
  };
  const claims = [...new Set(erased.flatMap((one) => named(one.columns)))];
  const before = new Map<string, string | null | undefined>();
  for (const one of claims) before.set(one, await valueNow(one));
  const all = await contents();
  await eraseAll(2);
  const { person: _, residency: _of, ...others } = await contents();
  const { person: _was, residency: _wasOf, ...were } = all;
  assert.deepEqual(others, were, 'another person’s erasing touches nothing');
  await eraseAll(1);
  const left: string[] = [];
  for (const one of claims) if ((await valueNow(one)) === before.get(one)) left.push(one);
  assert.deepEqual(left, []);
});
