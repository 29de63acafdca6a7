import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  ADOPTION_OUTCOMES,
  casesTold,
  checkOutcome,
  checkReviewDay,
  MOST_STEPS,
  stepsFrom,
  stepsText,
  tallyOf,
} from './rules';

const codeOf = (text: string) => {
  const read = stepsFrom(text);
  return read.ok ? read.value : read.refusal.code;
};

test('a step a line, with either stroke; the paper may be missing, who does it may not', () => {
  assert.deepEqual(codeOf('先上门｜楼门长｜入户记录\n\n 公示 | 书记 '), [
    { what: '先上门', who: '楼门长', paper: '入户记录' },
    { what: '公示', who: '书记', paper: '' },
  ]);
  for (const unclear of ['先上门', '先上门｜', '｜楼门长', 'a|b|c|d', `${'长'.repeat(121)}|b`])
    assert.equal(codeOf(unclear), 'step_unclear', unclear);
  assert.equal(codeOf('\n'), 'no_steps');
  assert.equal(codeOf('a|b\n'.repeat(MOST_STEPS + 1)), 'too_many_steps');
  assert.equal((codeOf('a|b\n'.repeat(MOST_STEPS)) as unknown[]).length, MOST_STEPS);
});

test('what was read is written and read again the same', () => {
  const part = fc.stringMatching(/^[a-z甲乙丙]{1,20}$/);
  const step = fc.record({ what: part, who: part, paper: fc.oneof(part, fc.constant('')) }, { noNullPrototype: true });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: MOST_STEPS }), (steps) => {
      assert.deepEqual(codeOf(stepsText(steps)), steps);
    }),
  );
});

test('the next review is after today and within a year', () => {
  const now = new Date('2022-03-06T10:00:00+08:00');
  const may = (day: string) => checkReviewDay(day, now).ok;
  assert.deepEqual(['2022-03-06', '2022-03-07', '2023-03-06', '2023-03-07'].map(may), [false, true, true, false]);
});

test('that it failed can be said at once, the rest on the day it is asked', () => {
  const on = (day: string) =>
    ADOPTION_OUTCOMES.map((one) => checkOutcome(one, '2022-09-06', new Date(`${day}T00:00:00+08:00`)));
  assert.deepEqual(
    on('2022-09-05').map((one) => one?.code ?? null),
    [null, 'too_early', 'too_early'],
  );
  assert.deepEqual(on('2022-09-06'), [null, null, null]);
});

test('fewer than five cases are no number; every adoption is counted once', () => {
  assert.deepEqual([0, 4, 5].map(casesTold), [null, null, 5]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ADOPTION_OUTCOMES, null)), (outcomes) => {
      const { adopted, failed, partly, helped, open } = tallyOf(outcomes.map((outcome) => ({ outcome })));
      assert.equal(failed + partly + helped + open, adopted);
    }),
  );
});
