import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrate } from '@/db/migrate';
import { ground } from '@/features/rooms';

/** Rows are made here that no command makes: a cluster of its own, without foreign keys and triggers. */
let cluster: { url: string; stop: () => Promise<void> } | undefined;
export let db: pg.Client;
let name = '';
/** The database's address for its owner. */
export const url = () => cluster?.url ?? '';
export const role = (suffix: string) => `${name}_${suffix}`;

export type Values = Record<string, unknown>;
interface Column {
  table: string;
  name: string;
  type: string;
  /** Has to be given: neither null nor a default. */
  needed: boolean;
  /** The table a foreign key of this column leads to. */
  leads: string | null;
  /** Of a column that is one of a list of words: the first of them. */
  word: string | null;
}
export let columns: Column[] = [];

before(async () => {
  const script = pathToFileURL(path.resolve('scripts/database.mjs')).href;
  const { startDatabase } = await import(script);
  const dir = path.join(mkdtempSync(path.join(tmpdir(), 'tongxin-board-')), 'postgres');
  cluster = await startDatabase({ dir, durable: false, demonstration: false });
  await migrate(url(), ground);
  db = new pg.Client({ connectionString: url() });
  await db.connect();
  name = (await db.query('select current_database() as name')).rows[0].name;
  columns = (
    await db.query<Column>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
        a.attnotnull and not a.atthasdef and a.attidentity = '' as needed,
        (select min(f.relname) from pg_constraint k join pg_class f on f.oid = k.confrelid
          where k.conrelid = c.oid and k.contype = 'f' and a.attname <> 'community_id'
            and k.conkey[cardinality(k.conkey)] = a.attnum) as leads,
        (select min(substring(pg_get_constraintdef(k.oid) from '''([^'']+)''')) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
            and format_type(a.atttypid, null) = 'text') as word
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by 1, a.attnum`)
  ).rows;
  const keys = await db.query<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`);
  const tables = [...new Set(columns.map((one) => one.table))];
  await db.query(
    [...keys.rows.map((row) => row.drop), ...tables.map((one) => `alter table ${one} disable trigger user`)].join(';'),
  );
});

beforeEach(() => db.query('rollback').then(() => db.query('begin')));

after(async () => {
  await db?.end();
  await cluster?.stop();
});

export const moment = '2022-03-01T00:00:00Z';
export const samples: Record<string, unknown> = {
  integer: 1,
  bigint: 1,
  text: 'x',
  boolean: true,
  jsonb: '{}',
  bytea: Buffer.from('x'),
  date: '2022-03-01',
  'timestamp with time zone': moment,
  uuid: '00000000-0000-4000-8000-000000000000',
  'integer[]': '{}',
};
/** Values that a word of nothing in particular would not be. */
export const proper: Record<string, Values> = {
  affected_group: { effect: 'bears' },
  callback_wave: { wave: 'four_weeks' },
  care_note: { until_at: '2022-03-20T00:00:00Z', ended_at: null },
  case_call: { outcome: 'answered', contacted: true, resolved: 'yes', satisfaction: 'satisfied' },
  case_link: { side: 'for' },
  cases: { kind: 'help', source: 'web' },
  cohort: { after_from: '2022-04-01', after_to: '2022-04-01' },
  cohort_approval: { drafted_by: 7007009 },
  rate_profile: {
    from_day: '2022-01-19',
    response_tenths: 3,
    resolution_tenths: 3,
    satisfaction_tenths: 4,
    fairly_tenths: 9,
  },
  rate_profile_answer: { proposed_by: 7007009 },
  comment: { stance: 'for' },
  council_review: { half: '2022-1', recorder_id: null },
  depicted: { recorder_id: null },
  demand: { withdrawn_at: null },
  grants: { role: 'captain' },
  help_call: { works_id: null, cancelled_at: null },
  helper: { left_at: null },
  home_visit: { dropped_at: null },
  meeting: {
    ends_at: '2100-01-01T00:00:00Z',
    cancelled_at: null,
    correct_until: '2022-03-09T00:00:00Z',
    fixed_at: '2022-03-09T00:00:00Z',
  },
  meeting_coming: { recorder_id: null },
  attendance: { how: 'self', recorder_id: null },
  need_step: { step: 'turned' },
  no_visits: { recorder_id: null },
  objection: { weight: 'harm' },
  occasion: { ends_at: '2100-01-01T00:00:00Z', slot_minutes: null },
  office_grant: { office: 'street-office', street_id: 1 },
  opinion: { stance: 'support', channel: 'self', meeting_id: null, proof: 'read_back' },
  picture: { subject: 'proposal', pdf: null },
  plan_condition: { followed: false },
  playbook_adoption: { origin_id: 9 },
  proposal: { kind: 'other', state: 'consulting', waits: false },
  proposal_event: { role: 'social-worker' },
  skill: { taken_back_at: null },
  resolution: { canonical: '{}' },
  round_cell: { published: '[]' },
  scope_request: { agreed: null, decided_by: null, decided_at: null },
  comparison: { opened_by: 2, opens_at: '2022-02-01T00:00:00Z', ended_at: null },
  alternative_cell: { published: '[]', supports: 1, takes: 1 },
  alternative_result: { weakest: '[]' },
  alternative_word: { recorder_id: 1, own: false, channel: 'door', proof: 'read_back', meeting_id: null },
  alternative_answer: { answer: 'can', ground: null },
  alternative_visit: { outcome: 'refused' },
  condition_clash: { nos: '[1, 2]' },
  works_place: { checked_by: 2 },
  works_place_word: { mend_on: null },
  repair: { started_by: 2, warranty: 60 },
  repair_unit: { state: 'reported', repair_on: null },
  short_way: { confirmed_by: 2, ended_at: null },
  sign_up: { channel: 'walk_in', state: 'taken' },
  steward: { to_at: null },
  steward_area: { to_at: null },
  duty_shift: { stand_in_id: null, minutes: null, confirmed_by: null },
  signature: { role: 'party-secretary' },
  visit: { outcome: 'refused' },
};

/** Rows of one table, each with what it needs and what is given. */
export async function insert(table: string, rows: Values[]): Promise<void> {
  for (const row of rows) {
    const values: Values = { ...proper[table], ...row };
    for (const one of columns)
      if (one.table === table && one.needed && !(one.name in values)) values[one.name] = one.word ?? samples[one.type];
    const names = Object.keys(values);
    await db.query(
      `insert into ${pg.escapeIdentifier(table)} (${names.map(pg.escapeIdentifier).join(', ')})
       values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(values),
    );
  }
}

/** Reads as this role does, in these communities. */
const reading =
  (as: string, path: string) =>
  async <T extends pg.QueryResultRow>(text: string, communities: number[]): Promise<T[]> => {
    await db.query('savepoint board');
    await db.query(`set local role ${pg.escapeIdentifier(role(as))}; set local search_path = ${path}`);
    await db.query(`select set_config('tongxin.communities', $1, true)`, [`{${communities.join()}}`]);
    try {
      return (await db.query<T>(text)).rows;
    } finally {
      await db.query('rollback to board');
    }
  };

export const asBoard = reading('board', 'board, public');
export const asOffice = reading('office', 'office, board, public');
