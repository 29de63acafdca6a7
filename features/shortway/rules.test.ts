import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import type { Result } from '@/lib/result';
import { askBy, checkCost, checkDone, hangsUntil, SHORT_ANSWERS, SHORT_DAYS, stateAfter } from './rules';

const code = (result: Result<unknown>) =>
  result.ok ? 'ok' : (Object.values(result.refusal.fieldErrors ?? {})[0] ?? result.refusal.code);
const at = (text: string) => new Date(`${text}:00+08:00`);

test('it hangs for three whole days after the day it was confirmed', () => {
  assert.deepEqual(hangsUntil(at('2022-03-01T00:00')), at('2022-03-05T00:00'));
  assert.deepEqual(hangsUntil(at('2022-03-01T23:59')), at('2022-03-05T00:00'));
  assert.deepEqual(hangsUntil(at('2022-03-02T00:00')), at('2022-03-06T00:00'));
  fc.assert(
    fc.property(fc.date({ min: new Date('2021-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }), (when) => {
      const until = hangsUntil(when);
      assert.ok(until.getTime() - when.getTime() > SHORT_DAYS * 86_400_000);
      assert.deepEqual(until, startOfDay(shanghaiDate(until)));
    }),
  );
});

test('it costs no more than the office has said; the number itself is under it', () => {
  assert.equal(code(checkCost(500_000, 500_000)), 'ok');
  assert.equal(code(checkCost(500_001, 500_000)), 'too_dear');
  assert.equal(code(checkCost(0, 0)), 'ok');
  assert.equal(code(checkCost(1, 0)), 'too_dear');
  assert.equal(code(checkCost(0, null)), 'limit_unset');
});

test('it is done on a day that has come and on which it no longer hung', () => {
  const hangs = at('2022-03-05T00:00');
  const now = at('2022-03-06T09:00');
  assert.equal(code(checkDone('2022-03-04', hangs, now)), 'done_too_early');
  assert.equal(code(checkDone('2022-03-05', hangs, now)), 'ok');
  assert.equal(code(checkDone('2022-03-06', hangs, now)), 'ok');
  assert.equal(code(checkDone('2022-03-07', hangs, now)), 'not_future');
});

test('asked within a fortnight; what is not good is opened again, nobody reached is no fault', () => {
  assert.deepEqual(askBy(at('2022-03-05T10:00')), at(`${addDays('2022-03-05', 14)}T10:00`));
  const done = at('2022-03-05T10:00');
  const after = (now: Date) => SHORT_ANSWERS.map((answer) => [answer, stateAfter(answer, done, now)]);
  const said = [
    ['good', 'verified'],
    ['not_good', 'reopened'],
  ];
  assert.deepEqual(after(new Date(askBy(done).getTime() - 1)), [...said, ['not_reached', null]], 'rung again');
  assert.deepEqual(after(askBy(done)), [...said, ['not_reached', 'verified']]);
});
