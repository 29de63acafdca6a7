import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '@/lib/result';
import {
  type AffectedGroup,
  actorsOf,
  checkGroups,
  checkSubmission,
  FINAL_STATES,
  isOverdue,
  isStalled,
  KINDS,
  mayAppeal,
  mayMove,
  mayMoveAs,
  mayReopen,
  mayWithdraw,
  ownerOf,
  reopenUntil,
  STATES,
  tellsSupport,
  transitions,
} from './rules';
import { GATES_OF, type Gate, gateDecided, openGates } from './rules/gates';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

test('every state is reached, and is left or final', () => {
  for (const state of STATES) {
    assert.ok(state === 'draft' || transitions.some((row) => row.to === state), `${state} is reached`);
    assert.ok(
      transitions.some((row) => row.from.includes(state)) || FINAL_STATES.includes(state),
      `${state} is left or final`,
    );
  }
});

test('every state has an owner, in a term and between terms, who can move it', () => {
  for (const termActive of [true, false]) {
    for (const state of STATES) {
      const owner = ownerOf(state, termActive);
      assert.equal(owner === null, FINAL_STATES.includes(state), state);
      if (!owner) continue;
      const movable = transitions.filter((row) => row.from.includes(state) && row.to !== state);
      assert.ok(
        movable.some((row) => actorsOf(row, termActive).includes(owner)),
        state,
      );
      assert.ok(termActive || owner !== 'governance-secretary');
    }
  }
});

test('there is one way to the signature, through consulting, agreement and notice', () => {
  const before = (state: string) => transitions.filter((row) => row.to === state).flatMap((row) => row.from);
  assert.deepEqual(before('signed_off'), ['noticed']);
  assert.deepEqual(before('noticed'), ['agreed']);
  assert.deepEqual(before('agreed'), ['consulting']);
  assert.equal(mayMove('scoping', 'consulting'), true);
  assert.equal(mayMove('draft', 'consulting'), false);
  assert.equal(mayMove('consulting', 'noticed'), false);
  assert.deepEqual(before('completed'), ['short', 'repairing', 'building']);
  assert.deepEqual(before('short'), ['submitted', 'reopened'], 'no consultation is cut short');
  assert.equal(mayMove('signed_off', 'completed'), false);
});

test('roles: who may move what, and who stands in between two terms', () => {
  assert.equal(mayMoveAs('social-worker', 'submitted', 'scoping', true), true);
  assert.equal(mayMoveAs('social-worker', 'scoping', 'consulting', true), false);
  assert.equal(mayMoveAs('party-secretary', 'consulting', 'agreed', true), false);
  assert.equal(mayMoveAs('party-secretary', 'consulting', 'agreed', false), true);
  assert.equal(mayMoveAs('governance-secretary', 'consulting', 'agreed', false), false);
  const signing = transitions.find((row) => row.row === '15');
  assert.ok(signing?.together);
  assert.deepEqual(actorsOf(signing, true), ['governance-secretary', 'party-secretary']);
  assert.deepEqual(actorsOf(signing, false), ['party-secretary']);
});

test('stalled on the sixtieth day, never at rest', () => {
  const last = new Date('2022-01-01T00:00:00Z');
  const day60 = new Date('2022-03-02T00:00:00+08:00');
  assert.equal(isStalled('consulting', last, new Date(day60.getTime() - 1)), false);
  assert.equal(isStalled('consulting', last, day60), true);
  assert.equal(isStalled('verified', last, day60), false);
});

test('overdue after the fifth working day', () => {
  const friday = new Date('2022-11-25T23:00:00+08:00');
  assert.equal(isOverdue('submitted', friday, new Date('2022-12-02T23:59:59+08:00')), false);
  assert.equal(isOverdue('submitted', friday, new Date('2022-12-03T00:00:00+08:00')), true);
  const beforeNationalDay = new Date('2022-09-30T10:00:00+08:00');
  assert.equal(isOverdue('submitted', beforeNationalDay, new Date('2022-10-12T23:59:59+08:00')), false, 'holidays');
  assert.equal(isOverdue('submitted', beforeNationalDay, new Date('2022-10-13T00:00:00+08:00')), true);
  assert.equal(isOverdue('scoping', friday, new Date('2023-01-01T00:00:00+08:00')), false);
});

