import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { askExport } from '@/features/exports/commands';
import { exportable } from '@/features/exports/queries/page';
import { closeAll, sql } from '@/tests/fixture';
import { code, leak, office, value } from '@/tests/office';
import { deskDay } from '../queries/day';
import { caseContact, orderPage } from '../queries/one';
import { tickedForm } from '../queries/ticked';
import { filterFrom } from '../rules/filter';
import { assignCase, assistCase, dispatchCase, dispatchCases } from './give';
import { whistleCase } from './work';

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
  value(await dispatchCase(of.by(of.hotline), { case: no, agency: of.agency('物业'), tier: of.tier(7) }));
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
