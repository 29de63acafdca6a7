import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATES, statesBefore } from '@/features/proposals/rules';
import type { Result } from '@/lib/result';
import { broughtAlong, checkInto, checkUndoing, INTO, keptFor } from './rules';

const code = (outcome: Result<undefined>) => (outcome.ok ? null : outcome.refusal.code);

test('only what was just brought goes on with another, and only with one that is alive', () => {
  assert.deepEqual(statesBefore('merged'), ['submitted']);
  for (const state of STATES)
    assert.equal(
      code(checkInto({ same: false, state, waits: false })),
      INTO.some((one) => one === state) ? null : 'not_into_that',
    );
  assert.equal(code(checkInto({ same: false, state: 'submitted', waits: true })), 'not_into_that');
  assert.equal(code(checkInto(null)), 'no_such_proposal');
  assert.equal(code(checkInto({ same: true, state: 'submitted', waits: false })), 'into_itself');
});

test('it is undone for fourteen days, to the moment', () => {
  const at = new Date('2022-03-01T09:30:00+08:00');
  const end = new Date('2022-03-15T09:30:00+08:00');
  assert.equal(code(checkUndoing('merged', at, new Date(end.getTime() - 1))), null);
  assert.equal(code(checkUndoing('merged', at, end)), 'undo_too_late');
  const last = new Date(end.getTime() - 1);
  for (const state of STATES)
    assert.equal(code(checkUndoing('merged', at, last, { state })), state === 'merged' ? 'moved_on' : null);
  assert.equal(code(checkUndoing('submitted', at, at)), 'not_at_this_step');
  assert.equal(code(checkUndoing('merged', null, at)), 'not_at_this_step');
});

test('a household that supports both is brought along by neither', () => {
  assert.deepEqual(broughtAlong([1, 2, 3], [2, 9]), [1, 3]);
  assert.deepEqual(broughtAlong([], [2]), []);
});

test('what another one still joined has as well does not go back', () => {
  const others = [
    { id: 7, has: [1, 2] },
    { id: 8, has: [2, 3] },
  ];
  assert.deepEqual(
    [...keptFor([2, 3, 4], others)],
    [
      [7, [2]],
      [8, [3]],
    ],
  );
  assert.equal(keptFor([4], others).size, 0);
});
