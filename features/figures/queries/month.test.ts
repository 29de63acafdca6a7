import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { CALL_OUTCOMES, RESOLUTIONS, SCOPES } from '@/db/words/evaluations';
import { importOrders } from '@/features/exchange/commands';
import { orders as sheet } from '@/features/exchange/sheet';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity, sql, type TestCommunity } from '@/tests/fixture';
import { closed, given, office } from '@/tests/office';
import { linesOf } from '@/tests/sheets';
import { correctFigures, deriveFigures, recordFigures } from '../commands';
import { boardFigures, deskFigures } from '../queries';
import { deskMonth } from './month';

after(closeAll);

const said = fc.record({
  outcome: fc.constantFrom(...CALL_OUTCOMES),
  contacted: fc.boolean(),
  resolved: fc.constantFrom(...RESOLUTIONS),
  satisfaction: fc.constantFrom('satisfied', 'fairly_satisfied', 'dissatisfied', null),
  concludes: fc.boolean(),
});
const history = fc.record({
  /** Days from the first of the month. */
  day: fc.integer({ min: -20, max: 30 }),
  calls: fc.array(said, { maxLength: 3 }),
  /** What the hotline's sheet says of its own call. */
  sheet: fc.option(
    fc.record(
      {
        effective: fc.boolean(),
        contacted: fc.boolean(),
        resolved: fc.constantFrom(...RESOLUTIONS),
        satisfied: fc.constantFrom('satisfied', 'fairly_satisfied', 'dissatisfied'),
      },
      { requiredKeys: [] },
    ),
  ),
  requests: fc.array(fc.record({ scope: fc.constantFrom(...SCOPES), agreed: fc.boolean() }), { maxLength: 3 }),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

let cases = 0;

async function lived(here: TestCommunity, people: { caller: number; other: number }, all: readonly History[]) {
  const [brought] = await sql<{ id: number }>(
    `insert into order_import (community_id, hash, rows, added, changed) values ($1, $2, 1, 1, 0) returning id`,
    [here.communityId, Buffer.alloc(32)],
  );
  for (const { day, calls, requests, sheet } of all) {
    cases += 1;
    const [row] = await sql<{ id: number }>(
      `insert into cases (community_id, no, kind, source, title, place, happened_at, received_at, state)
        select $1, $2, 'help', case when $5 then '12345' else 'walk_in' end, '灯', '楼道',
          case when $5 then came else $3::timestamptz end, case when $5 then $3::timestamptz + interval '1 year' else came end, 'evaluated'
        from (select $3::timestamptz + make_interval(days => $4) as came) x returning id`,
      [here.communityId, cases, '2022-03-01T00:00:00+08:00', day, sheet !== null],
    );
    if (sheet)
      await sql(
        `insert into order_version (community_id, case_id, import_id, row, said, caller) values ($1, $2, $3, 1, $4, '{}')`,
        [here.communityId, row?.id, brought?.id, sheet],
      );
    for (const [turn, one] of calls.entries()) {
      const answered = one.outcome === 'answered';
      await sql(
        `insert into case_call (community_id, case_id, turn, outcome, contacted, resolved, satisfaction, caller_id, concludes)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[here.communityId, row?.id, turn, one.outcome],
          ...(answered ? [one.contacted, one.resolved, one.satisfaction] : [null, null, null]),
          ...[people.caller, one.concludes],
        ],
      );
    }
    for (const { scope, agreed } of requests)
      await sql(
        `insert into scope_request (community_id, case_id, scope, reason, asked_by, agreed, decided_by, decided_at)
          values ($1, $2, $3, '重复', $4, $5, $6, now())`,
        [here.communityId, row?.id, scope, people.caller, agreed, people.other],
      );
  }
}

/** The same once more, in another language and another way round. */
const computed = (communityId: number, view: string) =>
  sql<Record<string, string | null>>(
    `with own as (
        select distinct on (y.case_id) y.case_id, y.outcome = 'answered' as effective, y.contacted, y.resolved, y.satisfaction
          from case_call y where y.community_id = $1 and y.concludes order by y.case_id, y.id desc),
      theirs as (
        select case_id, (said ->> 'effective')::boolean as effective, (said ->> 'contacted')::boolean as contacted,
            said ->> 'resolved' as resolved, said ->> 'satisfied' as satisfaction
          from order_version where community_id = $1 and said ->> 'effective' is not null),
      last as (
        select c.*, (select q.scope from scope_request q where q.case_id = c.case_id and q.agreed
            order by q.id desc limit 1) as scope
          from (select * from theirs union all select * from own where case_id not in (select case_id from theirs)) c
            join cases k on k.community_id = $1 and k.id = c.case_id
          where (case k.source when '12345' then k.happened_at else k.received_at end at time zone 'Asia/Shanghai')::date
            between '2022-02-19' and '2022-03-18'),
      kept as (select * from last where effective and ($2 = 'full' or scope is distinct from 'excluded')),
      sums as (
        select count(*) filter (where scope is distinct from 'response_only')::numeric as d,
          count(*)::numeric as all_d, count(*) filter (where contacted)::numeric as r,
          count(*) filter (where resolved = 'yes' and scope is distinct from 'response_only')::numeric as s,
          coalesce(sum(case satisfaction when 'satisfied' then 10 when 'fairly_satisfied' then 9 else 0 end)
            filter (where scope is distinct from 'response_only'), 0)::numeric as m
        from kept)
      select case when all_d > 0 then round(100 * r / all_d, 2)::text end as response,
        case when d > 0 then round(100 * s / d, 2)::text end as resolution,
        case when d > 0 then round(10 * m / d, 2)::text end as satisfaction,
        case when d > 0 then round(10 * r / all_d + 50 * s / d + 4 * m / d, 1)::text end as composite from sums`,
    [communityId, view],
  );

test('both views of a month are what SQL makes of any history of callbacks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { maxLength: 14 }), async (all) => {
      const here = await makeCommunity();
      here.at('2022-03-25');
      const people = { caller: await here.staff('hotline'), other: await here.staff('party-secretary') };
      await lived(here, people, all);
      const month = await deskMonth(here.by(people.caller), { month: '2022-03' });
      for (const { view, rates } of month?.views ?? []) {
        const { response, resolution, satisfaction, composite } = rates;
        const [own] = await computed(here.communityId, view);
        assert.deepEqual(
          {
            response: response?.pct ?? null,
            resolution: resolution?.pct ?? null,
            satisfaction: satisfaction?.pct ?? null,
            composite,
          },
          own,
        );
      }
    }),
    { numRuns: 25 },
  );
});

const good = (day: number, more: Partial<History['calls'][number]> = {}): History => ({
  day,
  calls: [
    { outcome: 'answered', contacted: true, resolved: 'yes', satisfaction: 'satisfied', concludes: true, ...more },
  ],
  requests: [],
  sheet: null,
});

async function month(all: readonly History[]) {
  const here = await makeCommunity();
  here.at('2022-03-25');
  const people = { caller: await here.staff('hotline'), other: await here.staff('party-secretary') };
  await lived(here, people, all);
  const derive = async (looked?: string) =>
    deriveFigures(here.by(people.caller), { month: '2022-03', ...(looked && { looked }) });
  const publish = async () => {
    const first = await derive();
    assert.ok(!first.ok && first.refusal.code === 'look_again', JSON.stringify(first));
    return derive(String(first.refusal.details?.saying));
  };
  return { here, people, derive, publish };
}

test('a case belongs to the month it came in: from the 19th at midnight to the 19th', async () => {
  const { here, people } = await month([good(-11), good(-10), good(17), good(18)]);
  const volumes = [];
  for (const of of ['2022-02', '2022-03', '2022-04'])
    volumes.push((await deskMonth(here.by(people.caller), { month: of }))?.volume);
  assert.deepEqual(volumes, [1, 2, 1]);
});

test('of what came in the month so many were signed for, answered, in time and called back', async () => {
  const of = await office();
  await closed(of);
  await given(of);
  const { orders } = (await deskMonth(of.by(of.hotline), { month: null })) ?? {};
  assert.deepEqual(orders, { received: 2, signed: 1, answered: 1, due: 1, inTime: 1, calledBack: 0 });
});

test('办结量 is what was closed in the month, whenever it came, and is not open again by its end', async () => {
  const here = await makeCommunity();
  here.at('2022-05-10');
  const hotline = here.by(await here.staff('hotline'));
  let turn = 0;
  const bring = async (...orders: string[][]) => {
    turn += 1;
    const head = ['编号', '主要内容', '来电时间', '办结时间', '工单状态', '主办单位'];
    const { rows } = sheet.read(
      linesOf([[`第${turn}次`], head, ...orders.map(([no = '', ...rest]) => [no, '灯坏了', ...rest])]),
    );
    const hash = String(turn).padStart(64, '0');
    done(await importOrders(hotline, { hash, rows }));
  };
  const closed = async () =>
    Object.fromEntries(
      await Promise.all(
        ['2022-02', '2022-03', '2022-04'].map(async (of) => {
          const found = await deskMonth(hotline, { month: of });
          return [of, found?.units.map(({ name, volume, closed }) => [name, volume, closed]).sort()] as const;
        }),
      ),
    );
  await bring(
    ['1', '2022-01-25', '2022-03-01', '已办结', '物业'],
    ['2', '2022-02-25', '2022-03-18 23:59', '已办结', '物业'],
    ['3', '2022-02-25', '2022-03-19', '已办结', '物业'],
    ['4', '2022-02-25', '', '办理中', '居委会'],
  );
  assert.deepEqual(await closed(), {
    '2022-02': [['物业', 1, 0]],
    '2022-03': [
      ['居委会', 1, 0],
      ['物业', 2, 2],
    ],
    '2022-04': [['物业', 0, 1]],
  });
  here.at('2022-04-10');
  await bring(['3', '2022-02-25', '', '办理中', '物业']);
  assert.deepEqual((await closed())['2022-04'], [], 'open again in the same month');
  await bring(['3', '2022-02-25', '2022-04-05', '已办结', '物业']);
  assert.deepEqual((await closed())['2022-04'], [['物业', 0, 1]], 'once, however often it was closed');
});

test('a month counted from callbacks is looked at, published once, and neither typed nor changed', async () => {
  const { here, people, derive, publish } = await month([
    ...Array.from({ length: 11 }, (_, at) => good(at)),
    good(0, { resolved: 'partial', satisfaction: 'fairly_satisfied' }),
  ]);
  const caller = here.by(people.caller);
  assert.equal(code(await derive('2022-03 1 2 3')), 'look_again');
  const typed = { from: '2022-02-19', to: '2022-03-18', profile: 'beijing_district_2025', effective: '12' };
  assert.equal(code(await recordFigures(caller, typed)), 'counted_here');
  done(await publish());
  assert.equal(code(await derive()), 'period_known');
  const shown = (await boardFigures(here.slug, {}))?.periods[0];
  assert.deepEqual(
    [shown?.source, shown?.rates.resolution, shown?.rates.satisfaction, shown?.rates.composite],
    ['callbacks', { n: '11', d: '12', pct: '91.67' }, { n: '11.9', d: '12', pct: '99.17' }, '95.5'],
  );
  assert.deepEqual(shown?.full, shown?.rates, 'nothing was left out');
  const own = (await deskFigures(caller, {}))?.periods[0];
  const correct = { ...typed, corrects: own?.id, reason: '改' };
  assert.equal(code(await correctFigures(caller, correct)), 'told_once');
});

test('a month that is not over, or in which nobody was called back, makes no figures', async () => {
  const { here, people, derive } = await month([]);
  assert.equal(code(await derive()), 'no_callbacks_here');
  here.at('2022-03-18T23:59');
  assert.equal(code(await derive()), 'period_not_over');
  assert.equal(code(await deriveFigures(here.by(people.other), { month: '2022-03' })), 'not_allowed');
  assert.equal(code(await deriveFigures(here.by(people.caller), { month: '2022-13' })), 'invalid');
});

test('the board tells of ten answers and more, and not what those said who were left out', async () => {
  const few = await month(Array.from({ length: 9 }, (_, at) => good(at)));
  done(await few.publish());
  const told = (await boardFigures(few.here.slug, {}))?.periods[0];
  assert.deepEqual([told?.effective, told?.rates.resolution, told?.rates.response, told?.full], [9, null, null, null]);
  const out = { ...good(3, { resolved: 'no' }), requests: [{ scope: 'excluded' as const, agreed: true }] };
  const many = await month([...Array.from({ length: 12 }, (_, at) => good(at)), out]);
  done(await many.publish());
  const most = (await boardFigures(many.here.slug, {}))?.periods[0];
  assert.deepEqual([most?.effective, most?.rates.resolution?.pct, most?.full], [12, '100.00', null]);
  const atDesk = (await deskFigures(many.here.by(many.people.caller), {}))?.periods[0];
  assert.equal(atDesk?.full?.resolution?.pct, '92.31');
});

type Came = [
  day: string,
  count: number,
  more?: { building?: string; category?: string; took?: number; inTime?: boolean },
];

async function cameIn(here: TestCommunity, all: readonly Came[]) {
  for (const [day, count, { building, category = '', took, inTime } = {}] of all)
    await sql(
      `insert into cases (community_id, no, kind, source, title, place, category, building_id, happened_at, received_at, state,
          replied_at, in_time)
        select $1, $2 + n, 'help', 'walk_in', '灯', '楼道', $4, (select id from building where community_id = $1 and name = $5),
          $6::timestamptz, $6::timestamptz, 'archived', $6::timestamptz + make_interval(hours => $7 * n), $8
        from generate_series(1, $3) n`,
      [
        here.communityId,
        (cases += 100),
        count,
        category,
        building ?? '',
        `${day}T10:00:00+08:00`,
        took ?? null,
        inTime,
      ],
    );
}

const worked = (here: TestCommunity) => here.resident(here.household('14', 0));

test('how many cases a month had is told when it is over, no number from one to two, and none as none', async () => {
  const here = await makeCommunity();
  await cameIn(here, [
    ['2022-01-18', 2],
    ['2022-01-19', 3],
    ['2022-03-18', 4],
    ['2022-03-19', 5],
  ]);
  await worked(here);
  here.at('2022-04-18T23:59');
  const months = async () => (await boardFigures(here.slug, {}))?.volumes.map(({ month, volume }) => [month, volume]);
  assert.deepEqual(await months(), [
    ['2022-01', null],
    ['2022-02', 3],
    ['2022-03', 4],
  ]);
  here.at('2022-04-19T00:00');
  assert.deepEqual((await months())?.at(-1), ['2022-04', 5]);
});

test('of ten answers and more: within how long half of them and nine tenths were given, and how many in time', async () => {
  const here = await makeCommunity();
  await cameIn(here, [
    ['2022-02-01', 10, { took: 1, inTime: true }],
    ['2022-03-01', 9, { took: 1, inTime: false }],
  ]);
  here.at('2022-05-01');
  const [february, march] = (await boardFigures(here.slug, {}))?.volumes ?? [];
  const hours = 3600;
  const told = { volume: 10, answered: 10, median: 5 * hours, most: 9 * hours, timed: 10, inTime: 10 };
  assert.deepEqual(february, { month: '2022-02', ...told });
  const kept = { answered: null, median: null, most: null, timed: null, inTime: null };
  assert.deepEqual(march, { month: '2022-03', volume: 9, ...kept });
});

test('what is too small stands among the others, and never alone', async () => {
  const here = await makeCommunity();
  const roof = '住房城乡建设->房屋修缮->屋面漏水';
  await cameIn(here, [
    ['2022-02-01', 5, { building: '14', category: roof }],
    ['2022-02-02', 3, { building: '15', category: '生态环境->噪声->施工噪声' }],
    ['2022-02-03', 2, { category: '交通->停车->占道' }],
  ]);
  const shares = async () =>
    (await boardFigures(here.slug, {}))?.shares.map(({ quarter, by, name, cases: n }) => [quarter, by, name, n]);
  here.at('2022-03-18T12:00');
  assert.deepEqual(await shares(), [], 'the quarter is not over');
  here.at('2022-03-19T00:00');
  assert.deepEqual(await shares(), [
    ['2022-1', 'building', '14', 5],
    ['2022-1', 'building', '', 5],
    ['2022-1', 'kind', '房屋修缮', 5],
    ['2022-1', 'kind', '', 5],
  ]);
});
