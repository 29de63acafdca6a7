import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { cohort as addUp } from '@/cli/cohort';
import { WEIGHTS } from '@/features/topics/rules/selection';
import { env } from '@/lib/env';
import { writeCsv } from '@/lib/sheet/write';
import { verifyWords } from '@/lib/told';
import { aDraft, makeDistrict, sendSomebody } from '@/tests/district';
import { at, closeAll, makeCommunity, newPhone, sql } from '@/tests/fixture';
import { run } from '@/tests/verbs';
import { callbacksSheet } from '../components/callbacks-sheet';
import { messages } from '../messages';
import type { Compared } from '../moves';
import { choosing, cohortPage, cohortsAtDesk, officeDesk, officesHeld } from '../queries/desk';
import { publicDistrict, serving } from '../queries/public';
import { room } from '../room';
import { approveCohort, draftCohort, publishCohort } from './cohorts';
import { addCandidate, extendTerm, recallTerm, sendCandidate } from './terms';

after(closeAll);

type Done = { ok: true; value: unknown } | { ok: false; refusal: { code: string; fieldErrors?: object } };
const code = (done: Done) => (done.ok ? 'ok' : done.refusal.code);
const send = async (...given: Parameters<typeof sendSomebody>) => code(await sendSomebody(...given));

/** Counts as the night's job keeps them. */
const counted = (communityId: number, volume: number) =>
  sql(
    `insert into selection_snapshot (community_id, day, counts, has_data, hash, at) values ($1, '2022-03-01', $2, true, '\\x01', now())`,
    [
      communityId,
      JSON.stringify({ households: 1000, volume, repeats: 0, unresolved: 3, overdue: 0, opposites: 0, trend: 0 }),
    ],
  );

