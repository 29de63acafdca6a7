import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WAVES } from '@/features/callbacks/rules';
import { FINAL_STATES, mayMove, ownerOf, type State } from '@/features/proposals/rules';
import {
  type Act,
  apply,
  builders,
  FLOOR,
  GROUPS,
  HANDLERS,
  nextStep,
  PEOPLE,
  type Site,
  signed,
  wavesNow,
} from '@/tests/site-life';

/** Those who wear two hats try most. */
const person = fc.constantFrom(6, 6, 6, 27, 27, ...PEOPLE);
const wave = fc.constantFrom(...WAVES);
const outcome = fc.constantFrom('accepted' as const, 'accepted', 'refused');
const repairIn = fc.constantFrom(null, null, -1, 0, 9);
const satisfaction = fc.constantFrom('satisfied' as const, 'satisfied', 'fairly_satisfied', 'dissatisfied', null);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constantFrom('start' as const, 'complete', 'resume'), by: person }),
  fc.record({ do: fc.constantFrom('reopen' as const, 'complete'), by: person }),
  fc.record({
    do: fc.constant('report' as const),
    by: person,
    milestone: fc.nat(3),
    pictures: fc.constantFrom(0, 1, 1),
    late: fc.constantFrom(-1, 0, 0, 1),
  }),
  fc.record({ do: fc.constant('check' as const), by: person, milestone: fc.nat(3) }),
  fc.record({ do: fc.constant('name' as const), group: fc.constantFrom(14, 15), person }),
  fc.record({ do: fc.constant('accept' as const), person, outcome, repairIn }),
  fc.record({ do: fc.constant('decide' as const), index: fc.nat(3), outcome, repairIn }),
  fc.record({ do: fc.constant('pass' as const), days: fc.constantFrom(1, 27, 28, 90) }),
  fc.record({ do: fc.constant('draw' as const), wave }),
  fc.record({
    do: fc.constant('ring' as const),
    by: fc.constantFrom(25, 27, ...PEOPLE),
    index: fc.nat(9),
    satisfaction,
  }),
  fc.record({ do: fc.constant('close' as const), by: person, wave }),
  fc.record({ do: fc.constant('redesign' as const), by: fc.constantFrom(1, 21, 22, 24, 25) }),
);
/** A random act of anybody, or null for the next step of good will. */
const steps = fc.array(fc.option(act, { freq: 2 }), { minLength: 20, maxLength: 140, size: 'max' });

/** Counted anew: at least two of three of those of a group who answered are content. */
const reaches = (calls: { group: number; satisfaction: string | null }[], group: number) => {
  const answers = calls.filter((one) => one.group === group && one.satisfaction !== null);
  const content = answers.filter((one) => one.satisfaction !== 'dissatisfied');
  return answers.length > 0 && content.length * FLOOR[1] >= answers.length * FLOOR[0];
};
const passed = (calls: Parameters<typeof reaches>[0]) => GROUPS.every(({ id }) => reaches(calls, id));

function checkAlways(s: Site): void {
  assert.ok(ownerOf(s.state, true) !== null || FINAL_STATES.includes(s.state), `${s.state} has an owner`);
  for (const [index, to] of s.history.entries()) {
    const from = s.history[index - 1];
    if (from) assert.ok(mayMove(from, to), `${from} → ${to}`);
  }
  for (const { reportedBy, checkedBy } of s.milestones)
    if (checkedBy !== null) assert.notEqual(reportedBy, checkedBy, 'whoever reported it checked it');
  for (const { caller } of s.waves.flatMap(({ calls }) => calls))
    if (caller !== null) assert.ok(!HANDLERS.includes(caller), 'whoever named the groups rang');
}

/** What must have held when a state was entered. */
function checkEntered(before: Site, s: Site): void {
  if (s.state === 'completed') {
    assert.ok(s.milestones.every((one) => one.checkedBy !== null));
    for (const { id, households } of GROUPS) {
      const ours = s.acceptances.filter((one) => one.group === id && one.outcome === 'accepted');
      assert.ok(
        ours.some(({ delegate }) => households.includes(delegate) && !builders(s).includes(delegate)),
        `nobody of ${id} accepted it`,
      );
    }
    assert.ok(s.commitments.every((one) => one.outcome === 'accepted' || (one.outcome && one.repairOn !== null)));
  }
  if (s.state === 'verified') {
    const held = wavesNow(s);
    assert.deepEqual(held.map((one) => one.wave).sort(), [...WAVES].sort());
    for (const { closed, calls, of } of held) {
      assert.ok(closed && of === s.completions && passed(calls), 'verified below the floor');
      assert.ok(calls.every(({ caller }) => caller !== null && !builders(s).includes(caller)));
    }
  }
  if (before.state === 'verifying' && s.state === 'verifying')
    for (const { closed, calls } of wavesNow(s))
      if (closed) assert.ok(passed(calls), 'a group below its floor was left');
}

test('2,000 random sites: nothing is complete without both groups, nothing verified below a floor', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(steps, (all) => {
      let s = signed;
      for (const one of all) {
        const wanted = one ?? nextStep(s);
        if (!wanted) continue;
        const before = s;
        s = apply(s, wanted);
        checkAlways(s);
        checkEntered(before, s);
        if (s.history.length > before.history.length) {
          const way = `${before.state} → ${s.state}`;
          seen.set(way, (seen.get(way) ?? 0) + 1);
        }
      }
    }),
    { numRuns: 2000, seed: 20221124 },
  );
  const ways: [State, State, number][] = [
    ['signed_off', 'building', 1900],
    ['building', 'completed', 200],
    ['building', 'redesign', 20],
    ['completed', 'verifying', 100],
    ['completed', 'reopened', 20],
    ['verifying', 'reopened', 50],
    ['verifying', 'verified', 20],
    ['verified', 'reopened', 5],
    ['reopened', 'building', 50],
    ['reopened', 'redesign', 5],
  ];
  for (const [from, to, least] of ways)
    assert.ok((seen.get(`${from} → ${to}`) ?? 0) >= least, `${from} → ${to}: ${seen.get(`${from} → ${to}`) ?? 0}`);
});

test('from wherever it stands, people of good will bring a site to a verified end', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let s = all.reduce<Site>((site, one) => (one ? apply(site, one) : site), signed);
      for (let n = 0; n < 400 && nextStep(s); n += 1) s = apply(s, nextStep(s) ?? { do: 'pass', days: 1 });
      assert.ok(s.state === 'verified' || s.state === 'redesign', `${s.state} is a dead end`);
    }),
    { numRuns: 300, seed: 20221124 },
  );
});
