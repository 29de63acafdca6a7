import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '@/lib/result';
import {
  type Acceptance,
  answerOnSite,
  checkAmount,
  checkAtDoor,
  checkBudget,
  checkOutcome,
  checkReport,
  checkSite,
  completion,
  isOverdue,
  isPromise,
  isSilent,
  mayBeDelegate,
} from './rules';

const by = (group: number, over: Partial<Acceptance> = {}): Acceptance => ({
  group,
  delegate: group * 10,
  outcome: 'accepted',
  repairOn: null,
  ...over,
});

test('complete only with a delegate of each group', () => {
  assert.equal(completion([14, 15], [by(14), by(15)], [], []).complete, true);
  assert.deepEqual(completion([14, 15], [by(14)], [], []).lacking.groups, [15]);
  assert.deepEqual(completion([14, 15], [by(14), by(15, { outcome: null })], [], []).lacking.groups, [15]);
  const refused = by(15, { outcome: 'refused', repairOn: '2022-12-01' });
  assert.deepEqual(completion([14, 15], [by(14), refused], [], []).lacking.groups, [15]);
});

test('one person does not speak for two groups', () => {
  const both = [by(14, { delegate: 1 }), by(15, { delegate: 1 })];
  assert.deepEqual(completion([14, 15], both, [], []).lacking.groups, [14, 15]);
});

test('whoever reports or checks a milestone after having accepted does not count as a delegate', () => {
  const accepted = [by(14), by(15)];
  assert.deepEqual(completion([14, 15], accepted, [], [140]).lacking.groups, [14]);
  assert.equal(completion([14, 15], accepted, [], [141]).complete, true);
});

test('only the last site is worked on, and only while it is being built', () => {
  assert.ok(checkSite('building', true).ok);
  assert.ok(!checkSite('building', false).ok);
  assert.ok(!checkSite('completed', true).ok);
});

test('an answer given on the site is a promise, and takes none back', () => {
  const kinds = ['adopted', 'adopted_another_way', 'partly'];
  for (const state of ['building', 'reopened']) {
    for (const kind of kinds) {
      for (const promised of [false, true])
        assert.deepEqual(answerOnSite(state, kind, promised), { ok: true, value: { promise: true } });
    }
    assert.deepEqual(answerOnSite(state, 'not_possible', false), { ok: true, value: { promise: false } });
    assert.deepEqual(answerOnSite(state, 'not_possible', true), { ok: false, refusal: { code: 'breaks_promise' } });
  }
  assert.deepEqual(answerOnSite('redesign', 'not_possible', true), { ok: true, value: { promise: false } });
  assert.deepEqual(answerOnSite('consulting', 'adopted', false), { ok: true, value: { promise: false } });
});

test('every commitment is accepted, or refused with a day of repair', () => {
  const all = [by(14)];
  const commitments = [
    { id: 1, outcome: 'accepted' as const, repairOn: null },
    { id: 2, outcome: 'refused' as const, repairOn: '2022-12-01' },
  ];
  assert.equal(completion([14], all, commitments, []).complete, true);
  const open = { id: 3, outcome: null, repairOn: null };
  const undated = { id: 4, outcome: 'refused' as const, repairOn: null };
  assert.deepEqual(completion([14], all, [...commitments, open, undated], []).lacking.commitments, [3, 4]);
});

test('what is promised: every answer that changes the plan, also to somebody who still objects', () => {
  const answers = ['adopted', 'adopted_another_way', 'partly'];
  for (const answerKind of answers) {
    for (const state of ['answered', 'settled', 'lapsed', 'maintained']) assert.ok(isPromise({ answerKind, state }));
    for (const state of ['raised', 'acknowledged', 'withdrawn']) assert.ok(!isPromise({ answerKind, state }));
  }
  assert.equal(isPromise({ answerKind: 'not_possible', state: 'settled' }), false);
  assert.equal(isPromise({ answerKind: null, state: 'answered' }), false);
});

