import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { deskToday } from '@/features/desk/queries';
import { importOrders } from '@/features/exchange/commands';
import { orders } from '@/features/exchange/sheet';
import { askExport } from '@/features/exports/commands';
import { exportable } from '@/features/exports/queries/page';
import { inWords } from '@/lib/in-words';
import { closeAll, sql } from '@/tests/fixture';
import { code, leak, office, value } from '@/tests/office';
import { linesOf } from '@/tests/sheets';
import { messages } from '../messages';
import { deskDay } from '../queries/day';
import { caseContact, orderPage } from '../queries/one';
import { tickedForm } from '../queries/ticked';
import { filterFrom } from '../rules/filter';
import { assignCase, assistCase, dispatchCase, dispatchCases } from './give';
import { contactCase, handleCase, objectCase, signCase, whistleCase } from './work';

after(closeAll);

/** Three cases written down at the office; the second is brought against whom it says. */
async function three(against: 'property' | 'captain' | 'nobody') {
  const of = await office();
  const captain = await of.place.captain(of.place.entrance('14', 1));
  await of.place.grant(captain, 'social-worker');
  const numbers: number[] = [];
  for (const title of ['一', '二', '三'])
    numbers.push(value(await recordCase(of.by(of.worker), { ...leak, title })).no);
  const [, second = 0] = numbers;
  if (against === 'property')
    await sql('update cases set against_agency_id = $3 where community_id = $1 and no = $2', [
      of.place.communityId,
      second,
      of.agency('物业'),
    ]);
  if (against === 'captain')
    await sql('update cases set against_id = $3 where community_id = $1 and no = $2', [
      of.place.communityId,
      second,
      captain,
    ]);
  return { ...of, captain, numbers, second };
}

const states = async (communityId: number) =>
  (await sql<{ state: string }>('select state from cases where community_id = $1 order by no', [communityId])).map(
    ({ state }) => state,
  );

test('several go out at once, each with its own event, or none of them does', async () => {
  const of = await three('nobody');
  const given = { cases: of.numbers.map(String), agency: of.agency('居委会'), tier: of.tier(7) };
  assert.equal(code(await dispatchCases(of.by(of.property), given)), 'not_allowed');
  assert.equal(code(await dispatchCases(of.by(of.hotline), { ...given, cases: [...given.cases, '99'] })), 'not_found');
  assert.equal(code(await dispatchCases(of.by(of.hotline), { ...given, cases: [] })), 'not_found');
  assert.equal(code(await dispatchCases(of.by(of.hotline), { ...given, tier: 999_999 })), 'no_such_entry');
  value(await dispatchCases(of.by(of.hotline), { ...given, handler: of.worker }));
  assert.deepEqual(await states(of.place.communityId), ['dispatched', 'dispatched', 'dispatched']);
  assert.equal(code(await dispatchCases(of.by(of.hotline), given)), 'case_elsewhere');
  const events = await sql('select 1 from case_event where community_id = $1', [of.place.communityId]);
  assert.equal(events.length, 3);
  const leaves = (await of.place.leaves()).filter(({ act }) => act === 'case.dispatch_many');
  assert.equal(leaves.length, 1);
});

test('a case against the property service never goes to them: not by itself, not among others, not to help', async () => {
  const of = await three('property');
  const { second, numbers } = of;
  const theirs = { agency: of.agency('物业'), tier: of.tier(7) };
  assert.equal(code(await dispatchCase(of.by(of.hotline), { case: second, ...theirs })), 'complained_of');
  const all = await dispatchCases(of.by(of.hotline), { cases: numbers, ...theirs });
  assert.equal(code(all), 'complained_of');
  assert.deepEqual(all.ok ? {} : all.refusal.details, { case: second });
  assert.deepEqual(await states(of.place.communityId), ['received', 'received', 'received'], 'none of them');
  const offered = await tickedForm(of.by(of.hotline), { step: 'dispatch', numbers });
  assert.ok(!offered?.agencies.some(({ id }) => id === of.agency('物业')));
  assert.ok(!offered?.holders.some(({ role }) => role === 'property'));
  value(await dispatchCases(of.by(of.hotline), { cases: numbers, agency: of.agency('居委会'), tier: of.tier(7) }));
  assert.equal(
    code(await assistCase(of.by(of.worker), { case: second, agency: of.agency('物业'), reason: '帮忙' })),
    'complained_of',
  );
  const also = await of.place.staff('social-worker');
  await of.place.grant(also, 'property');
  const both = await assignCase(of.by(of.hotline), { cases: numbers, handler: also });
  assert.deepEqual([code(both), both.ok ? {} : both.refusal.details], ['complained_of', { case: second }]);
  assert.equal(await orderPage(of.by(of.property), { no: second }), undefined);
  assert.equal(await orderPage(of.by(also), { no: second }), undefined, 'whoever is of that office, too');
});