const told = (
  communityId: number,
  from: string,
  to: string,
  [effective, resolved, satisfied]: number[],
  source = 'reported',
) =>
  sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied, fairly_satisfied,
       source, full_view, recorded_at) values ($1, $2, $3, 'beijing_district_2025', $4, $4, $5, $6, 0, $7, $8, now())`,
    [communityId, from, to, effective, resolved, satisfied, source, source === 'callbacks' ? '{}' : null],
  );

async function three() {
  at('2022-03-10');
  const all = [await makeCommunity(), await makeCommunity(), await makeCommunity()] as const;
  const of = await makeDistrict(all);
  const [first, second] = [await of.office('organisation'), await of.office('organisation')];
  const [a, b, c] = all;
  await counted(a.communityId, 30);
  await counted(b.communityId, 20);
  const draft = (more: object = {}) => ({
    district: of.slug,
    name: '第一批',
    ...aDraft,
    places: String(a.communityId),
    submission: randomUUID(),
    ...more,
  });
  return { of, first, second, a, b, c, draft };
}

test('a cohort is drafted from the list, with a reason for each departure, and approved by somebody else', async () => {
  const { of, first, second, a, b, c, draft } = await three();
  const list = await choosing(first, { district: of.slug, weights: WEIGHTS, many: 1 });
  assert.deepEqual(
    list?.ranked.map(({ of: one, rank }) => [one.id, rank, one.shown.volume, one.shown.unresolved]),
    [
      [a.communityId, 1, 30, null],
      [b.communityId, 2, 20, null],
    ],
  );
  assert.deepEqual(
    list?.uncounted.map(({ id }) => id),
    [c.communityId],
  );
  const departs = draft({ places: `${b.communityId},${c.communityId}` });
  const lacking = await draftCohort(first, departs);
  assert.deepEqual(lacking.ok ? {} : lacking.refusal.fieldErrors, {
    [`reason_${a.communityId}`]: 'required',
    [`reason_${c.communityId}`]: 'required',
  });
  assert.equal(code(await draftCohort(await a.staff('party-secretary'), draft())), 'not_allowed');
  assert.equal(code(await draftCohort(first, draft({ weights: '0,0,0,0,0,0' }))), 'no_weights');
  assert.equal(code(await draftCohort(first, draft({ to: '2022-03-31' }))), 'days_backwards');
  assert.equal(code(await draftCohort(first, draft({ afterFrom: '2022-02-18' }))), 'days_backwards');
  const longest = draft({ to: '2025-03-31', places: String(c.communityId) });
  assert.equal(code(await draftCohort(first, longest)), 'reasons_lacking', 'three years are not too long');
  const tooLong = await draftCohort(first, draft({ to: '2025-04-01', afterTo: '2022-06-18' }));
  assert.deepEqual(tooLong.ok ? {} : tooLong.refusal.fieldErrors, { to: 'cohort_too_long', afterTo: 'days_backwards' });
  const wrong = await draftCohort(first, draft({ to: '2022-03-31', beforeTo: '2022-01-18', afterTo: '2022-06-18' }));
  assert.deepEqual(
    wrong.ok ? [] : Object.keys(wrong.refusal.fieldErrors ?? {}),
    ['to', 'beforeTo', 'afterTo'],
    'every day that is wrong is named',
  );
  const foreign = await makeCommunity();
  assert.equal(code(await draftCohort(first, draft({ places: String(foreign.communityId) }))), 'not_of_district');
  const reasons = {
    [`reason_${a.communityId}`]: '去年刚派过人',
    [`reason_${c.communityId}`]: '还没数过，可是书记刚走',
  };
  const given = { ...departs, ...reasons };
  const named = { ...given, name: '刘女士的一批', [`reason_${a.communityId}`]: '打13800000000' };
  const refused = await draftCohort(first, named);
  assert.deepEqual(refused.ok ? {} : refused.refusal.fieldErrors, {
    name: 'names_a_person',
    [`reason_${a.communityId}`]: 'names_a_person',
  });
  assert.equal(
    code(await draftCohort(first, { ...given, seen: undefined })),
    'baseline_lacking',
    'two of two tell nothing',
  );
  assert.equal(code(await draftCohort(first, given)), 'ok');
  assert.equal(code(await draftCohort(first, given)), 'ok', 'sent twice');
  assert.equal(code(await draftCohort(first, { ...given, name: '另一批' })), 'key_reused');
  assert.equal(code(await draftCohort(first, draft())), 'name_taken');
  const [row] = await sql<{ id: number; n: number }>(
    'select min(id) as id, count(*)::int as n from cohort where district_id = $1',
    [of.id],
  );
  assert.equal(row?.n, 1);
  const [kept] = await sql<{ basis: string }>('select basis from cohort where id = $1', [row?.id]);
  assert.doesNotMatch(
    kept?.basis ?? '',
    /"hash"|"unresolved":3/,
    'three are not told, nor what tells that they are three',
  );
  const which = { district: of.slug, cohort: row?.id };
  assert.equal(code(await approveCohort(first, which)), 'second_person');
  assert.equal(code(await approveCohort(second, which)), 'no_baseline');
  await told(b.communityId, '2022-01-19', '2022-02-18', [100, 60, 50]);
  assert.equal(code(await publishCohort(first, which)), 'not_approved');
  assert.equal(code(await approveCohort(second, which)), 'baseline_lacking', 'one of two');
  assert.equal(code(await approveCohort(second, { ...which, seen: 'on' })), 'ok');
  assert.equal(code(await approveCohort(second, which)), 'already_approved');
  for (const here of [b, c])
    assert.ok(
      (await here.leaves()).some(({ act }) => act === 'cohort.approve'),
      'it stands in the record of each',
    );
  assert.ok(!(await a.leaves()).some(({ act }) => act === 'cohort.approve'));
  assert.equal((await publicDistrict({ district: of.slug }))?.cohort, null);
  assert.equal(code(await publishCohort(second, which)), 'ok');
  assert.equal((await publicDistrict({ district: of.slug }))?.cohort?.name, '第一批');
  for (const change of [
    'update cohort set name = $2 where id = $1',
    'update cohort_approval set baseline = $2 where cohort_id = $1',
  ])
    await assert.rejects(sql(change, [row?.id, 'x']), { code: '23001' });
});

test('what was before is frozen, what came after is read anew, and few callbacks are nobody’s', async () => {
  const { of, first, second, a, b, draft } = await three();
  await told(a.communityId, '2022-01-19', '2022-02-18', [100, 40, 50]);
  await told(b.communityId, '2022-01-19', '2022-02-18', [50, 30, 30]);
  assert.equal(code(await draftCohort(first, draft())), 'ok');
  const [row] = await sql<{ id: number }>('select id from cohort where district_id = $1', [of.id]);
  assert.equal(code(await approveCohort(second, { district: of.slug, cohort: row?.id })), 'ok');
  assert.equal(await send(first, { district: of.slug, cohort: row?.id ?? 0, community: a.communityId }), 'ok');
  const page = async () => (await cohortPage(first, { district: of.slug, no: 1 }))?.reading?.compared;
  assert.equal((await page())?.cohort.resolution.pooled.change, null, 'nothing came yet');
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied, fairly_satisfied,
       recorded_at, corrects, reason) select community_id, from_day, to_day, profile, effective, contacted, 0, 0, 0, now(), id, '改'
       from rate_period where community_id = $1`,
    [a.communityId],
  );
  await told(a.communityId, '2022-06-19', '2022-07-18', [50, 40, 40]);
  await told(b.communityId, '2022-06-19', '2022-07-18', [9, 9, 9], 'callbacks');
  const said = await page();
  assert.deepEqual(
    [said?.cohort.resolution.pooled.before?.pct, said?.cohort.resolution.pooled.change],
    ['40.00', '+40.00'],
    'what was corrected afterwards does not change it',
  );
  assert.equal(said?.others.resolution.pooled.after, null, 'nine answers are not told');

  assert.equal(code(await publishCohort(second, { district: of.slug, cohort: row?.id })), 'ok');
  const shown = (await publicDistrict({ district: of.slug, no: 1 }))?.cohort;
  const folder = mkdtempSync(join(tmpdir(), 'tongxin-callbacks-'));
  try {
    const file = join(folder, 'callbacks.csv');
    writeFileSync(file, await new Response(writeCsv(callbacksSheet(shown as Compared))).text());
    const made = (await run(addUp, file)).json();
    const both = (rate: 'resolution' | 'satisfaction') => {
      const { pooled, mean } = said?.cohort[rate] ?? {};
      return { pooled, mean };
    };
    assert.deepEqual(
      made.cohort,
      { resolution: both('resolution'), satisfaction: both('satisfaction') },
      'whoever takes the numbers away and adds them up comes to what is printed',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('somebody is sent for a term: nowhere else meanwhile, not where somebody serves, told where both would be new', async () => {
  const { of, first, second, a, b, draft } = await three();
  await told(a.communityId, '2022-01-19', '2022-02-18', [100, 40, 50]);
  assert.equal(code(await draftCohort(first, draft({ places: `${a.communityId},${b.communityId}` }))), 'ok');
  const [row] = await sql<{ id: number }>('select id from cohort where district_id = $1', [of.id]);
  const cohort = row?.id ?? 0;
  const phone = newPhone();
  const person = {
    district: of.slug,
    name: '何志远',
    phone,
    homeUnit: '区审计局',
    post: '科长',
    skills: '',
    named: 'yes',
  };
  assert.equal(code(await addCandidate(first, person)), 'ok');
  assert.equal(code(await addCandidate(second, person)), 'candidate_known');
  assert.equal(code(await addCandidate(second, { ...person, name: '欧阳长风' })), 'name_other');
  const [known] = await sql<{ id: number; person_id: number }>(
    'select id, person_id from candidate where district_id = $1',
    [of.id],
  );
  const send = (more: object = {}) => ({
    district: of.slug,
    cohort,
    community: a.communityId,
    candidate: known?.id,
    from: '2022-04-01',
    to: '2022-12-31',
    ...more,
  });
  assert.equal(code(await sendCandidate(first, send())), 'not_approved');
  assert.equal(code(await approveCohort(second, { district: of.slug, cohort, seen: 'on' })), 'ok');
  assert.equal(code(await sendCandidate(first, send())), 'both_new', 'there is no secretary');
  await a.staff('party-secretary');
  assert.equal(code(await sendCandidate(first, send())), 'ok');
  assert.equal(code(await sendCandidate(first, send({ from: '2022-06-01', to: '2022-07-01' }))), 'term_overlaps');
  const elsewhere = send({ community: b.communityId, from: '2022-12-31', to: '2022-12-31', seen: 'on' });
  assert.equal(code(await sendCandidate(first, elsewhere)), 'candidate_elsewhere');
  const held = async () =>
    (
      await sql<{ from: Date; to: Date }>(
        'select from_at as "from", to_at as "to" from grants where community_id = $1 and person_id = $2',
        [a.communityId, known?.person_id],
      )
    )[0];
  const coming = async () =>
    (await serving(a.slug, {}))?.coming.map(({ name, unit, cohort: its }) => [name, unit, its]);
  assert.deepEqual(await coming(), [[null, null, null]], 'nothing of it was published');
  assert.equal(code(await publishCohort(first, { district: of.slug, cohort })), 'ok');
  assert.deepEqual(await coming(), [['何志远', '区审计局', '第一批']]);
  await sql('update candidate set named = false where id = $1', [known?.id]);
  assert.deepEqual(await coming(), [[null, null, '第一批']], 'they did not agree to be named');
  assert.equal((await held())?.from.toISOString(), '2022-03-31T16:00:00.000Z');
  assert.equal((await held())?.to.toISOString(), '2022-12-31T16:00:00.000Z');
  const [term] = await sql<{ id: number }>('select term_id as id from posting where community_id = $1', [
    a.communityId,
  ]);
  const which = { district: of.slug, community: a.communityId, term: term?.id, reason: '事情没办完' };
  assert.equal(code(await extendTerm(first, { ...which, to: '2022-12-31' })), 'not_longer');
  assert.equal(code(await extendTerm(first, { ...which, to: '2023-01-31' })), 'ok');
  assert.equal((await held())?.to.toISOString(), '2023-01-31T16:00:00.000Z');
  at('2022-05-05');
  assert.equal(code(await recallTerm(first, { ...which, reason: '另有任用' })), 'ok');
  assert.equal((await held())?.to.toISOString(), '2022-05-05T01:00:00.000Z');
  assert.equal(code(await recallTerm(first, which)), 'term_over');
  at('2022-05-06');
  const again = send({ community: b.communityId, from: '2022-05-06', to: '2022-12-31', seen: 'on' });
  assert.equal(code(await sendCandidate(first, again)), 'ok', 'recalled, and free again');
});

/** A second cohort over the same months, of community b; both approved by the second person. */
async function twoCohorts() {
  const made = await three();
  const { of, first, second, a, b, c, draft } = made;
  for (const { communityId } of [a, b, c]) await told(communityId, '2022-01-19', '2022-02-18', [100, 60, 50]);
  assert.equal(code(await draftCohort(first, draft())), 'ok');
  const other = { name: '第二批', places: String(b.communityId), from: '2022-05-01', to: '2023-02-28' };
  const reason = { [`reason_${a.communityId}`]: '第一批已经去了', [`reason_${b.communityId}`]: '轮到这里' };
  assert.equal(code(await draftCohort(first, draft({ ...other, ...reason }))), 'ok');
  const rows = await sql<{ id: number }>('select id from cohort where district_id = $1 order by no', [of.id]);
  const [one = 0, two = 0] = rows.map(({ id }) => id);
  const approve = (cohort: number) => approveCohort(second, { district: of.slug, cohort });
  assert.equal(code(await approve(one)), 'ok');
  const page = () => cohortPage(first, { district: of.slug, no: 1 });
  return { ...made, one, two, approve, page };
}

test('where another cohort sent somebody in the same months is on neither side of the comparison, and named', async () => {
  const { a, b, c, of, first, second, one, two, approve, page } = await twoCohorts();
  const district = of.slug;
  assert.equal(await send(first, { district, cohort: one, community: a.communityId }), 'ok');
  const others = (found: Awaited<ReturnType<typeof page>>) =>
    found?.reading?.compared.communities.filter(({ cohort }) => !cohort).map(({ community }) => Number(community));
  const both = [[b.communityId, c.communityId], []];
  assert.deepEqual([others(await page()), (await page())?.apart], both);
  assert.equal(code(await approve(two)), 'ok');
  assert.equal(code(await publishCohort(second, { district, cohort: two })), 'ok');
  assert.deepEqual([others(await page()), (await page())?.apart], both, 'chosen, and nobody sent');
  assert.equal(await send(first, { district, cohort: two, community: b.communityId, from: '2022-07-19' }), 'ok');
  assert.deepEqual([others(await page()), (await page())?.apart], both, 'from the day after the months compared');
  const recall = async () => {
    const [last] = await sql<{ term: number }>('select max(term_id) as term from posting where community_id = $1', [
      b.communityId,
    ]);
    const which = { district, community: b.communityId, term: last?.term, reason: '另有任用' };
    return code(await recallTerm(first, which));
  };
  assert.equal(await recall(), 'ok');
  assert.deepEqual([others(await page()), (await page())?.apart], both, 'recalled before the first day');
  assert.equal(await send(first, { district, cohort: two, community: b.communityId, from: '2022-07-18' }), 'ok');
  assert.deepEqual([others(await page()), (await page())?.apart], [[c.communityId], [b.communityId]]);
  assert.equal(code(await publishCohort(second, { district, cohort: one })), 'ok');
  const open = (await publicDistrict({ district, no: 1 }))?.cohort;
  assert.deepEqual([open?.apart, open?.reading], [[b.communityId], (await page())?.reading], 'both pages say the same');
});

test('a community that was chosen and nobody sent to is on neither side, and named by itself', async () => {
  const { of, first, second, a, b, c, draft } = await three();
  const district = of.slug;
  for (const { communityId } of [a, b, c]) {
    await told(communityId, '2022-01-19', '2022-02-18', [100, 60, 50]);
    await told(communityId, '2022-06-19', '2022-07-18', [100, 70, 60]);
  }
  assert.equal(code(await draftCohort(first, draft({ places: `${a.communityId},${b.communityId}` }))), 'ok');
  const [row] = await sql<{ id: number }>('select id from cohort where district_id = $1', [of.id]);
  const cohort = row?.id ?? 0;
  assert.equal(code(await approveCohort(second, { district, cohort })), 'ok');
  assert.equal(code(await publishCohort(second, { district, cohort })), 'ok');
  const sides = async () => {
    const found = (await publicDistrict({ district }))?.cohort;
    const all = found?.reading?.compared.communities ?? [];
    const ids = (inside: boolean) =>
      all.filter((one) => one.cohort === inside).map(({ community }) => Number(community));
    return { sent: ids(true), others: ids(false), unsent: found?.unsent, places: found?.places.length };
  };
  const [A, B, C] = [a.communityId, b.communityId, c.communityId];
  assert.deepEqual(await sides(), { sent: [], others: [C], unsent: [A, B], places: 2 });
  assert.equal(await send(first, { district, cohort, community: A, from: '2022-07-18' }), 'ok');
  assert.equal(await send(first, { district, cohort, community: B, from: '2022-07-19' }), 'ok', 'after the months');
  assert.deepEqual(await sides(), { sent: [A], others: [C], unsent: [B], places: 2 });
});

test('a street, which sees its own communities alone, is shown no comparison; nobody outside the district is', async () => {
  const { of, a } = await twoCohorts();
  const clerk = await of.office('street-office', of.streetId);
  assert.equal((await officeDesk(clerk, { district: of.slug, after: 0 }))?.all, 3);
  assert.equal(await cohortPage(clerk, { district: of.slug, no: 1 }), undefined);
  assert.equal(await cohortsAtDesk(clerk, { district: of.slug }), undefined);
  assert.equal((await officesHeld(clerk, { district: of.slug }))?.whole, false);
  const hotline = await of.office('hotline-centre');
  assert.equal((await cohortPage(hotline, { district: of.slug, no: 1 }))?.places[0]?.id, a.communityId);
});

test('months, weights and communities are under the fingerprint, and doctor says what is no longer what was decided', async () => {
  const { one } = await twoCohorts();
  const owner = new pg.Client({ connectionString: env.databaseUrl });
  await owner.connect();
  const { sealed, told: leaves } = room;
  const only = { said: {}, hashed: [], sealed, told: leaves };
  const told = async () =>
    (await verifyWords(owner, only))
      .filter((line) => new RegExp(`^cohort\\w* ${one} `).test(line))
      .map((line) => line.split(' ')[0]);
  const after = async (table: string, change: string) => {
    await owner.query(`begin; alter table ${table} disable trigger user`);
    await owner.query(`update ${table} set ${change} where ${table === 'cohort' ? 'id' : 'cohort_id'} = $1`, [one]);
    const lines = await told();
    await owner.query('rollback');
    return lines;
  };
  try {
    assert.deepEqual(await told(), []);
    for (const change of [
      `name = 'x'`,
      `before_from = before_from - 1`,
      'after_to = after_to + 1',
      'to_day = to_day + 1',
      `weights = '{"volume": 1}'`,
    ])
      assert.deepEqual(await after('cohort', change), ['cohort'], change);
    const whole = `basis = replace(basis, '2022-01-19', '2022-01-20'), before_from = '2022-01-20'`;
    assert.deepEqual(await after('cohort', whole), ['cohort']);
    const sealedAnew = `${whole}, basis_hash = sha256(convert_to(replace(basis, '2022-01-19', '2022-01-20'), 'UTF8'))`;
    assert.deepEqual(
      await after('cohort', sealedAnew),
      ['cohort_place'],
      'the record of the community holds the other',
    );
    assert.deepEqual(await after('cohort_place', `reason = 'x'`), ['cohort_place', 'cohort']);
    assert.deepEqual(await after('cohort_approval', `baseline = '{}'`), ['cohort_approval']);
  } finally {
    await owner.end();
  }
});

test('what was invented or derived is said at the desk and in public, in the words of its own figures', async () => {
  const { a, c, of, first, page } = await twoCohorts();
  assert.deepEqual([(await page())?.invented, (await page())?.derived], [false, []]);
  await sql('update community set invented = true where id = $1', [c.communityId]);
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied, fairly_satisfied,
       recorded_at, derived) values ($1, '2022-06-19', '2022-07-18', 'beijing_district_2025', 9, 9, 9, 9, 0, now(),
       '{"zh": "推算的", "en": "derived"}')`,
    [a.communityId],
  );
  assert.deepEqual([(await page())?.invented, (await page())?.derived], [true, [{ zh: '推算的', en: 'derived' }]]);
  for (const locale of ['zh', 'en'] as const)
    assert.doesNotMatch(JSON.stringify(messages[locale].compare), /28\.76|珠光|Zhuguang/, 'no district’s own figures');
  assert.ok(first && of);
});

test('the twenty-first cohort is found like the first, and a page reads one of them', async () => {
  const { of, first, second, one } = await twoCohorts();
  assert.equal(code(await publishCohort(second, { district: of.slug, cohort: one })), 'ok');
  for (let no = 3; no <= 24; no += 1)
    await sql(
      `with c as (insert into cohort (district_id, no, name, from_day, to_day, before_from, before_to, after_from, after_to,
           weights, basis, basis_hash, drafted_by, drafted_at, submission)
         select district_id, $2::int, 'c' || $2::int, from_day, to_day, before_from, before_to, after_from, after_to, weights, basis,
           basis_hash, drafted_by, drafted_at, gen_random_uuid() from cohort where id = $1 returning id, drafted_by),
       p as (insert into cohort_approval (cohort_id, drafted_by, approved_by, baseline, baseline_hash, at)
         select id, drafted_by, $3, '{}', sha256('{}'), now() from c returning cohort_id)
       insert into cohort_publication (cohort_id, published_by, at) select cohort_id, $3, now() from p`,
      [one, no, second],
    );
  const page = await publicDistrict({ district: of.slug });
  assert.equal(page?.cohort?.no, 24);
  assert.equal(page?.others.length, 22);
  assert.equal((await publicDistrict({ district: of.slug, no: 1 }))?.cohort?.name, '第一批');
  assert.equal(await publicDistrict({ district: of.slug, no: 2 }), undefined, 'it was not published');
  assert.ok(first);
});