test('a refusal names a day of repair that is not over', () => {
  const code = (...facts: Parameters<typeof checkOutcome>) => {
    const result = checkOutcome(...facts);
    return result.ok ? 'ok' : result.refusal.code;
  };
  assert.equal(code('accepted', null, '2022-11-20'), 'ok');
  assert.equal(code('accepted', '2022-12-01', '2022-11-20'), 'repair_date_without_refusal');
  assert.equal(code('refused', null, '2022-11-20'), 'repair_date_missing');
  assert.equal(code('refused', '2022-11-19', '2022-11-20'), 'repair_date_past');
  assert.equal(code('refused', '2022-11-20', '2022-11-20'), 'ok');
});

test('a delegate lives there and did not build it', () => {
  assert.equal(mayBeDelegate({ id: 1, household: 5 }, [5, 6], [9]), true);
  assert.equal(mayBeDelegate({ id: 1, household: 7 }, [5, 6], [9]), false);
  assert.equal(mayBeDelegate({ id: 9, household: 5 }, [5, 6], [9]), false);
});

test('the alarm rings when fourteen days are full', () => {
  const last = new Date('2022-11-01T08:00:00Z');
  assert.equal(isSilent(last, new Date('2022-11-15T07:59:59.999Z')), false);
  assert.equal(isSilent(last, new Date('2022-11-15T08:00:00Z')), true);
});

test('a milestone is not reported before its day', () => {
  assert.equal(checkReport('2022-11-10', '2022-11-10').ok, true);
  assert.deepEqual(checkReport('2022-11-11', '2022-11-10'), { ok: false, refusal: { code: 'date_in_the_future' } });
});

test('at a door a day of repair is named where the whole is refused or a promise is not kept, and nowhere else', () => {
  const code = (...asked: Parameters<typeof checkAtDoor>) => {
    const is = checkAtDoor(...asked);
    return is.ok ? null : is.refusal.code;
  };
  const today = '2022-04-12';
  assert.equal(code('accepted', 0, null, today), null);
  assert.equal(code('accepted', 0, today, today), 'repair_date_without_refusal');
  assert.equal(code('accepted', 1, null, today), 'repair_date_missing');
  assert.equal(code('accepted', 1, today, today), null);
  assert.equal(code('refused', 0, null, today), 'repair_date_missing');
  assert.equal(code('refused', 0, '2022-04-11', today), 'repair_date_past');
});

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

test('fewer than planned is reported with a reason, the planned number without', () => {
  const steps = { target: 23 };
  const report = (actual: number | null, note = '') => code(checkAmount(steps, { actual, note }));
  assert.deepEqual(
    [report(23), report(24), report(22), report(null)],
    ['ok', 'ok', 'short_unexplained', 'short_unexplained'],
  );
  assert.deepEqual([report(22, '  '), report(22, '有一级并进平台')], ['short_unexplained', 'ok']);
  assert.equal(code(checkAmount({ target: null }, { actual: null, note: '' })), 'ok');
});

test('another sum than was signed needs a reason', () => {
  assert.equal(code(checkBudget(100, 100, '')), 'ok');
  assert.equal(code(checkBudget(101, 100, ' ')), 'budget_differs');
  assert.equal(code(checkBudget(99, 100, '谈下来的')), 'ok');
  assert.equal(code(checkBudget(99, null, '')), 'ok');
});

test('a promise not kept is overdue the day after its day of repair, and not once it is reported as mended', () => {
  const one = { outcome: 'refused', mended: false, repairOn: '2022-05-01' } as const;
  assert.deepEqual([isOverdue(one, '2022-05-01'), isOverdue(one, '2022-05-02')], [false, true]);
  assert.equal(isOverdue({ ...one, mended: true }, '2022-05-02'), false);
  assert.equal(isOverdue({ ...one, outcome: 'accepted' }, '2022-05-02'), false);
});
