import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskToday } from '@/features/desk/queries';
import { handoverPage } from '@/features/terms/queries/handover';
import { writeBook } from '@/lib/sheet/write';
import { code, done } from '@/tests/consultation';
import { makeDistrict } from '@/tests/district';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { unzipped } from '@/tests/sheets';
import { figureRows } from '../components/figures';
import { monthSheets } from '../components/month-sheet';
import { boardDiagnosis, boardOver } from '../queries/board';
import { deskCrack, deskDiagnosis } from '../queries/desk';
import { diagnosisMonth } from '../queries/month';
import { oneToDistrict, raisedToDistrict, raisedToStreet } from '../queries/raised';
import { answerFromDistrict, answerFromStreet } from './answer';
import { addCrack, notePresence, publishDiagnosis, raiseCrack, reportCrack } from './promise';

after(closeAll);

/** A cohort that sent them here, approved with a baseline of its own. */
async function makePosting(
  communityId: number,
  { of, first, second, person }: { of: { id: number }; first: number; second: number; person: number },
) {
  const one = async (text: string, values: unknown[]) => (await sql<{ id: number }>(text, values))[0]?.id ?? 0;
  const cohort = await one(
    `insert into cohort (district_id, no, name, from_day, to_day, before_from, before_to, after_from, after_to, weights, basis,
       basis_hash, drafted_by, drafted_at, submission) values ($1, 1, '第一批', '2022-03-01', '2022-12-31', '2021-12-19', '2022-01-18',
       '2022-06-19', '2022-07-18', '{}', '{"passed": []}', sha256('{"passed": []}'), $2, now(), gen_random_uuid()) returning id`,
    [of.id, first],
  );
  await sql('insert into cohort_place (community_id, cohort_id) values ($1, $2)', [communityId, cohort]);
  const baseline = JSON.stringify({
    [communityId]: { effective: 50, resolved: 25, satisfied: 20, fairlySatisfied: 0 },
  });
  await sql(
    `insert into cohort_approval (cohort_id, drafted_by, approved_by, baseline, baseline_hash, at)
       values ($1, $2, $3, $4, sha256(convert_to($4, 'UTF8')), now())`,
    [cohort, first, second, baseline],
  );
  const candidate = await one(
    `insert into candidate (district_id, person_id, name, home_unit, named, at) values ($1, $2, '何志远', '区里', false, now()) returning id`,
    [of.id, person],
  );
  const term = await one(
    `insert into term (community_id, person_id, cohort, from_day, to_day) values ($1, $2, '第一批', '2022-03-01', '2022-12-31') returning id`,
    [communityId, person],
  );
  await sql(
    `insert into posting (community_id, term_id, grant_id, cohort_id, candidate_id, from_day, to_day, sent_by, at)
       select $1, $2, g.id, $3, $4, '2022-03-01', '2022-12-31', $5, now() from grants g
        where g.community_id = $1 and g.person_id = $6`,
    [communityId, term, cohort, candidate, first, person],
  );
}

async function makeDiagnosed() {
  const here = await makeCommunity();
  here.at('2022-03-06');
  const sent = await here.staff('governance-secretary');
  const [secretary, district, worker] = [
    here.by(sent),
    here.by(await here.staff('district')),
    here.by(await here.staff('social-worker')),
  ];
  const lines = async (call: typeof secretary) => (await deskToday(call, {}))?.lines.map(({ act }) => act) ?? [];
  return { ...here, sent, secretary, district, worker, lines };
}

const causes = { legacy: '2014年建的时候没留路', neighbours: '上下两栋楼互不相让' };
const slope = {
  title: '土坡上修条路',
  cause: 'neighbours',
  owner: 'governance-secretary',
  dueOn: '2022-10-31',
  sign: '一冬不摔人',
};

