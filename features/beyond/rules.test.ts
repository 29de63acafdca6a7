import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CONSENT_STATES, checkAnswered, checkAsked, checkConsents, isLate, isOpen } from './rules';

const codeOf = (result: ReturnType<typeof checkConsents>) => (result.ok ? null : result.refusal.code);

test('one consent that waits or was refused bars, all given or not needed do not', () => {
  assert.equal(codeOf(checkConsents([])), null);
  assert.equal(codeOf(checkConsents([{ state: 'given' }, { state: 'dropped' }, { state: 'replaced' }])), null);
  assert.equal(codeOf(checkConsents([{ state: 'given' }, { state: 'waiting' }])), 'outside_waiting');
  assert.equal(codeOf(checkConsents([{ state: 'waiting' }, { state: 'refused' }])), 'outside_refused');
  fc.assert(
    fc.property(fc.array(fc.record({ state: fc.constantFrom(...CONSENT_STATES) })), (all) => {
      assert.equal(checkConsents(all).ok, !all.some(isOpen));
    }),
  );
});

test('it is late from the day after the one it was due, and only while nobody answered', () => {
  const due = '2022-03-10';
  assert.equal(isLate({ state: 'waiting', due }, '2022-03-10'), false);
  assert.equal(isLate({ state: 'waiting', due }, '2022-03-11'), true);
  assert.equal(isLate({ state: 'given', due }, '2022-03-11'), false);
  assert.equal(isLate({ state: 'refused', due }, '2022-03-11'), false);
});

test('what is asked was asked by today, and is due on that day at the earliest', () => {
  const today = '2022-03-10';
  assert.equal(checkAsked({ askedOn: today, due: today }, today).ok, true);
  assert.equal(checkAsked({ askedOn: '2022-03-11', due: '2022-03-12' }, today).ok, false);
  assert.equal(checkAsked({ askedOn: today, due: '2022-03-09' }, today).ok, false);
});

test('an answer came by today, and not before the question', () => {
  const asked = { askedOn: '2022-03-05' };
  assert.equal(checkAnswered(asked, '2022-03-05', '2022-03-10').ok, true);
  assert.equal(checkAnswered(asked, '2022-03-10', '2022-03-10').ok, true);
  assert.equal(checkAnswered(asked, '2022-03-04', '2022-03-10').ok, false);
  assert.equal(checkAnswered(asked, '2022-03-11', '2022-03-10').ok, false);
});