test('a case against a captain never goes to that captain, whatever else they hold, and they do not find it', async () => {
  const of = await three('captain');
  const { captain, second, numbers } = of;
  const to = { agency: of.agency('居委会'), tier: of.tier(7) };
  const all = await dispatchCases(of.by(of.hotline), { cases: numbers, ...to, handler: captain });
  assert.deepEqual([code(all), all.ok ? {} : all.refusal.details], ['complained_of', { case: second }]);
  value(await dispatchCases(of.by(of.hotline), { cases: numbers, ...to }));
  const assigned = await assignCase(of.by(of.hotline), { cases: numbers, handler: captain });
  assert.equal(code(assigned), 'complained_of');
  assert.equal(code(await assignCase(of.by(captain), { cases: numbers, handler: of.worker })), 'not_found');
  const offered = await tickedForm(of.by(of.hotline), { step: 'assign', numbers });
  assert.ok(!offered?.holders.some(({ id }) => id === captain));
  assert.deepEqual(
    (await tickedForm(of.by(captain), { step: 'assign', numbers }))?.fit.map(({ no }) => no),
    numbers.filter((no) => no !== second),
  );
  assert.equal(await orderPage(of.by(captain), { no: second }), undefined);
  assert.equal((await deskDay(of.by(captain), filterFrom({})))?.lines.length, 2);
  assert.equal((await exportable(of.by(captain), { what: 'cases', asked: '' }))?.rows, 2);
});

test('the property service sees matter and place of what it has, never who: by page, list, search or sheet', async () => {
  const of = await three('nobody');
  const [no = 0, other = 0] = of.numbers;
  value(
    await dispatchCase(of.by(of.hotline), { case: no, agency: of.agency('物业'), tier: of.tier(7), words: '看漏水' }),
  );
  const page = await orderPage(of.by(of.property), { no });
  assert.deepEqual([page?.words, page?.complainant, page?.phone, page?.hasContact], [null, null, null, false]);
  assert.equal(page?.place, leak.place);
  assert.equal(await orderPage(of.by(of.property), { no: other }), undefined, 'not theirs');
  assert.equal(await caseContact(of.by(of.property), { no }), undefined);
  const lines = async (search: Record<string, string>) =>
    (await deskDay(of.by(of.property), filterFrom(search)))?.lines ?? [];
  const [line] = await lines({});
  assert.deepEqual([line?.no, line?.complainant, line?.phone], [no, null, null]);
  const told = JSON.stringify([page, await lines({})]);
  for (const hidden of [leak.words, leak.complainant, leak.phone]) assert.ok(!told.includes(hidden), hidden);
  assert.deepEqual(await lines({ q: leak.phone }), [], 'nor by trying numbers');
  assert.deepEqual(await lines({ q: leak.words.slice(0, 4) }), []);
  assert.equal(await tickedForm(of.by(of.property), { step: 'assign', numbers: of.numbers }), undefined);
  const sheet = { what: 'cases', file: 'csv', purpose: '看看', asked: '' };
  assert.equal(code(await askExport(of.by(of.property), sheet)), 'not_allowed');
  assert.equal(
    code(await whistleCase(of.by(of.property), { case: no, agency: of.agency('居委会'), reason: '来' })),
    'case_elsewhere',
  );
});

test('what waits for its signature stands on the day of an office, and it finds it by the number of the hotline, and no other', async () => {
  const of = await three('nobody');
  const [no = 0, other = 0] = of.numbers;
  const waits = async (person: number) =>
    (await deskToday(of.by(person), {}))?.lines.flatMap(({ act, count }) => (act === 'orders_unsigned' ? [count] : []));
  assert.deepEqual(await waits(of.property), []);
  for (const [at, one] of [no, other].entries())
    await sql('update cases set external_no = $3 where community_id = $1 and no = $2', [
      of.place.communityId,
      one,
      `JS-2022-${at}`,
    ]);
  value(
    await dispatchCase(of.by(of.hotline), {
      case: no,
      agency: of.agency('物业'),
      tier: of.tier(2, 'hours'),
      words: '看漏水',
    }),
  );
  assert.deepEqual(await waits(of.property), [1]);
  assert.deepEqual(await waits(of.worker), [], 'it is another’s');
  const found = async (q: string) =>
    (await deskDay(of.by(of.property), filterFrom({ q })))?.lines.map((line) => line.no);
  assert.deepEqual(await found('JS-2022-0'), [no]);
  assert.deepEqual(await found('JS-2022-1'), []);
  value(await signCase(of.by(of.property), { case: no }));
  assert.deepEqual(await waits(of.property), []);
});