test('first what is wrong, with the counts it rests on; then promises, on the board without a name', async () => {
  const { secretary, worker, slug, communityId } = await makeDiagnosed();
  assert.equal(code(await addCrack(secretary, slope)), 'not_diagnosed');
  assert.equal(code(await publishDiagnosis(worker, causes)), 'not_allowed');
  assert.equal(code(await publishDiagnosis(secretary, {})), 'no_cause');
  done(await publishDiagnosis(secretary, causes));
  const [kept] = await sql<{ basis: string }>('select basis from diagnosis where community_id = $1', [communityId]);
  assert.equal(JSON.parse(kept?.basis ?? '{}').cases, 0);
  assert.equal(code(await addCrack(secretary, { ...slope, dueOn: '2022-03-06' })), 'due_day');
  assert.deepEqual(done(await addCrack(secretary, slope)), { crack: 1 });
  const page = await boardDiagnosis(slug, {});
  assert.equal(page?.found?.said.legacy, causes.legacy);
  assert.deepEqual(
    page?.open.map(({ no, title, owner }) => [no, title, owner]),
    [[1, slope.title, slope.owner]],
  );
  for (let more = 0; more < 11; more += 1) done(await addCrack(secretary, { ...slope, title: `第${more}件` }));
  assert.equal(code(await addCrack(secretary, slope)), 'enough_matters');
  assert.equal((await deskDiagnosis(secretary, {}))?.addBlock?.code, 'enough_matters');
  done(await reportCrack(worker, { crack: 12, state: 'done', words: '好了' }));
  done(await addCrack(secretary, slope));
});

test('what is stuck says who could loosen it, is raised once, and is answered by the office it was raised to', async () => {
  const here = await makeDiagnosed();
  const { secretary, worker, slug, communityId, district } = here;
  const of = await makeDistrict([here]);
  const office = await of.office('organisation');
  const clerk = await of.office('street-office', of.streetId);
  done(await publishDiagnosis(secretary, causes));
  done(await addCrack(secretary, slope));
  const stuck = { crack: 1, state: 'stuck', words: '绿地要批' };
  assert.equal(code(await reportCrack(worker, stuck)), 'who_loosens');
  done(await reportCrack(worker, { ...stuck, loosener: '园林局' }));
  const raise = { crack: 1, level: 'district', asks: '请园林局来看', dueOn: '2022-03-20' };
  assert.equal(code(await raiseCrack(worker, raise)), 'not_allowed');
  assert.equal(code(await raiseCrack(secretary, { ...raise, dueOn: '2022-05-01' })), 'answer_day');
  const waiting = async () => (await raisedToDistrict(office, { district: of.slug, after: 0 }))?.all;
  assert.equal(await waiting(), 0);
  done(await raiseCrack(secretary, raise));
  assert.equal(code(await raiseCrack(secretary, raise)), 'raised_already');
  const asked = { district: of.slug, community: communityId, crack: 1, answer: '下周三来看' };
  const page = await raisedToDistrict(office, { district: of.slug, after: 0 });
  assert.deepEqual(
    page?.waiting.map(({ title, asks, loosener }) => [title, asks, loosener]),
    [[slope.title, raise.asks, '园林局']],
  );
  assert.deepEqual([page?.all, page?.late], [1, 0]);
  assert.equal(
    (await raisedToStreet(clerk, { district: of.slug, after: 0 }))?.all,
    0,
    'it was not raised to the street',
  );
  here.at('2022-03-21');
  assert.equal((await raisedToDistrict(office, { district: of.slug, after: 0 }))?.late, 1);
  assert.equal(code(await answerFromStreet(clerk, asked)), 'not_raised');
  assert.equal(code(await answerFromDistrict(clerk, asked)), 'not_allowed');
  assert.equal(code(await answerFromDistrict(here.sent, asked)), 'not_allowed', 'nobody answers themself');
  assert.equal(
    code(await answerFromDistrict(await here.staff('district'), asked)),
    'not_allowed',
    'a role in the community is no office',
  );
  const away = await makeDistrict([]);
  const other = await away.office('organisation');
  assert.equal(code(await answerFromDistrict(other, { ...asked, district: away.slug })), 'not_found');
  const which = { district: of.slug, community: communityId, no: 1 };
  assert.equal((await oneToDistrict(office, which))?.title, slope.title);
  assert.equal(await oneToDistrict(other, { ...which, district: away.slug }), undefined);
  assert.equal((await here.lines(secretary)).includes('crack_answers'), false);
  done(await answerFromDistrict(office, asked));
  assert.equal((await here.lines(secretary)).includes('crack_answers'), true, 'whoever asked is to say how it goes on');
  assert.equal(code(await answerFromDistrict(office, { ...asked, answer: '再说' })), 'not_raised');
  assert.equal(await waiting(), 0);
  assert.equal((await raisedToDistrict(office, { district: of.slug, after: 0 }))?.answered[0]?.answer, '下周三来看');
  const leaf = (await here.leaves()).find(({ act }) => act === 'crack.answer_district');
  assert.deepEqual([leaf?.subject, JSON.parse(leaf?.content ?? '{}').answer], ['crack/1', '下周三来看']);
  assert.equal((await boardDiagnosis(slug, {}))?.open[0]?.raises[0]?.answer, '下周三来看');
  here.at('2022-03-22');
  done(await reportCrack(worker, { ...stuck, loosener: '园林局' }));
  assert.equal((await here.lines(secretary)).includes('crack_answers'), false);
  done(await raiseCrack(secretary, { ...raise, level: 'street', dueOn: '2022-04-01' }));
  assert.equal(code(await answerFromDistrict(office, asked)), 'not_raised', 'that is for the street to answer');
  done(await answerFromStreet(clerk, asked));
  done(await reportCrack(worker, { crack: 1, state: 'done', words: '23级台阶' }));
  assert.equal(code(await reportCrack(worker, stuck)), 'matter_over');
  assert.equal((await deskCrack(secretary, { no: 1 }))?.raise?.code, 'matter_over');
  assert.ok(district);
});

