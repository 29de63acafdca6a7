import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrate } from '@/db/migrate';
import { ground } from '@/features/rooms';

/** Defences are taken away here, so it is a cluster of its own. */
let cluster: { url: string; stop: () => Promise<void> } | undefined;
const scratch = mkdtempSync(path.join(tmpdir(), 'tongxin-defences-'));
let db: pg.Client;
let app = '';

interface Column {
  name: string;
  type: string;
  identity: boolean;
}
interface Guard {
  table: string;
  name: string;
  /** n not null, p primary key, u unique, f foreign key, c check, x exclusion, i unique index */
  kind: 'n' | 'p' | 'u' | 'f' | 'c' | 'x' | 'i';
  column: string | null;
  index: string | null;
}
type Values = Record<string, unknown>;

let columns: Map<string, Column[]>;
let guards: Guard[];

before(async () => {
  const script = pathToFileURL(path.resolve('scripts/database.mjs')).href;
  const { startDatabase } = await import(script);
  cluster = await startDatabase({ dir: path.join(scratch, 'postgres'), durable: false, demonstration: false });
  const url = cluster?.url ?? '';
  await migrate(url, ground);
  db = new pg.Client({ connectionString: url });
  await db.connect();
  app = pg.escapeIdentifier(`${(await db.query('select current_database() as name')).rows[0].name}_app`);
  const found = await db.query(`select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      a.attidentity <> '' as identity from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = ''`);
  columns = new Map();
  for (const row of found.rows) columns.set(row.table, [...(columns.get(row.table) ?? []), row]);
  guards = (
    await db.query(`select c.relname as table, k.conname as name, k.contype as kind,
        case when k.contype in ('n', 'c') then (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) end as column,
        nullif(k.conindid, 0)::regclass::text as index
       from pg_constraint k join pg_class c on c.oid = k.conrelid where k.connamespace = 'public'::regnamespace
      union all
      select t.relname, i.relname, 'i', null, i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
        join pg_class t on t.oid = x.indrelid
       where t.relnamespace = 'public'::regnamespace and x.indisunique
         and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
      order by 1, 2`)
  ).rows;
});

