import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANSWERS, isUnanswered, objectionState, type Verdict } from '@/features/objections/rules';
import { materialVersions } from '@/features/plans/rules';
import { cellsOf, type Stance, snapshotSize, standing } from '@/features/rounds/rules';
import {
  agreed,
  apply,
  C,
  type Command,
  GROUPS,
  HOUSEHOLDS,
  KEYS,
  type Model,
  PEOPLE,
  S,
  STUBBORN,
  stancesOf,
  start,
  version,
} from '@/tests/proposal-life';
import { nextStep, wayOut } from '@/tests/proposal-players';
import { FINAL_STATES, mayMove, ownerOf, STATES, type State } from './rules';

const person = fc.constantFrom(...PEOPLE);
const household = fc.constantFrom(...HOUSEHOLDS);
const stance = fc.constantFrom<Stance>('support', 'support', 'support_if', 'oppose', 'no_view');
const verdict = fc.constantFrom<Verdict>('settled', 'maintained', 'withdrawn');
const k = <const T extends string>(value: T) => fc.constant(value);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: k('move'), by: person, to: fc.constantFrom(...STATES) }),
  fc.record({ do: k('move'), by: person, to: fc.constantFrom<State>('withdrawn', 'shelved', 'merged', 'redesign') }),
  fc.record({ do: fc.constantFrom('groups' as const, 'open', 'revise', 'sign'), by: person }),
  fc.record({ do: k('gate'), by: fc.constantFrom(S, C), key: fc.constantFrom(...KEYS) }),
  fc.record({ do: fc.constantFrom('close' as const, 'wait') }),
  fc.record({
    do: k('move'),
    by: fc.constantFrom(S, C),
    to: fc.constantFrom<State>('agreed', 'noticed', 'signed_off'),
  }),
  fc.record({ do: k('support'), household, other: fc.boolean() }),
  fc.record({ do: k('pass'), days: fc.constantFrom(0, 1, 6, 13, 14) }),
  fc.record({ do: k('move'), by: fc.constant(21), to: fc.constantFrom<State>('merged', 'submitted') }),
  fc.record({ do: k('speak'), household, stance, own: fc.boolean() }),
  fc.record({ do: k('answer'), by: person, index: fc.nat(9), kind: fc.constantFrom(...ANSWERS) }),
  fc.record({ do: k('judge'), household, index: fc.nat(9), verdict }),
);
/** A random command of anybody, or null for the next step of good will. */
const steps = fc.array(fc.option(command, { freq: 2 }), { maxLength: 70, size: 'max' });
const author = fc.constantFrom(...HOUSEHOLDS, 21, S, C);

function checkAlways(m: Model) {
  assert.ok(ownerOf(m.state, m.termActive) !== null || FINAL_STATES.includes(m.state), `${m.state} has an owner`);
  for (const [index, to] of m.history.entries()) {
    const from = m.history[index - 1];
    if (from) assert.ok(mayMove(from, to), `${from} → ${to}`);
    if (to === 'noticed') assert.equal(from, 'agreed');
    if (to === 'signed_off') assert.equal(from, 'noticed');
  }
  assert.ok(m.rounds.filter((round) => round.open).length <= 1);
  for (const group of GROUPS) {
    const stances = stancesOf(m, group);
    assert.equal(snapshotSize(cellsOf(group.households, stances, [])), group.households.length);
    const material = materialVersions(m.versions, group.id);
    for (const one of group.households) {
      const said = m.opinions.filter((opinion) => opinion.household === one);
      const stands = standing(said, material, version(m))?.opinion;
      const sameRound = said.filter((opinion) => opinion.round === stands?.round);
      if (stands)
        assert.equal(
          stands.own,
          sameRound.some((opinion) => opinion.own),
        );
    }
  }
}