test('a problem, a place and one sentence', () => {
  const draft = { problem: '坡滑', place: '14号楼与15号楼之间', ask: '修一条路', onBehalf: false, provenance: null };
  assert.equal(code(checkSubmission(draft)), 'ok');
  assert.equal(code(checkSubmission({ ...draft, onBehalf: true })), 'provenance_missing');
  assert.equal(code(checkSubmission({ ...draft, onBehalf: true, provenance: '当面念给她听' })), 'ok');
  const result = checkSubmission({ ...draft, place: ' ', ask: '' });
  assert.ok(!result.ok);
  assert.deepEqual(Object.keys(result.refusal.fieldErrors ?? {}), ['place', 'ask']);
});

test('a proposal is the author’s until another household supports it, and until it is signed', () => {
  assert.equal(mayWithdraw('submitted', [], 1), true);
  assert.equal(mayWithdraw('submitted', [1], 1), true);
  assert.equal(mayWithdraw('submitted', [1, 2], 1), false);
  assert.equal(mayWithdraw('noticed', [], 1), true);
  assert.equal(mayWithdraw('signed_off', [], 1), false);
});

test('fifteen days to appeal', () => {
  const at = new Date('2022-01-01T00:00:00Z');
  assert.equal(mayAppeal(at, new Date('2022-01-15T23:59:59.999Z')), true);
  assert.equal(mayAppeal(at, new Date('2022-01-16T00:00:00Z')), false);
});

test('how many support it is told while one can, and afterwards only as a number', () => {
  for (const few of [null, 0]) {
    assert.equal(tellsSupport('submitted', few), true);
    assert.equal(tellsSupport('consulting', few), true);
    assert.equal(tellsSupport('verified', few), false);
  }
  assert.equal(tellsSupport('verified', 3), true);
});

test('two years to have it reopened, the last day included', () => {
  const at = new Date('2022-11-12T02:00:00Z');
  assert.equal(reopenUntil(at), '2024-11-12');
  assert.equal(reopenUntil(new Date('2024-02-29T02:00:00Z')), '2026-02-28');
  assert.equal(mayReopen('verified', at, new Date('2024-11-12T15:59:59Z')), true);
  assert.equal(mayReopen('verified', at, new Date('2024-11-12T16:00:00Z')), false);
  assert.equal(mayReopen('building', at, at), false);
  assert.equal(mayReopen('verified', null, at), false);
});

test('groups: none empty, nobody in two, somebody knocks everywhere, two people name them', () => {
  const above: AffectedGroup = { id: 14, effect: 'benefits', households: [1, 2], entrances: [{ id: 141, captain: 7 }] };
  const below: AffectedGroup = { id: 15, effect: 'bears', households: [3], entrances: [{ id: 151, captain: 8 }] };
  assert.equal(code(checkGroups([above, below], 1, 2)), 'ok');
  assert.equal(code(checkGroups([], 1, 2)), 'no_groups');
  assert.equal(code(checkGroups([above, { ...below, households: [] }], 1, 2)), 'group_empty');
  assert.equal(code(checkGroups([above, { ...below, households: [2, 3] }], 1, 2)), 'household_in_two_groups');
  const uncovered = { ...below, entrances: [{ id: 151, captain: null }] };
  assert.equal(code(checkGroups([above, uncovered], 1, 2)), 'entrance_without_captain');
  assert.equal(code(checkGroups([above, below], 1, null)), 'groups_unconfirmed');
  assert.equal(code(checkGroups([above, below], 1, 1)), 'groups_same_person');
});

test('every kind has its gates with a provision, and each bars the way until it is decided', () => {
  for (const kind of KINDS) assert.ok(GATES_OF[kind].length > 0 && GATES_OF[kind].every((gate) => gate.articles));
  const satisfied: Gate = {
    key: 'common_green',
    state: 'satisfied',
    evidence: '业主大会决议',
    decidedOn: '2022-08-01',
    signer: 1,
  };
  assert.deepEqual(openGates('path_green', []), ['common_green', 'owners_vote_use', 'greening_permit']);
  assert.deepEqual(openGates('path_green', [satisfied]), ['owners_vote_use', 'greening_permit']);
  assert.deepEqual(openGates('other', [{ ...satisfied, key: 'extra', state: 'open' }]), ['owners_vote_other', 'extra']);
  assert.equal(gateDecided({ ...satisfied, decidedOn: null }), false);
  assert.equal(gateDecided({ ...satisfied, evidence: ' ' }), false);
  assert.equal(gateDecided({ ...satisfied, signer: null }), false);
  assert.equal(gateDecided({ ...satisfied, state: 'not_applicable', decidedOn: null }), true);
  assert.equal(gateDecided({ ...satisfied, state: 'not_applicable', evidence: '' }), false);
});