test('nothing an office writes on the board names somebody, a number or a door, and every field that does is told', async () => {
  const here = await makeDiagnosed();
  const { secretary, worker, communityId } = here;
  const of = await makeDistrict([here]);
  const clerk = await of.office('street-office', of.streetId);
  const [who, number, door] = ['刘女士不同意', '打13800000000', '14号楼1单元301不同意'];
  const fields = (tried: { ok: boolean; refusal?: { fieldErrors?: object } }) => tried.refusal?.fieldErrors;
  assert.deepEqual(fields(await publishDiagnosis(secretary, { legacy: who, neighbours: door })), {
    legacy: 'names_a_person',
    neighbours: 'names_a_door',
  });
  done(await publishDiagnosis(secretary, { neighbours: '14号楼186户里有30户不同意' }));
  assert.deepEqual(fields(await addCrack(secretary, { ...slope, title: number, sign: door, dueOn: '2022-03-06' })), {
    title: 'names_a_person',
    sign: 'names_a_door',
    dueOn: 'due_day',
  });
  done(await addCrack(secretary, slope));
  const report = { crack: 1, state: 'stuck', words: who, loosener: number };
  assert.deepEqual(fields(await reportCrack(worker, report)), {
    words: 'names_a_person',
    loosener: 'names_a_person',
  });
  const raise = { crack: 1, level: 'street', asks: '请街道来看', dueOn: '2022-03-20' };
  assert.deepEqual(fields(await raiseCrack(secretary, { ...raise, asks: door })), { asks: 'names_a_door' });
  done(await raiseCrack(secretary, raise));
  const answer = { district: of.slug, community: communityId, crack: 1, answer: '下周三来看' };
  assert.deepEqual(fields(await answerFromStreet(clerk, { ...answer, answer: number })), { answer: 'names_a_person' });
  done(await answerFromStreet(clerk, answer));
});