function checkSigned(m: Model) {
  const way = (['consulting', 'agreed', 'noticed', 'signed_off'] as const).map((state) => m.history.lastIndexOf(state));
  assert.deepEqual(
    way,
    [...way].sort((a, b) => a - b),
  );
  assert.ok(way.every((index) => index > 0));
  assert.ok(m.namedBy !== null && m.confirmedBy !== null && m.namedBy !== m.confirmedBy);
  for (const key of KEYS) assert.ok(m.gates.some((gate) => gate.key === key && gate.state === 'satisfied'));
  assert.ok(agreed(m).agreed && m.noticeOver);
  for (const one of m.objections) {
    assert.ok(!isUnanswered(objectionState(one)));
    if (one.group === 15) assert.notEqual(objectionState(one), 'maintained');
  }
  const signers = new Set(m.signatures.map((one) => one.signer));
  assert.equal(signers.size, m.termActive ? 2 : 1);
  assert.ok(signers.size > 1 || !signers.has(m.author), 'nobody proposes and alone approves');
}

/** Joining moves nobody's word but adds it once, and separating leaves both as they were, but for what was said since. */
function checkJoined(before: Model, after: Model) {
  const { supporters, joined } = after.other;
  assert.equal(new Set(supporters).size, supporters.length, 'a household was counted twice');
  assert.equal(joined !== null, after.state === 'merged');
  if (after.state === before.state || (before.state !== 'merged' && after.state !== 'merged')) return;
  assert.deepEqual(after.supporters, before.supporters);
  const union = new Set([...before.other.supporters, ...before.supporters]);
  if (joined) assert.deepEqual(new Set(supporters), union);
  else {
    const { on, brought } = before.other.joined ?? { on: Number.NaN, brought: [] };
    assert.ok(after.day - on < 14, `separated after ${after.day - on} days`);
    assert.deepEqual(
      supporters,
      before.other.supporters.filter((one) => !brought.includes(one)),
    );
  }
}

/** Takes the way out, in at most five steps. */
function leave(m: Model): Model {
  let at = m;
  for (let left = 5; left > 0; left -= 1) {
    const out = wayOut(at);
    if (out) at = apply(at, out);
  }
  return at;
}

test('whatever people do, in whatever order, the rules of the house hold and there is a way out', () => {
  const seen = new Map<State, number>();
  let parted = 0;
  fc.assert(
    fc.property(author, fc.boolean(), fc.boolean(), steps, (by, termActive, stubborn, history) => {
      let m = start(by, termActive, stubborn);
      for (const step of history) {
        const next = step ?? nextStep(m);
        const after = next ? apply(m, next) : m;
        if (after === m) continue;
        checkJoined(m, after);
        if (m.state === 'merged' && after.state === 'submitted') parted += 1;
        if (after.state === 'signed_off' && m.state === 'noticed') checkSigned(after);
        m = after;
        checkAlways(m);
      }
      m = leave(m);
      for (const state of new Set(m.history)) seen.set(state, (seen.get(state) ?? 0) + 1);
      assert.equal(wayOut(m), null, `no way out of ${m.state}`);
    }),
    { numRuns: 2000, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
  );
  for (const state of [
    'redesign',
    'agreed',
    'noticed',
    'signed_off',
    'shelved',
    'declined',
    'withdrawn',
    'merged',
  ] as const)
    assert.ok((seen.get(state) ?? 0) >= 20, `${state} was visited ${seen.get(state) ?? 0} times`);
  assert.ok(parted >= 20, `separated again ${parted} times`);
});

test('one household that maintains a red line for ever blocks its own plan and nobody’s way out', () => {
  let m = start(1, true, true);
  for (let left = 40; left > 0 && m.state !== 'redesign'; left -= 1) {
    const next = nextStep(m);
    if (next) m = apply(m, next);
    const point = m.objections.find((one) => one.answer && objectionState(one) !== 'maintained');
    if (point)
      m = apply(m, { do: 'judge', household: STUBBORN, index: m.objections.indexOf(point), verdict: 'settled' });
  }
  assert.equal(m.state, 'redesign');
  assert.deepEqual(m.objections.map(objectionState), ['maintained']);
  m = leave(m);
  assert.equal(m.state, 'shelved');
});
