import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { dropBoard } from '@/db/board-views';
import { migrate } from '@/db/migrate';
import { ground, rooms } from '@/features/rooms';
import { canonical } from '@/lib/ledger';
import { asBoard, asOffice, columns, db, insert, moment, proper, role, samples, url, type Values } from './board-rows';

test('every column of every view is on the list of what anybody may read, with a reason', async () => {
  const { rows } = await db.query<{ view: string; column: string; kind: string; barrier: boolean; owner: string }>(`
    select c.relname as view, a.attname as column, c.relkind as kind, pg_get_userbyid(c.relowner) as owner,
        coalesce('security_barrier=true' = any (c.reloptions), false) as barrier
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'board'::regnamespace order by 1, a.attname collate "C"`);
  const declared = rooms.flatMap((room) => Object.entries(room.board ?? {}));
  const listed = declared.flatMap(([view, { columns }]) => Object.keys(columns).map((one) => `${view}.${one}`));
  assert.deepEqual(rows.map((row) => `${row.view}.${row.column}`).sort(), listed.sort());
  assert.equal(Object.keys(ground.boardViews).length, declared.length, 'no two rooms declare one view');
  for (const row of rows) {
    assert.deepEqual([row.kind, row.barrier, row.owner], ['v', true, role('views')], row.view);
    const column = ground.boardViews[row.view]?.columns[row.column] ?? '';
    const reason = typeof column === 'string' ? column : column[1];
    assert.ok(reason, `${row.view}.${row.column}: no reason`);
  }
});

test('the board’s role is refused at every table, every write and every function that looks further', async () => {
  const { rows } = await db.query<{ name: string; schema: string; kind: string }>(`
    select c.oid::regclass::text as name, n.nspname as schema, c.relkind as kind
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'board', 'drizzle', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm', 'S')`);
  assert.ok(rows.filter((row) => row.schema === 'public').length > 50);
  const refused = async (statement: string) => {
    await db.query('savepoint tried');
    await db.query(`set local role ${pg.escapeIdentifier(role('board'))}`);
    const why = await db.query(statement).then(
      () => 'nothing refused it',
      (error: { code?: string; message: string }) => error.code ?? error.message,
    );
    await db.query('rollback to tried');
    return why;
  };
  for (const one of rows) {
    const acts = one.kind === 'S' ? [] : [`delete from ${one.name}`, `insert into ${one.name} default values`];
    if (one.schema !== 'board') acts.push(one.kind === 'S' ? `select nextval('${one.name}')` : `table ${one.name}`);
    // A view of counts cannot be written to by anybody: 55000.
    for (const act of acts) assert.match(await refused(act), one.kind === 'v' ? /^(42501|55000)$/ : /^42501$/, act);
    const { rows: rights } = await db.query<{ may: boolean }>(
      `select bool_or(has_any_column_privilege($1, $2::regclass, right_)) as may
         from unnest($3::text[]) right_`,
      [role('board'), one.name, one.schema === 'board' ? ['insert', 'update'] : ['select', 'insert', 'update']],
    );
    if (one.kind !== 'S') assert.equal(rights[0]?.may, false, one.name);
  }
  for (const act of [
    'select communities_of(1)',
    `select communities_of_district(1, 'x', array['organisation'], moment())`,
    'select community_of_picture(1)',
    'select standing_of(1, 1, moment())',
    'select demonstration_over(1)',
    'select waits_for(1)',
    'select move_clock(moment())',
    `select enqueue('x', '{}', moment(), 'x')`,
    'create table mine (x int)',
    'create table board.mine (x int)',
    'create temporary table mine (x int)',
    `set local role ${pg.escapeIdentifier('postgres')}`,
    'create view board.mine as select 1',
  ])
    assert.equal(await refused(act), '42501', act);
});