test('matters of years stay to be found: what is under way whole, what is over page by page, each by its number', async () => {
  const here = await makeDiagnosed();
  const { secretary, slug, communityId } = here;
  done(await publishDiagnosis(secretary, causes));
  done(await addCrack(secretary, slope));
  await sql(
    `with k as (insert into crack (community_id, no, title, cause, owner, due_on, sign, promised_by, at)
       select $1, n, '第' || n || '件', 'legacy', 'property', '2022-12-31', '好', $2, '2022-01-01' from generate_series(2, 70) n
       returning id)
     insert into crack_report (community_id, crack_id, state, words, said_by, at) select $1, id, 'done', '好了', $2, '2022-02-01' from k`,
    [communityId, here.sent],
  );
  const page = await boardDiagnosis(slug, {});
  assert.deepEqual([page?.open.map(({ no }) => no), page?.over.length, page?.next, page?.done], [[1], 20, 51, 69]);
  assert.equal((await deskCrack(secretary, { no: 2 }))?.one.title, '第2件');
  const seen: number[] = [];
  for (let next = page?.next ?? null; next !== null; ) {
    const more: Awaited<ReturnType<typeof boardOver>> = await boardOver(slug, { after: next });
    seen.push(...(more?.cracks.map(({ no }) => no) ?? []));
    next = more?.next ?? null;
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 49 }, (_, at) => 50 - at),
  );
  assert.equal(await boardOver(slug, { after: 2 }), undefined);
  const march = await diagnosisMonth(secretary, { asked: '2022-03' });
  assert.deepEqual(
    march?.cracks.map(({ no }) => no),
    [1],
    'what was over before is no matter of the month',
  );
});

test('after a month of silence, or on its day, somebody is asked; whoever leaves hands it over', async () => {
  const here = await makeDiagnosed();
  const { secretary, worker, lines, district, communityId, sent } = here;
  done(await publishDiagnosis(secretary, causes));
  done(await addCrack(secretary, slope));
  here.at('2022-04-05');
  assert.equal((await lines(worker)).includes('cracks'), false);
  here.at('2022-04-06');
  assert.equal((await lines(worker)).includes('cracks'), true);
  const [grant] = await sql<{ id: number }>('select id from grants where community_id = $1 and person_id = $2', [
    communityId,
    sent,
  ]);
  const page = await handoverPage(district, { grant: grant?.id ?? 0 });
  assert.deepEqual(
    page?.open.map(({ kind, title }) => [kind, title]),
    [['crack', slope.title]],
  );
});

test('a month is made of what is there; the last word of its days on site holds', async () => {
  const here = await makeDiagnosed();
  const { secretary, worker, slug } = here;
  done(await publishDiagnosis(secretary, causes));
  done(await addCrack(secretary, slope));
  const march = { month: '2022-03', days: '15', doors: '120' };
  assert.equal(code(await notePresence(secretary, { ...march, month: '2022-04' })), 'month');
  done(await notePresence(secretary, march));
  done(await notePresence(secretary, { ...march, days: '16' }));
  here.at('2022-04-02');
  done(await reportCrack(worker, { crack: 1, state: 'under_way', words: '问了第一轮' }));
  const month = await diagnosisMonth(worker, { asked: '2022-03' });
  assert.equal(month?.cracks[0]?.stood, null);
  assert.deepEqual([month?.presence?.days, month?.presence?.doors], [16, 120]);
  const april = await diagnosisMonth(worker, { asked: '2022-04' });
  assert.equal(april?.cracks[0]?.stood?.words, '问了第一轮');
  assert.deepEqual((await boardDiagnosis(slug, {}))?.presence, [{ month: '2022-03', days: 16, doors: 120 }]);
});

