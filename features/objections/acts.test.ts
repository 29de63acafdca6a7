import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '@/features/proposals/rules';
import { type Act, somebodyAs, whyNot } from '@/lib/act';
import type { Role } from '@/lib/actor';
import {
  acknowledgeObjection,
  answerObjection,
  escalateObjection,
  type OfOne,
  reopenObjection,
  rewordObjection,
  standings,
} from './acts';
import type { ObjectionFact, ObjectionFacts } from './facts';

const at = new Date('2022-03-01T01:00:00Z');
const fact: ObjectionFact = {
  id: 1,
  no: 1,
  state: 'raised',
  raisedAt: at,
  answeredAt: null,
  answered: false,
  escalated: false,
  silent: [1, 2],
  maintained: [],
};
const of = (more: Partial<OfOne['objection']> = {}, state: OfOne['state'] = 'consulting'): OfOne => ({
  state,
  termActive: true,
  objection: { ...fact, into: null, ...more },
});
const code = (act: Act<OfOne, string>, known: OfOne, role: Role = 'governance-secretary') =>
  whyNot(act, { facts: known, who: somebodyAs(role), now: at })?.code ?? null;

test('whoever comes to one that was merged meanwhile is told into which, before anything else', () => {
  const gone = of({ into: 2 }, 'signed_off');
  for (const act of [acknowledgeObjection, answerObjection, rewordObjection, reopenObjection, escalateObjection])
    assert.deepEqual(whyNot<OfOne, string>(act, { facts: gone, who: somebodyAs('auditor'), now: at }), {
      code: 'merged_meanwhile',
      details: { objection: 1, into: 2 },
    });
});

test('it is worded until it is answered, answered until it is withdrawn, reopened afterwards, written up when maintained', () => {
  assert.equal(code(rewordObjection, of()), null);
  assert.equal(code(rewordObjection, of({ answered: true })), 'already_answered');
  assert.equal(code(rewordObjection, of({}, 'building')), 'not_at_this_step');
  assert.equal(code(acknowledgeObjection, of({ state: 'acknowledged' })), 'already_acknowledged');
  assert.equal(code(answerObjection, of({}, 'building')), null);
  assert.equal(code(answerObjection, of({ state: 'withdrawn' })), 'objection_withdrawn');
  assert.equal(code(answerObjection, of(), 'party-secretary'), 'not_allowed');
  assert.equal(code(reopenObjection, of()), 'not_answered_yet');
  assert.equal(code(escalateObjection, of()), 'not_maintained');
  assert.equal(code(escalateObjection, of({ state: 'maintained', answered: true }, 'agreed')), null);
  assert.equal(code(escalateObjection, of({ state: 'maintained', escalated: true })), 'already_escalated');
});

test('the desk has one line for all that wait for the same', () => {
  const facts: ObjectionFacts = {
    id: 1,
    no: 7,
    title: '修路',
    kind: 'path_green',
    state: 'consulting',
    stateAt: at,
    submittedAt: at,
    lastEventAt: at,
    waits: false,
    termActive: true,
    undrawn: { count: 0, since: null },
    objections: [
      fact,
      { ...fact, no: 2, state: 'acknowledged' },
      { ...fact, no: 3, state: 'answered', answered: true, answeredAt: at },
    ],
  };
  const lines = (known: ObjectionFacts) =>
    standings
      .flatMap((one) => one({ facts: known, who: somebodyAs('social-worker'), now: at }))
      .map(({ act, path, needed, count, block }) => [act, path.join('/'), needed, count, block?.code ?? null]);
  assert.deepEqual(lines(facts), [
    ['drawing', 'proposals/7/objections#draw', false, 0, 'nothing_undrawn'],
    ['acknowledge', 'proposals/7/objections', true, 1, null],
    ['answer', 'proposals/7/objections/2/answer', true, 1, null],
    ['verdicts', 'objections', true, 2, null],
    ['maintained', 'proposals/7/objections', false, 0, 'nothing_maintained'],
  ]);
  for (const role of ['property', 'auditor', 'district'] as const) {
    const undrawn = { ...facts, undrawn: { count: 1, since: at } };
    const told = standings.flatMap((one) => one({ facts: undrawn, who: somebodyAs(role), now: at }));
    assert.ok(!told.some(({ act }) => act === 'drawing'), `${role}: a line for one household's word`);
  }
  const kept = { ...fact, state: 'maintained' as const, answered: true, answeredAt: at, maintained: ['睡不着', ''] };
  const last = (one: ObjectionFact, role: Role, state: State = 'noticed') => {
    const asked = { facts: { ...facts, state, objections: [one] }, who: somebodyAs(role), now: at };
    return standings.flatMap((standing) => standing(asked)).at(-1);
  };
  for (const role of ['social-worker', 'governance-secretary', 'party-secretary'] as const) {
    const line = last(kept, role);
    assert.deepEqual([line?.needed, line?.count, line?.words, line?.block], [true, 2, ['睡不着'], null]);
  }
  for (const role of ['property', 'auditor', 'district'] as const)
    assert.notEqual(last(kept, role)?.act, 'maintained', `${role}: a line for one household's word`);
  assert.equal(last({ ...kept, escalated: true }, 'social-worker')?.needed, false);
  assert.equal(last(kept, 'social-worker', 'building')?.needed, false);
  const asked = (...objections: ObjectionFact[]) => lines({ ...facts, objections }).find(([act]) => act === 'verdicts');
  const still: ObjectionFact = { ...kept, silent: [2, 3] };
  assert.deepEqual(asked(still)?.slice(2), [true, 2, null], 'one of them still objects: the others are asked');
  const both = { ...still, no: 2, silent: [3, 4] };
  assert.deepEqual(asked(still, both)?.slice(2), [true, 3, null], 'a household of two objections is one household');
  assert.deepEqual(asked({ ...kept, silent: [] })?.slice(2), [false, 0, 'nobody_to_ask']);
  const two: ObjectionFact[] = [4, 5].map((no) => ({ ...fact, no, state: 'acknowledged' }));
  assert.deepEqual(lines({ ...facts, objections: two }).slice(1), [
    ['acknowledge', 'proposals/7/objections', false, 0, 'nothing_raised'],
    ['answer', 'proposals/7/objections', true, 2, null],
    ['verdicts', 'objections', false, 0, 'nobody_to_ask'],
    ['maintained', 'proposals/7/objections', false, 0, 'nothing_maintained'],
  ]);
});