test('the role that owns the views reads the tables they name, of the community that was entered, and writes nothing', async () => {
  const { rows } = await db.query<{ table: string; read: boolean; write: boolean }>(
    `select c.relname as table, has_table_privilege($1, c.oid, 'select') as read,
        has_table_privilege($1, c.oid, 'insert, update, delete, truncate') as write
       from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
    [role('views')],
  );
  assert.deepEqual(
    rows.filter((row) => row.write),
    [],
  );
  const never = ['person', 'session', 'sign_in_code', 'opinion_content', 'case_content', 'ledger_content', 'letter'];
  for (const table of [...never, 'ownership', 'residency', 'join_request', 'grants', 'unit', 'entrance', 'visit'])
    assert.equal(rows.find((row) => row.table === table)?.read, false, table);
  for (const community_id of [1, 2]) {
    const day = `2022-0${community_id}-01`;
    const days = { from_day: day, to_day: day };
    await fill({ community_id }, { ledger_leaf: { act: 'case.record' }, posting: days, term: days });
  }
  for (const view of Object.keys(ground.boardViews)) {
    if (ofNoCommunity.includes(view)) continue;
    const of = async (entered: number[]) =>
      (await asBoard<{ community_id: number }>(`select community_id from ${view}`, entered)).map(
        (row) => row.community_id,
      );
    if (view in ground.hungEverywhere) {
      assert.deepEqual(new Set(await of([])), new Set([1, 2]), `${view} hangs on every board`);
      continue;
    }
    assert.deepEqual(await of([]), [], `${view}: nothing is entered, nothing is seen`);
    assert.deepEqual(new Set(await of([2])), new Set([2]), view);
    assert.deepEqual(new Set(await of([1, 2])), new Set([1, 2]), view);
  }
});

/** What belongs to no community, or to a district. */
const ofNoCommunity = ['community', 'district', 'street', 'cohort', 'cohort_coming', 'cohort_approval', 'rate_profile'];

/** Numbers that name a person or a home wherever they stand. */
const traces: Record<string, number> = {
  person: 7007001,
  household: 7007002,
  unit: 7007003,
  entrance: 7007004,
  opinion: 7007005,
};

/** One row in every table, joined to each other; every word says where it comes from. Returns nothing. */
async function fill(common: Values, overrides: Record<string, Values> = {}): Promise<void> {
  const enums: Record<string, Values> = {
    ...proper,
    callback: { reached: true, satisfaction: 'satisfied', former_objector: false },
    callback_wave: { wave: 'four_weeks', closed_at: moment },
    comment: { stance: 'for', hidden_reason: null },
    handover: { item: 'promise-1' },
    commitment: { outcome: 'accepted' },
    acceptance: { outcome: 'accepted' },
    objection: { weight: 'harm', state: 'answered', answer_kind: 'adopted', merged_into: null, escalated_at: moment },
    objection_raiser: { wording_approved: 'yes', verdict: null },
    plan: { state: 'published', version: 1 },
    site_plan: { state: 'published', published_by: 2 },
    plan_change: { objection_ids: '[1]' },
    picture: { subject: 'proposal', on_board: true, pdf: null },
    resolution: { canonical: '{"text": "⚠resolution.canonical"}', signed_at: moment },
    round: { state: 'closed', closes_at: moment },
    rate_period: { source: 'callbacks' },
    scope_request: { decided_by: null, agreed: null, decided_at: null },
    notice: { state: 'running' },
    unit: { status: 'delivered' },
    join_request: { state: 'requested' },
    letter: { person_id: null },
    legal_gate: { state: 'open' },
    notice_opposition: { channel: 'self', proof: null, replaced_at: null },
    opinion: { stance: 'support', channel: 'self', proof: null, meeting_id: null },
    recheck: { outcome: 'same' },
    appeal: { decision: null },
    proposal_event: { role: 'social-worker', kind: 'agreed', from_state: null, to_state: 'agreed' },
    round_cell: { published: '[{"kinds": ["supports"], "count": 4}]' },
    merger: { proposal_id: 1, into_id: 2 },
  };
  for (const table of new Set(columns.map((one) => one.table))) {
    const values: Values = {};
    for (const { name: column, type, leads, word } of columns.filter((one) => one.table === table)) {
      const trace = traces[leads ?? ''] ?? (column === 'id' ? traces[table] : undefined);
      const canary = `⚠${table}.${column}`;
      values[column] =
        trace ?? word ?? (type === 'text' ? canary : type === 'jsonb' ? `{"canary": "${canary}"}` : samples[type]);
      if (type === 'integer[]') values[column] = `{${traces.household}}`;
      if (type === 'bytea') values[column] = Buffer.from(canary);
    }
    const own = columns.some((one) => one.table === table && one.name === 'community_id');
    const kinds = table === 'objection_event' ? ['own_words', 'escalated'] : [null];
    for (const [at, kind] of kinds.entries()) {
      const event = kind && { kind, id: at + 1, words: `⚠objection_event.words.${kind}` };
      const row = { ...values, ...enums[table], ...event, ...(own ? common : {}), ...overrides[table] };
      const again = !own && (await db.query(`select 1 from ${pg.escapeIdentifier(table)}`)).rowCount;
      if (!again) await insert(table, [row]);
    }
  }
}

/** Where the words come from that the board can read, and whether a person or a home can be told. */
async function readable(
  views = Object.keys(ground.boardViews),
  reads = asBoard,
): Promise<{ words: string[]; traced: string[] }> {
  const words = new Set<string>();
  const traced = new Set<string>();
  for (const view of views) {
    const rows = await reads<{ row: Values }>(`select to_jsonb(v) as row from ${view} v`, [1]);
    for (const [column, value] of rows.flatMap(({ row }) => Object.entries(row))) {
      const said = JSON.stringify(value);
      for (const [found] of said.matchAll(/⚠[a-z_.]+/g)) words.add(found.slice(1));
      const bytes = /^"\\\\x([0-9a-f]+)"$/.exec(said)?.[1];
      if (bytes?.startsWith('e29aa0')) words.add(Buffer.from(bytes, 'hex').toString().slice(1));
      for (const [what, number] of Object.entries(traces))
        if (said.includes(String(number))) traced.add(`${view}.${column}: ${what}`);
    }
  }
  return { words: [...words].sort(), traced: [...traced].sort() };
}

/** The words of tables that reach the board at most. */
const publicWords = [
  ...['slug', 'name_zh', 'name_en', 'note_zh', 'note_en', 'telephone', 'settings'].map((one) => `community.${one}`),
  ...['building.name', 'cases.category', 'cases.posted_title', 'cases.posted_place', 'case_category.name'],
  ...['title', 'place', 'shown_problem', 'shown_ask', 'rule'].map((one) => `proposal.${one}`),
  ...[
    'affected_group.name',
    'affected_group.why',
    'legal_gate.key',
    'legal_gate.evidence',
    'outside_consent.organisation',
    'outside_consent.asked',
    'outside_consent.answer',
    'picture.caption',
  ],
  ...['plan.title', 'plan.summary', 'plan.cost_note', 'plan.hash', 'clause.text', 'plan_change.note'],
  ...['plan_condition.text', 'plan_condition.reason', 'alternative_drawing.shapes'],
  ...['plan_drawing.shapes', 'site_plan.shapes', 'site_plan.source', 'site_plan.hash'],
  ...['plan_change.technical_reason', 'plan_materiality.reason', 'round.summary'],
  ...[
    'objection.answer',
    'works.contractor',
    'works.permits',
    'works.budget_reason',
    'milestone.name',
    'milestone.unit',
    'milestone.note',
  ],
  ...[
    'commitment.text',
    'callback_wave.seed',
    'rate_period.profile',
    'rate_period.derived',
    'rate_period.reason',
    'resolution.hash',
  ],
  ...[
    'playbook.proposal_title',
    'playbook.place',
    'playbook.effect',
    'playbook.author_role',
    'playbook.retired_reason',
  ],
  ...['name', 'indications', 'contraindications', 'steps', 'change', 'author_role'].map(
    (one) => `playbook_version.${one}`,
  ),
  ...[
    'playbook_review.reason',
    'playbook_adoption.place',
    'playbook_adoption.changed',
    'playbook_adoption.outcome_reason',
  ],
  ...['what', 'who', 'harmless', 'note'].map((one) => `short_way.${one}`),
  'short_place.building',
  ...['title', 'place', 'words', 'bring'].map((one) => `programme.${one}`),
  ...['council_member.name', 'council_resource.title', 'council_resource.words', 'council_resource.withdraw_reason'],
  ...['demand.title', 'demand.words', 'demand.withdraw_reason', 'demand_claim.brings', 'council_project.title'],
  ...[
    'council_project.end_reason',
    'council_step.name',
    'council_step.note',
    'council_review.words',
    'council_review.why',
  ],
  'steward.shown_name',
  ...['skill.what', 'skill.times', 'skill.whom', 'helper.shown_name'],
  ...['title', 'words', 'place', 'thanks', 'cancel_reason'].map((one) => `help_call.${one}`),
  ...['occasion.move_reason', 'occasion.cancel_reason'],
  ...['title', 'place', 'words', 'move_reason', 'cancel_reason'].map((one) => `meeting.${one}`),
  ...[
    'meeting_minute.said',
    'meeting_minute.decided',
    'meeting_promise.what',
    'meeting_promise.who',
    'meeting_promise.note',
  ],
  ...['meeting_correction.words', 'meeting_correction.answer'],
  ...['legacy', 'maintenance', 'management', 'neighbours', 'author_role'].map((one) => `diagnosis.${one}`),
  ...[
    'crack.title',
    'crack.sign',
    'crack_report.words',
    'crack_report.loosener',
    'crack_raise.asks',
    'crack_raise.answer',
  ],
  'presence.month',
  ...[
    'alternative.title',
    'alternative.summary',
    'alternative.cost_note',
    'alternative.hash',
    'alternative_clause.text',
  ],
  ...['alternative_group.name', 'alternative_group.why', 'alternative_choice.reason'],
  ...['listed_condition.text', 'condition_clash.why'],
  'works_place_entrance.building',
  'works_place.name',
  'works_place.note',
  'works_place.missing_why',
  'repair.what',
  'repair_batch.contractor',
  ...['handover.title', 'handover.from_role', 'handover.to_role'],
  ...['ledger_leaf.act', 'ledger_leaf.leaf_hash', 'ledger_leaf.chain'],
  ...['district.slug', 'district.name_zh', 'district.name_en', 'street.name_zh', 'street.name_en'],
  ...['cohort.name', 'cohort.weights', 'cohort.basis', 'cohort.basis_hash', 'cohort_place.reason'],
  ...['cohort_approval.baseline', 'cohort_approval.baseline_hash'],
  ...['rate_profile.name', 'rate_profile.reason', 'rate_profile.hash'],
  // Of an official who agreed to it.
  ...['candidate.name', 'candidate.post', 'candidate.home_unit'],
];
/** And these when they were meant for it. */
const meantForBoard = [
  ...['comment_content.words', 'proposal_event.reason', 'objection.wording', 'resolution.canonical'],
  ...['objection_event.words.own_words', 'objection_event.words.escalated'],
];

test('no name, phone, home or word that was not meant for the board is in any view', async () => {
  await fill({ community_id: 1 });
  const open = await readable();
  assert.deepEqual(open.traced, []);
  assert.deepEqual(open.words, [...publicWords, ...meantForBoard].sort());
});

test('an office above communities reads no name, phone, home or word of a resident: besides the board its own papers', async () => {
  await fill({ community_id: 1 }, { selection_snapshot: { counts: '{"households": 100, "volume": 4, "repeats": 5}' } });
  const views = Object.keys(ground.officeViews);
  const open = await readable(views, asOffice);
  const second = ['cohort.drafted_by: person', 'rate_profile.proposed_by: person', 'weighing.asked_by: person'];
  assert.deepEqual(
    open.traced,
    second,
    'whoever drafted or proposed does not approve or agree; who asked is written down',
  );
  assert.deepEqual(open.words, [
    ...['candidate.home_unit', 'candidate.name', 'candidate.post', 'candidate.skills'],
    ...['cohort.basis', 'cohort.basis_hash', 'cohort.name', 'cohort.weights'],
    ...['cohort_approval.baseline', 'cohort_approval.baseline_hash', 'cohort_place.reason'],
    'cohort_withdrawal.reason',
    ...['rate_profile.hash', 'rate_profile.name', 'rate_profile.reason', 'rate_profile_answer.reason'],
    ...['term_change.reason', 'weighing.weights'],
  ]);
  const [cell] = await asOffice<Values>('select volume, repeats, households from selection', [1]);
  assert.deepEqual(cell, { volume: null, repeats: 5, households: 100 }, 'no cell under five');
  assert.deepEqual(await asOffice('select 1 from selection', [2]), []);
  await assert.rejects(
    asOffice('select hash from selection', [1]),
    { code: '42703' },
    'it could be tried until it fits',
  );
  const { rows } = await db.query<{ name: string; may: boolean }>(
    `select c.relname as name, has_any_column_privilege($1, c.oid, 'select') or
        has_table_privilege($1, c.oid, 'insert, update, delete, truncate') as may
       from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`,
    [role('office')],
  );
  assert.deepEqual(
    rows.filter(({ may }) => may),
    [],
    'no table, to read or to write',
  );
});

const passed = [{ community: 1, reason: '他说"hash":"00",' }];
const told = canonical({
  list: [
    { id: 1, households: 9 },
    { id: 2, households: 0 },
  ],
  passed,
});
for (const [what, basis, unsaid] of [
  ['told', told, false],
  [
    'kept',
    canonical({
      list: [
        { id: 1, hash: 'ab', households: 9 },
        { id: 2, hash: null, households: 0 },
      ],
      passed,
    }),
    true,
  ],
] as const)
  test(`a list a cohort was drafted from, ${what}, is read without fingerprints of exact counts`, async () => {
    await fill({ community_id: 1 }, { cohort: { basis } });
    for (const reads of [asBoard, asOffice]) {
      const rows = await reads<Values>('select basis, basis_hash is null as unsaid from cohort', [1]);
      assert.deepEqual(rows, [{ basis: told, unsaid }]);
    }
  });

test('what is hidden, unapproved, unsigned, a draft or of a resident stays away', async () => {
  await fill(
    { community_id: 1 },
    {
      comment: { hidden_reason: 'off-topic' },
      objection: { escalated_at: null },
      objection_raiser: { wording_approved: null },
      proposal_event: { role: 'resident', kind: 'appealed' },
      resolution: { signed_at: null },
    },
  );
  assert.deepEqual((await readable()).words, [...publicWords].sort());
  await db.query(`update objection_raiser set wording_approved = 'yes', verdict = 'withdrawn'`);
  await db.query(`update proposal_event set role = 'captain'`);
  assert.deepEqual((await readable()).words, [...publicWords].sort());
  await db.query(`update proposal_event set kind = 'reopened'`);
  assert.deepEqual((await readable()).words, [...publicWords, 'proposal_event.reason'].sort());
  await db.query('update proposal set waits = true');
  assert.ok(!(await readable()).words.some((one) => one.startsWith('proposal.')), 'nobody has looked at it');
  await db.query('update proposal set waits = false');
  await db.query(`update plan set state = 'draft'; update site_plan set state = 'draft', hash = null; update proposal set state = 'draft', no = null;
    update objection set merged_into = 2; update picture set on_board = false`);
  const gone =
    /^(plan|clause|plan_drawing|plan_condition|site_plan|plan_change|plan_materiality|proposal|objection|picture)\./;
  assert.deepEqual(
    (await readable()).words,
    [...publicWords, 'proposal_event.reason'].filter((one) => !gone.test(one)).sort(),
  );
  await db.query(`update picture set on_board = true, subject = 'opinion'`);
  assert.ok(!(await readable()).words.includes('picture.caption'), 'a signature is nobody’s to see');
});

test('migrating makes the views anew when they are not those of this checkout, and leaves them alone when they are', async () => {
  await db.query('rollback');
  const made = async () =>
    (
      await db.query(`select string_agg(oid::text, ' ' order by relname) as oids, count(*)::int as n from pg_class
      where relnamespace = to_regnamespace('board')`)
    ).rows[0];
  const first = await made();
  await migrate(url(), ground);
  assert.deepEqual(await made(), first);
  await db.query(`comment on schema board is 'of another version'; drop view board.proposal`);
  await migrate(url(), ground);
  assert.equal((await made()).n, first.n);
  assert.notEqual((await made()).oids, first.oids);
  await db.query('begin');
  const change = 'alter table clause alter text type varchar';
  await db.query('savepoint change');
  await assert.rejects(db.query(change), { code: '0A000' }, 'what a view reads stays as it is');
  await db.query('rollback to change');
  await dropBoard(db);
  await db.query(change);
  await db.query('commit');
  await migrate(url(), ground);
  assert.equal((await made()).n, first.n);
  await db.query('begin');
});