test('a month as a sheet: numbers are numbers, days are days, what was not answered in time says so, and how it is counted', async () => {
  const here = await makeDiagnosed();
  const { secretary, communityId } = here;
  done(await publishDiagnosis(secretary, causes));
  done(await addCrack(secretary, slope));
  done(await notePresence(secretary, { month: '2022-03', days: '16', doors: '120' }));
  const asks = { level: 'street', asks: '请城管来看', dueOn: '2022-03-20' };
  done(await raiseCrack(secretary, { crack: 1, ...asks }));
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied, fairly_satisfied,
       recorded_at) values ($1, '2022-02-19', '2022-03-18', 'beijing_district_2025', 20, 20, 15, 10, 5, now())`,
    [communityId],
  );
  here.at('2022-04-02');
  const month = await diagnosisMonth(secretary, { asked: '2022-03' });
  assert.ok(month);
  const sheets = monthSheets(month, 'zh');
  const book = unzipped(Buffer.from(await (await writeBook(sheets)).arrayBuffer()));
  assert.match(book.get('xl/workbook.xml') ?? '', /集中破题.*往上报的.*回访.*驻点和走访.*口径/);
  const rows = sheets.map(({ rows: all }) => [...(all as Iterable<readonly unknown[]>)]);
  const day = (said: string) => new Date(`${said}T00:00:00Z`);
  const [matter] = rows[0] ?? [];
  assert.deepEqual([matter?.[0], matter?.[4], matter?.[5]], [1, day('2022-03-06'), day(slope.dueOn)]);
  const [raised] = rows[1] ?? [];
  assert.deepEqual(raised?.slice(4, 9), [day('2022-03-06'), day('2022-03-20'), '过了日子还没有答复', null, 11]);
  const [figures] = rows[2] ?? [];
  assert.deepEqual(figures?.slice(1, 8), [day('2022-02-19'), day('2022-03-18'), 20, 15, 10, 5, 75]);
  assert.equal(figures?.[11], 72.5, 'ten, and five that count nine tenths');
  assert.deepEqual(rows[3], [['2022-03', 16, 120]]);
  assert.ok((rows[4]?.length ?? 0) >= 8, 'each sheet says how it counts');
  for (const [at, { columns }] of sheets.entries())
    for (const row of rows[at] ?? [])
      for (const [place, { kind }] of columns.entries()) {
        const cell = row[place];
        const is = cell instanceof Date ? 'date' : typeof cell === 'number' ? 'number' : 'text';
        if (cell !== null) assert.equal(kind === 'rate' ? 'number' : kind, is, `${at} ${place}`);
      }
});

test('figures stand beside what was sealed when the cohort was approved; what is fairly satisfied counts nine tenths', async () => {
  const here = await makeDiagnosed();
  const { secretary, communityId } = here;
  done(await publishDiagnosis(secretary, causes));
  const told = (from: string, to: string, counts: number[]) =>
    sql(
      `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied, fairly_satisfied,
         recorded_at) values ($1, $2, $3, 'beijing_district_2025', $4, $4, $5, $6, $7, now())`,
      [communityId, from, to, ...counts],
    );
  await told('2022-01-19', '2022-02-18', [100, 60, 40, 20]);
  await told('2022-02-19', '2022-03-18', [20, 15, 10, 5]);
  const figures = async () => {
    const month = await diagnosisMonth(secretary, { asked: '2022-03' });
    return month && { rows: figureRows(month, 'zh'), sealed: month.baseline?.sealed };
  };
  const before = await figures();
  assert.equal(before?.sealed, null, 'nothing was sealed');
  assert.match(before?.rows[0]?.satisfaction ?? '', /^58\/100（58\.00%）$/);
  assert.match(before?.rows[1]?.satisfaction ?? '', /^14\.5\/20（72\.50%） 回访少/);
  assert.deepEqual([before?.rows[1]?.resolutionChange, before?.rows[1]?.satisfactionChange], ['+15.00', '+14.50']);
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('organisation'), await of.office('organisation')];
  await makePosting(communityId, { of, first, second, person: here.sent });
  const after = await figures();
  assert.equal(after?.sealed?.cohort, '第一批');
  assert.deepEqual(
    after?.rows.map(({ resolutionChange }) => resolutionChange),
    ['', '+10.00', '+25.00'],
    'both periods after it, beside what was sealed',
  );
});