test('of what the hotline’s sheet brought, a complaint that names the property service goes there by itself, with whom it is against', async () => {
  const of = await office();
  const sheet = [
    ['1', '投诉', '物业保安骂人', ''],
    ['2', '投诉', '收费不给票', '某某物业公司'],
    ['3', '诉求', '物业说水管要换，什么时候换', ''],
    ['4', '投诉', '楼上装修太吵', ''],
  ];
  const head = ['编号', '工单类型', '主要内容', '企业名称'];
  const { rows } = orders.read(linesOf([head, ...sheet]));
  value(await importOrders(of.by(of.hotline), { hash: '1'.repeat(64), rows }));
  const to = (agency: string, ...cases: number[]) =>
    dispatchCases(of.by(of.hotline), {
      cases: cases.map(String),
      agency: of.agency(agency),
      tier: of.tier(7),
      words: '到现场看看',
    });
  for (const no of [1, 2]) {
    const refused = await to('物业', 3, no);
    assert.ok(
      !refused.ok && refused.refusal.code === 'say_against' && refused.refusal.details?.case === no,
      String(no),
    );
  }
  const posted = await to('物业', 1, 2, 3);
  assert.equal(!posted.ok && posted.refusal.details?.case, '1 2', 'all that are held back are named at once');
  const said = await dispatchCases(of.by(of.hotline), {
    cases: ['1', '3'],
    agency: of.agency('物业'),
    tier: of.tier(7),
  });
  assert.deepEqual(!said.ok && [said.refusal.code, said.refusal.details], ['say_against', { case: 1, say_matter: 3 }]);
  const sentence = said.ok ? '' : inWords(said.refusal, 'zh', messages).message;
  assert.match(sentence, /第1号像是说物业的.*第3号：物业看不到/);
  const offered = await tickedForm(of.by(of.hotline), { step: 'dispatch', numbers: [1, 2, 3] });
  assert.deepEqual(
    offered?.held.map(({ no, why }) => [no, why.code]),
    [
      [1, 'say_against'],
      [2, 'say_against'],
    ],
  );
  assert.deepEqual(new Set(await states(of.place.communityId)), new Set(['received']), 'none of them went');
  value(await to('居委会', 1));
  value(await to('物业', 3, 4));
  const one = { case: '2', agency: of.agency('居委会'), tier: of.tier(7), againstAgency: of.agency('物业') };
  value(await dispatchCase(of.by(of.hotline), one));
});

test('whoever gives work to somebody else says why, for those who read its course at the desk', async () => {
  const of = await three('nobody');
  const given = { cases: of.numbers.map(String), agency: of.agency('居委会'), tier: of.tier(7) };
  value(await dispatchCases(of.by(of.hotline), given));
  value(
    await assignCase(of.by(of.worker), { cases: of.numbers.map(String), handler: of.captain, words: '他管那个单元' }),
  );
  const [no = 0] = of.numbers;
  const course = (await orderPage(of.by(of.worker), { no }))?.course ?? [];
  assert.deepEqual([course[0]?.step, course[0]?.words], ['assign', '他管那个单元']);
});

test('what waits for somebody: theirs, their office’s that nobody has in hand, and what their office is to do next', async () => {
  const of = await three('nobody');
  const [first = 0, second = 0, third = 0] = of.numbers;
  const waits = async (person: number) => {
    const day = await deskDay(of.by(person), filterFrom({ who: 'turn' }));
    assert.equal(day?.turn, day?.lines.length, 'counted as listed');
    return day?.lines.map(({ no }) => no).sort((a, b) => a - b);
  };
  assert.deepEqual([await waits(of.worker), await waits(of.property)], [[first, second, third], []]);
  const give = (no: number, agency: string, handler?: number) =>
    dispatchCase(of.by(of.hotline), {
      case: no,
      agency: of.agency(agency),
      tier: of.tier(7),
      ...(handler && { handler }),
    });
  value(await give(first, '居委会', of.captain));
  value(await give(second, '居委会'));
  value(await give(third, '物业'));
  assert.deepEqual([await waits(of.worker), await waits(of.captain)], [[second], [first, second]]);
  assert.deepEqual([await waits(of.property), await waits(of.hotline)], [[third], []]);
  value(await objectCase(of.by(of.property), { case: third, reason: '公共部位不归我们' }));
  assert.deepEqual([await waits(of.property), await waits(of.hotline)], [[], [third]]);
  const call = of.by(of.captain);
  value(await signCase(call, { case: first }));
  value(await contactCase(call, { case: first, reached: 'yes' }));
  value(await handleCase(call, { case: first }));
  value(await whistleCase(call, { case: first, agency: of.agency('物业'), reason: '开门' }));
  assert.deepEqual([await waits(of.captain), await waits(of.property)], [[second, third], [first]]);
});
