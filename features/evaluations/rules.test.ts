import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  CALL_OUTCOMES,
  callerBlock,
  checkAnswers,
  checkLooked,
  concludes,
  IN_VAIN,
  leftToTry,
  partsOf,
  type Scope,
  scopeOf,
  type Tried,
} from './rules';

const tried = (at: string, outcome: Tried['outcome'] = 'not_reached'): Tried => ({
  outcome,
  at: new Date(`2026-03-${at}:00+08:00`),
});

test('an answer concludes at once, and so does whoever will not say', () => {
  assert.equal(concludes([], tried('01T09:00', 'answered')), true);
  assert.equal(concludes([tried('01T08:00')], tried('01T09:00', 'refused')), true);
});

test('in vain: three calls on two days, and not one fewer of either', () => {
  const [one, two] = [tried('01T09:00'), tried('01T18:00')];
  assert.equal(concludes([], one), false);
  assert.equal(concludes([one], tried('02T09:00')), false, 'two calls on two days');
  assert.equal(concludes([one, two], tried('01T23:59')), false, 'three calls on one day');
  assert.equal(concludes([one, two], tried('02T00:00')), true, 'the first minute of the next day');
  assert.equal(concludes([one, two, tried('01T20:00')], tried('02T09:00')), true);
});

test('how many more is said beforehand', () => {
  assert.deepEqual(leftToTry([]), { calls: 3, otherDay: false });
  assert.deepEqual(leftToTry([tried('01T09:00'), tried('01T10:00')]), { calls: 1, otherDay: true });
  assert.deepEqual(leftToTry(['09', '10', '11', '12'].map((hour) => tried(`01T${hour}:00`))), {
    calls: 1,
    otherDay: true,
  });
  assert.deepEqual(leftToTry([tried('01T09:00'), tried('02T10:00')]), { calls: 1, otherDay: false });
});

test('whatever is said in calls, the first that concludes is the last that is made', () => {
  const call = fc.record({ outcome: fc.constantFrom(...CALL_OUTCOMES), day: fc.integer({ min: 1, max: 28 }) });
  fc.assert(
    fc.property(fc.array(call, { maxLength: 12 }), (all) => {
      const calls = all
        .sort((a, b) => a.day - b.day)
        .map(({ outcome, day }) => tried(`${String(day).padStart(2, '0')}T09:00`, outcome));
      const last = calls.findIndex((one, at) => concludes(calls.slice(0, at), one));
      const made = last < 0 ? calls : calls.slice(0, last + 1);
      const vain = made.filter(({ outcome }) => outcome === 'not_reached').length;
      if (last >= 0 && made.at(-1)?.outcome === 'not_reached') assert.ok(vain >= IN_VAIN.calls);
      if (last < 0) assert.ok(calls.every(({ outcome }) => outcome === 'not_reached'));
    }),
  );
});

test('the questions are independent; where only the response counts nothing else is asked', () => {
  const said = { outcome: 'answered', contacted: true, resolved: null, satisfaction: null } as const;
  const code = (of: Parameters<typeof checkAnswers>[0], scope: Scope) => {
    const checked = checkAnswers(of, scope);
    return checked.ok ? 'ok' : checked.refusal.code;
  };
  assert.equal(code(said, 'three_rates'), 'not_asked');
  assert.equal(code(said, 'excluded'), 'not_asked', 'the full view counts it');
  assert.equal(code(said, 'response_only'), 'ok');
  assert.equal(code({ ...said, resolved: 'no', satisfaction: 'satisfied' }, 'three_rates'), 'ok');
  assert.equal(code({ ...said, outcome: 'refused', contacted: null }, 'three_rates'), 'ok');
  for (const outcome of ['refused', 'not_reached'] as const) {
    const checked = checkAnswers({ ...said, outcome, resolved: 'yes', satisfaction: 'satisfied' }, 'three_rates');
    assert.deepEqual(checked, {
      ok: false,
      refusal: {
        code: 'nobody_answered',
        fieldErrors: { contacted: 'nobody_answered', resolved: 'nobody_answered', satisfaction: 'nobody_answered' },
      },
    });
  }
});

test('a part in it has whoever handled, answered or said that it is done, not whoever gave it out', () => {
  const parts = partsOf(4, [
    { step: 'dispatch', personId: 1 },
    { step: 'sign', personId: 2 },
    { step: 'reply', personId: 3 },
    { step: 'close', personId: 5 },
    { step: 'contact', personId: null },
  ]);
  assert.deepEqual(parts, [4, 2, 3, 5]);
  assert.equal(callerBlock(5, { parts, own: [9] }), 'had_a_part');
  assert.equal(callerBlock(1, { parts, own: [9] }), null);
  assert.equal(callerBlock(3, { parts, own: [9] }), 'had_a_part');
  assert.equal(callerBlock(9, { parts, own: [9] }), 'own_case');
});

test('a call is made, in vain or not, to nobody whose number was not looked at that day', () => {
  const at = (text: string) => new Date(`${text}+08:00`);
  const call = { at: at('2022-03-02T09:00') };
  const looked = (...looks: string[]) => checkLooked(call, { number: true, looks: looks.map(at) }).ok;
  assert.equal(looked('2022-03-02T00:00'), true);
  assert.equal(looked('2022-03-01T23:59'), false);
  assert.equal(looked(), false);
  assert.equal(checkLooked(call, { number: false, looks: [] }).ok, true, 'there is none');
});

test('the last request agreed to holds; one refused or open changes nothing', () => {
  assert.equal(scopeOf([]), 'three_rates');
  const excluded = { scope: 'excluded', agreed: true } as const;
  assert.equal(scopeOf([{ scope: 'excluded', agreed: false }]), 'three_rates');
  assert.equal(scopeOf([excluded, { scope: 'response_only', agreed: null }]), 'excluded');
  assert.equal(scopeOf([excluded, { scope: 'three_rates', agreed: true }]), 'three_rates');
});