after(async () => {
  await db?.end();
  await cluster?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** A row of nothing in particular: one value for each type. */
const samples: Record<string, unknown> = {
  integer: 1,
  bigint: 1,
  text: 'x',
  boolean: true,
  jsonb: '{}',
  bytea: Buffer.from('x'),
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2022-01-01',
  'timestamp with time zone': '2022-01-01T00:00:00Z',
  'integer[]': '{}',
  'text[]': '{}',
};

/** Tables whose row of nothing in particular would not come as far as its guard. */
const fitting: Record<string, Values> = {
  round: { state: 'open', closes_at: '2022-01-08T00:00:00Z' },
  term: { to_day: '2022-02-01' },
  residency: { to_at: null },
  home_visit: { outcome: null, dropped_at: null },
  no_visits: { taken_back_at: null },
  steward: { to_at: null },
  helper: { left_at: null },
  steward_area: { to_at: null },
  join_request: { state: 'requested' },
  objection: { merged_into: 99 },
  rate_period: { corrects: 99 },
  merger: { undone_at: null },
  case_category: { parent_id: 99 },
  cases: { into_id: 99 },
  case_call: { outcome: 'answered', resolved: 'yes', satisfaction: 'satisfied' },
  scope_request: { agreed: null },
  playbook: { retired_at: null },
  crack_raise: { answer: null },
  site_plan: { state: 'draft' },
  playbook_adoption: { origin_id: 9 },
  comparison: { opened_by: 2, opens_at: '2021-12-01T00:00:00Z', ended_at: null },
  alternative_word: { recorder_id: 1, own: false },
  alternative_answer: { answer: 'can', ground: null },
  alternative_cell: { supports: 1, takes: 1 },
  condition_clash: { nos: '[1, 2]' },
  works_place: { checked_by: 2 },
  works_place_word: { mend_on: null },
  repair: { started_by: 2 },
  repair_unit: { state: 'reported', repair_on: null },
  short_way: { confirmed_by: 2, ended_at: null },
  office_grant: { to_at: null },
  cohort: { after_from: '2022-02-01', after_to: '2022-02-01' },
  cohort_approval: { drafted_by: 2 },
  rate_profile: { from_day: '2022-01-19', response_tenths: 3, resolution_tenths: 3, satisfaction_tenths: 4 },
  rate_profile_answer: { proposed_by: 2 },
};

/** What each check refuses. */
const refusedByCheck: Record<string, Values> = {
  merger_elsewhere: { proposal_id: 7, into_id: 7 },
  letter_to_one: { household_id: 1, person_id: 1 },
  unit_area: { area: 0 },
  council_review_half: {},
  council_review_by: {},
  council_review_why: { why: '' },
  demand_withdrawn: {},
  home_visit_recorded: {},
  home_visit_planned: { planned_for: null },
  home_visit_some: { planned_for: null },
  home_visit_dropped: { outcome: 'x', dropped_at: '2022-01-01T00:00:00Z' },
  care_note_short: {},
  care_note_gone: {},
  need_given: { owner_id: null },
  need_step_turned: {},
  no_visits_by_somebody: {},
  duty_shift_stand_in: {},
  duty_shift_minutes: { minutes: 5 },
  duty_shift_confirmed: { minutes: null },
  depicted_answered: { answer: null },
  depicted_proof: { answer: 'yes', witness: '' },
  meeting_times: {},
  meeting_minuted: {},
  meeting_fixed: { hash: null },
  meeting_cancelled: {},
  meeting_coming_by: {},
  meeting_coming_withdrawn: { withdrawn_by: null },
  attendance_by: {},
  attendance_struck: { struck_by: null },
  meeting_correction_answered: { outcome: null },
  opinion_at_meeting: {},
  occasion_times: {},
  occasion_places: { places: 0 },
  occasion_slots: { slot_minutes: 4 },
  occasion_slots_counted: { slots: 7 },
  help_call_for: {},
  help_call_over: {},
  help_call_people: { people: 0 },
  helper_left: { left_at: '2022-01-01T00:00:00Z' },
  sign_up_told: { feedback: '' },
  sign_up_heads: { heads: 0 },
  sign_up_slot: { slot: -1 },
  sign_up_whose: { household_id: null },
  sign_up_walks_in: { channel: 'walk_in', state: 'waiting' },
  case_tier_amount: { amount: 0 },
  callback_followed: { followed_by: null },
  blank_small: { file: Buffer.alloc(0) },
  data_export_blank: { what: 'blank', blank_of: null },
  case_call_answered: { outcome: 'refused' },
  case_call_said: { outcome: 'refused', contacted: null },
  scope_request_second_person: { asked_by: 7, decided_by: 7 },
  scope_request_decided: { decided_by: 7 },
  clock_single: { single: false },
  clock_ahead: { ahead: -1 },
  rate_period_correction_has_reason: { corrects: null },
  rate_period_counted_in_full: { source: 'callbacks', full_view: null },
  crack_report_stuck: { state: 'stuck', loosener: '' },
  crack_raise_answered: { answer: null },
  thing_ended: { ended_at: null, ending: '还了' },
  site_plan_published: { state: 'published', hash: null },
  site_plan_two_people: { drawn_by: 7, published_by: 7 },
  playbook_retired_whole: { retired_reason: 'x' },
  playbook_adopted_elsewhere: { community_id: 9, origin_id: 9 },
  playbook_outcome_whole: { outcome_at: null },
  comparison_two_people: { opened_by: 1 },
  comparison_opened: { hash: null },
  comparison_window: { closes_at: '2021-12-15T00:00:00Z' },
  comparison_closed: { closed_at: '2021-12-31T00:00:00Z' },
  alternative_position: { position: 7 },
  alternative_cost: { cost: -1 },
  alternative_word_recorded: { own: true },
  alternative_word_at_meeting: {},
  alternative_answer_ground: { answer: 'cannot' },
  alternative_cell_takes: { takes: 2 },
  alternative_choice_reason: { proposed: false, reason: '' },
  condition_list_budget: { budget: -1 },
  listed_condition_no: { no: 13 },
  listed_condition_cost: { cost: -1 },
  condition_clash_nos: { nos: '[1]' },
  plan_condition_reason: { followed: true, reason: 'x' },
  picture_pdf_of: { subject: 'proposal', pdf: '\\x25', width: 0 },
  picture_sizes: { pdf: null, width: 0 },
  works_place_built: { built_by: null },
  works_place_checked: { checked_by: 1 },
  works_place_missing: { missing_until: null },
  works_place_word_reason: { outcome: 'refused', reason: '' },
  works_place_word_mended: { outcome: 'accepted', mend_on: '2022-01-01' },
  outside_consent_due: { due: '2021-12-31' },
  outside_consent_answered: { state: 'given', answer: '' },
  repair_warranty: { warranty: 0 },
  repair_two_people: { started_by: 1 },
  repair_batch_days: { to_day: '2021-12-31' },
  repair_batch_told: { told_at: '2022-10-01', told_units: 12, told_good: null },
  repair_batch_good: { told_at: '2022-10-01', told_units: 12, told_good: 13 },
  weighing_many: { many: 0 },
  repair_unit_refused: { state: 'refused' },
  repair_unit_confirmed: { state: 'confirmed', warranty_to: null },
  short_way_two_people: { confirmed_by: 1 },
  short_way_under_limit: { cost: 2 },
  short_way_confirmed: { most: null },
  short_way_hung: { done_at: '2021-12-31T00:00:00Z' },
  short_way_done: { done_by: null },
  short_way_answered: { done_at: null },
  rate_period_usual: { profile_id: null, profile: 'x' },
  rate_profile_month: { from_day: '2022-01-18' },
  rate_profile_tenths: { response_tenths: 4 },
  rate_profile_second_person: { proposed_by: 7, answered_by: 7 },
  rate_profile_answer_reason: { agreed: false, reason: '' },
  cohort_days: { to_day: '2021-12-31' },
  cohort_after_before: { before_to: '2022-03-01' },
  cohort_second_person: { drafted_by: 7, approved_by: 7 },
  office_grant_street: { office: 'organisation', street_id: 7 },
  posting_days: { to_day: '2021-12-30' },
  round_window: { closes_at: '2021-12-31T00:00:00Z' },
};

async function insert(table: string, more: Values = {}): Promise<void> {
  const values: Values = {};
  for (const { name, type } of columns.get(table) ?? []) {
    assert.ok(type in samples, `${table}.${name}: no sample of ${type}`);
    values[name] = samples[type];
  }
  Object.assign(values, fitting[table], more);
  const names = Object.keys(values);
  const holders = names.map((_, at) => `$${at + 1}`);
  await db.query(
    `insert into ${pg.escapeIdentifier(table)} (${names.map(pg.escapeIdentifier).join(', ')}) values (${holders.join(', ')})`,
    Object.values(values),
  );
}

/** Everything off a table but what is named: then only that can refuse. */
async function bare(table: string, but?: Guard): Promise<void> {
  const name = pg.escapeIdentifier(table);
  const own = guards.filter((guard) => guard.table === table);
  const needed = (guard: Guard) =>
    guard === but || (but?.kind === 'f' && guard.index !== null && guard.index === but.index && guard.kind !== 'f');
  const drops = [`alter table ${name} disable trigger user`, `alter table ${name} no force row level security`];
  for (const { name: column, identity } of columns.get(table) ?? [])
    if (identity) drops.push(`alter table ${name} alter column ${pg.escapeIdentifier(column)} drop identity if exists`);
  const order = (guard: Guard) => (guard.kind === 'f' ? 0 : guard.kind === 'n' ? 2 : 1);
  for (const guard of own.sort((a, b) => order(a) - order(b))) {
    if (needed(guard)) continue;
    // A primary key needs its columns not to be null.
    if (guard.kind === 'n' && [...own].some((one) => needed(one) && one.kind === 'p')) continue;
    drops.push(dropping(guard));
  }
  await db.query(drops.join(';'));
}

const dropping = ({ table, name, kind }: Guard) =>
  kind === 'i'
    ? `drop index ${pg.escapeIdentifier(name)}`
    : `alter table ${pg.escapeIdentifier(table)} drop constraint if exists ${pg.escapeIdentifier(name)} cascade`;

async function refusal(work: () => Promise<unknown>): Promise<{ code?: string; constraint?: string; message: string }> {
  await db.query('savepoint probe');
  try {
    await work();
  } catch (error) {
    await db.query('rollback to savepoint probe');
    return error as { code?: string; constraint?: string; message: string };
  }
  return { message: 'nothing refused it' };
}

async function inVain<T>(work: () => Promise<T>): Promise<T> {
  await db.query('begin');
  try {
    return await work();
  } finally {
    await db.query('rollback');
  }
}

function probeOf(guard: Guard): (() => Promise<void>) | undefined {
  const { table, kind, name, column } = guard;
  if (kind === 'n') return () => insert(table, { [column ?? '']: null });
  if (kind === 'f') return () => insert(table);
  if (kind === 'c') {
    const values = refusedByCheck[name] ?? (name.endsWith('_known') && { [column ?? '']: 'haunted' });
    return values ? () => insert(table, values) : undefined;
  }
  return async () => {
    await insert(table);
    await insert(table);
  };
}

test('every constraint refuses its probe, and lets it pass when it is taken away', async (t) => {
  assert.ok(guards.length > 600, `only ${guards.length}`);
  const failed: string[] = [];
  for (const guard of guards) {
    const probe = probeOf(guard);
    const label = `${guard.table}.${guard.name}`;
    if (!probe) failed.push(`${label}: no probe`);
    else
      await inVain(async () => {
        await bare(guard.table, guard);
        const why = await refusal(probe);
        const byIt = guard.kind === 'n' ? why.code === '23502' : why.constraint === guard.name;
        if (!byIt) failed.push(`${label}: not refused by it (${why.constraint ?? why.message})`);
        await db.query(dropping(guard));
        const still = await refusal(probe);
        if (still.code) failed.push(`${label}: refused without it too (${still.message})`);
      });
  }
  assert.deepEqual(failed, []);
  t.diagnostic(`${guards.length} constraints`);
});

const saidIn = (table: string) => ground.said[JSON.parse(table)] ?? assert.fail(`${table}: nothing is said in it`);
const wordsOf = (table: string) => saidIn(table).words;
const others: Record<string, string> = {
  integer: '2',
  bigint: '2',
  text: `'other words'`,
  boolean: 'false',
  jsonb: `'{"other": 1}'`,
  bytea: `'other'`,
  'timestamp with time zone': `'2023-01-01'`,
  date: `'2023-01-01'`,
};
const otherThan = (table: string, column: string) =>
  others[columns.get(JSON.parse(table))?.find(({ name }) => name === column)?.type ?? ''] ??
  assert.fail(`${table}.${column}: nothing else to write there`);

const anyOf = (table: string) => columns.get(JSON.parse(table))?.[0]?.name ?? assert.fail(`${table}: no column`);

/** By the function a trigger calls: what it refuses on its table. `plant` makes what the probe stands on. */
const triggers: Record<string, { plant: (table: string) => Promise<void>; probes: (table: string) => string[] }> = {
  refuse_change: {
    plant: (table) => insert(table),
    probes: (table) => [`update ${table} set ${anyOf(table)} = ${anyOf(table)}`, `delete from ${table}`],
  },
  refuse_but_taking_away: {
    plant: (table) => insert(table),
    probes: (table) => [
      `update ${table} set community_id = community_id`,
      `update ${table} set ${ground.takenAway[JSON.parse(table)]} = 'other words'`,
      `delete from ${table}`,
    ],
  },
  refuse_published: {
    plant: async (table) => {
      const whole = ['plan', 'site_plan'].includes(table);
      if (!whole) {
        await bare('plan');
        await insert('plan', { state: 'published' });
      }
      await insert(table, whole ? { state: 'published' } : {});
    },
    probes: (table) => [`update ${table} set community_id = community_id`, `delete from ${table}`],
  },
  refuse_rewriting: {
    plant: (table) => insert(table),
    probes: (table) => [
      ...wordsOf(table).map((word) => `update ${table} set ${word} = ${otherThan(table, word)}`),
      `delete from ${table}`,
    ],
  },
  refuse_fixed: {
    plant: (table) => insert(table),
    probes: (table) => [`update ${table} set community_id = community_id`, `delete from ${table}`],
  },
  refuse_after_fixing: {
    plant: async (table) => {
      for (const one of ['meeting', 'meeting_item']) {
        await bare(one);
        await insert(one, { id: 1 });
      }
      await insert(table);
    },
    probes: (table) => [`insert into ${table} select * from ${table} limit 1`],
  },
  refuse_list_after_fixing: {
    plant: async (table) => {
      await bare('meeting');
      await insert('meeting', { id: 1 });
      await insert(table);
    },
    probes: (table) => [
      `insert into ${table} select * from ${table} limit 1`,
      `update ${table} set community_id = community_id`,
    ],
  },
  guard_correction: {
    plant: async (table) => {
      await bare('meeting');
      await insert('meeting', { id: 1, fixed_at: null, correct_until: '2022-01-02T00:00:00Z' });
      await insert(table);
    },
    probes: (table) => [`insert into ${table} select * from ${table} limit 1`],
  },
  guard_depicted_shown: {
    plant: async (table) => {
      await bare('depicted');
      await insert('depicted', { picture_id: 1, answer: null });
      await insert(table, { id: 1, on_board: false });
    },
    probes: (table) => [`update ${table} set on_board = true`],
  },
  guard_depicted: {
    plant: async (table) => {
      await bare('picture');
      await insert('picture', { id: 1, on_board: true });
      await insert(table, { picture_id: 1, answer: 'yes' });
    },
    probes: (table) => [`update ${table} set answer = 'no'`],
  },
  guard_compared_at_meeting: {
    plant: (table) => insert(table, { meeting_id: 1 }),
    probes: (table) => [`insert into ${table} select * from ${table} limit 1`],
  },
  guard_word_at_meeting: {
    plant: (table) => insert(table, { meeting_id: 1 }),
    probes: (table) => [`insert into ${table} select * from ${table} limit 1`],
  },
  guard_places: {
    plant: async (table) => {
      await bare('occasion');
      await insert('occasion');
      await insert(table, { state: 'taken', slot: 0 });
    },
    probes: (table) => [`update ${table} set heads = 2`, `update ${table} set slot = 1`],
  },
  guard_places_taken: {
    plant: async (table) => {
      await bare('sign_up');
      await insert(table);
      await insert('sign_up', { state: 'taken', slot: 0 });
    },
    probes: (table) => [`update ${table} set places = 0`],
  },
  refuse_opened: {
    plant: async (table) => {
      const opened = { id: 1, opens_at: '2021-12-01T00:00:00Z' };
      for (const one of ['comparison', 'alternative', 'alternative_group']) {
        if (table === `"${one}"`) continue;
        await bare(one);
        await insert(one, one === 'comparison' ? opened : { id: 1 });
      }
      await insert(table);
    },
    probes: (table) => [
      `insert into ${table} select * from ${table} limit 1`,
      ...(table === '"alternative_household"'
        ? []
        : [`update ${table} set community_id = community_id`, `delete from ${table}`]),
    ],
  },
  check_period_profile: {
    plant: (table) => insert(table),
    probes: (table) => [`insert into ${table} select * from ${table} limit 1`],
  },
  check_cohort_stands: {
    plant: async (table) => {
      const other = table === 'cohort_approval' ? 'cohort_withdrawal' : 'cohort_approval';
      await bare(other);
      await insert(other, { cohort_id: 1 });
      await insert(table, { cohort_id: 1 });
    },
    probes: (table) => [`insert into ${table} select * from ${table} limit 1`],
  },
  within_comparison: {
    plant: async (table) => {
      await bare('proposal');
      await insert('proposal', { id: 1, state: 'comparing' });
      await bare('comparison');
      await insert('comparison', { id: 1, proposal_id: 1, ended_at: null, closes_at: '2022-01-02T00:00:00Z' });
      await insert(table);
    },
    probes: (table) => [`insert into ${table} select * from ${table} limit 1`],
  },
  within_window: {
    plant: async (table) => {
      await bare('round');
      await insert('round', { closes_at: '2022-01-02T00:00:00Z' });
      await insert(table);
    },
    probes: (table) => [`insert into ${table} select * from ${table} limit 1`],
  },
};

test('every trigger refuses its probe, and lets it pass when it is taken away', async () => {
  const { rows } = await db.query<{ table: string; name: string; function: string; row: boolean }>(`
    select c.relname as table, t.tgname as name, p.proname as function, (t.tgtype & 1) = 1 as row from pg_trigger t
      join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
     where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by 1, 2`);
  assert.ok(rows.length >= 22);
  for (const trigger of rows) {
    const known = triggers[trigger.function];
    assert.ok(known, `${trigger.table}.${trigger.name}: no probe for ${trigger.function}`);
    const table = pg.escapeIdentifier(trigger.table);
    for (const probe of trigger.row ? known.probes(table) : [`truncate ${table}`])
      await inVain(async () => {
        await bare(trigger.table);
        await known.plant(trigger.table);
        await db.query(`alter table ${table} enable trigger ${pg.escapeIdentifier(trigger.name)}`);
        const why = await refusal(() => db.query(probe));
        assert.match(
          why.message,
          /append-only|immutable|not open|stays|no place|not said/,
          `${trigger.table}.${trigger.name}: ${probe}`,
        );
        await db.query(`drop trigger ${pg.escapeIdentifier(trigger.name)} on ${table}`);
        assert.equal((await refusal(() => db.query(probe))).code, undefined, `${trigger.name}: ${probe}`);
      });
  }
});

test('no table of a community shows or takes a row of another one', async () => {
  const { rows } = await db.query<{ table: string; policies: string[] }>(`
    select c.relname as table, array_agg(p.polname::text order by p.polname) as policies from pg_class c
      join pg_policy p on p.polrelid = c.oid where c.relrowsecurity and c.relforcerowsecurity group by 1 order by 1`);
  const scoped = [...columns]
    .filter(([, own]) => own.some(({ name }) => name === 'community_id'))
    .map(([name]) => name);
  assert.deepEqual(
    rows.map((row) => row.table),
    scoped.sort(),
  );
  for (const { table, policies } of rows) {
    const hung = table in ground.hungEverywhere;
    const beyond = hung ? ['everywhere'] : table === 'picture' ? ['further'] : [];
    assert.deepEqual(policies, ['community', ...beyond, 'owner'], table);
    await inVain(async () => {
      const name = pg.escapeIdentifier(table);
      await bare(table);
      await insert(table, { community_id: 1, ...(table === 'picture' && { on_board: false }) });
      await insert(table, { community_id: 2, ...(table === 'picture' && { on_board: false }) });
      await db.query(`alter table ${name} force row level security`);
      const seen = async () => (await db.query(`select count(*)::int as n from ${name}`)).rows[0].n;
      await db.query(`set local role ${app}`);
      assert.equal(await seen(), hung ? 2 : 0, `${table}: nothing is entered, nothing is seen`);
      await db.query(`select set_config('tongxin.communities', '{1}', true)`);
      assert.equal(await seen(), hung ? 2 : 1, table);
      const elsewhere = () => insert(table, { community_id: 2 });
      const why = await refusal(elsewhere);
      assert.equal(why.code, '42501', `${table}: ${why.message}`);
      await db.query(`reset role; alter table ${name} disable row level security; grant insert on ${name} to ${app};
        set local role ${app}`);
      assert.equal(await seen(), 2, `${table}: without the policy all is seen`);
      assert.equal((await refusal(elsewhere)).code, undefined, table);
    });
  }
});

test('a picture on the board is seen from anywhere, another is not', async () => {
  await inVain(async () => {
    await bare('picture');
    await insert('picture', { community_id: 2, on_board: true });
    await insert('picture', { community_id: 2, on_board: false });
    await db.query(`alter table picture force row level security; set local role ${app}`);
    assert.equal((await db.query('select count(*)::int as n from picture')).rows[0].n, 1);
  });
});

test('requests change of what was said its course alone, delete none of it, and do not pass for an erasure', async () => {
  for (const [table, { course = [], once }] of Object.entries(ground.said)) {
    const name = pg.escapeIdentifier(table);
    await inVain(async () => {
      await bare(table);
      await insert(table);
      await db.query(`set local role ${app}; set local tongxin.communities = '{1}'`);
      for (const { name: column } of once ? [] : (columns.get(table) ?? [])) {
        const why = await refusal(() => db.query(`update ${name} set ${pg.escapeIdentifier(column)} = default`));
        assert.equal(why.code === '42501', !course.includes(column), `${table}.${column}: ${why.message}`);
      }
      if (!once) assert.equal((await refusal(() => db.query(`delete from ${name}`))).code, '42501', table);
    });
    await inVain(async () => {
      await bare(table);
      await insert(table);
      await db.query(`alter table ${name} enable trigger said_stays; grant update, delete on ${name} to ${app};
        set local role ${app}; set local tongxin.communities = '{1}'; set local tongxin.erasing = 'yes'`);
      for (const word of [...wordsOf(name)])
        assert.match(
          (await refusal(() => db.query(`update ${name} set ${word} = ${otherThan(name, word)}`))).message,
          /stays/,
        );
      assert.match((await refusal(() => db.query(`delete from ${name}`))).message, /stays/, table);
    });
  }
});

test('where an erasure has been is written by it alone', async () => {
  for (const act of [`insert into erasure values (1, 'opinion_content', 1, now())`, 'delete from erasure'])
    await inVain(async () => {
      await db.query(`set local role ${app}; set local tongxin.communities = '{1}'`);
      assert.equal((await refusal(() => db.query(act))).code, '42501', act);
    });
});

test('the app owns nothing, and may not change what is only added to', async () => {
  const owned = await db.query(`select relname from pg_class where pg_get_userbyid(relowner) ~ '_(app|board)$'`);
  assert.deepEqual(owned.rows, []);
  const role = app.slice(1, -1);
  for (const table of ground.appendOnly)
    for (const act of ['update', 'delete', 'truncate']) {
      const { rows } = await db.query('select has_table_privilege($1, $2, $3) as may', [role, `public.${table}`, act]);
      assert.equal(rows[0].may, false, `${act} on ${table}`);
    }
  const { rows } = await db.query(
    `select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and has_table_privilege($1, c.oid, 'truncate')`,
    [role],
  );
  assert.deepEqual(rows, [], 'nothing can be emptied at one stroke');
  const jobs = await db.query(
    `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'graphile_worker' and has_schema_privilege($1, n.oid, 'usage')`,
    [role],
  );
  assert.deepEqual(jobs.rows, [], 'jobs enter through enqueue() alone');
});
