import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { percent } from '@/lib/quantity';
import {
  type Ballot,
  ballotFaults,
  type Choice,
  DEVELOPER,
  decide,
  type Measure,
  plurality,
  type RollUnit,
  rollFaults,
  tally,
  type Votes,
  voters,
  votingMayStart,
} from './rules';

const m = ([area, heads]: readonly [number, number]): Measure => ({ area: BigInt(area), heads });
type Pair = readonly [number, number];

/** Worked examples: [name, kind, total, yes, no, abstain, quorum, majority, result, participation %, yes %]. */
const EXAMPLES = [
  [
    'V01 two thirds take part, exactly half agree',
    'general',
    [30000, 300],
    [10000, 100],
    [10000, 100],
    [0, 0],
    [true, true],
    [false, false],
    'rejected',
    ['66.67', '66.67'],
    ['50.00', '50.00'],
  ],
  [
    'V02 one head and 0.01 m² more',
    'general',
    [30000, 300],
    [10001, 101],
    [9999, 99],
    [0, 0],
    [true, true],
    [true, true],
    'passed',
    ['66.67', '66.67'],
    ['50.01', '50.50'],
  ],
  [
    'V03 heads over half, area exactly half',
    'general',
    [30000, 300],
    [10000, 101],
    [10000, 99],
    [0, 0],
    [true, true],
    [false, true],
    'rejected',
    ['66.67', '66.67'],
    ['50.00', '50.50'],
  ],
  [
    'V05 participating area 0.01 m² short',
    'general',
    [30000, 300],
    [19999, 200],
    [0, 0],
    [0, 0],
    [false, true],
    [true, true],
    'no_quorum',
    ['66.66', '66.67'],
    ['100.00', '100.00'],
  ],
  [
    'V07 a total not divisible by three',
    'general',
    [10000, 100],
    [6700, 67],
    [0, 0],
    [0, 0],
    [true, true],
    [true, true],
    'passed',
    ['67.00', '67.00'],
    ['100.00', '100.00'],
  ],
  [
    'V11 special, exactly three quarters',
    'special',
    [40000, 400],
    [22500, 225],
    [7500, 75],
    [0, 0],
    [true, true],
    [true, true],
    'passed',
    ['75.00', '75.00'],
    ['75.00', '75.00'],
  ],
  [
    'V13 special, 0.01 m² short of three quarters',
    'special',
    [40000, 400],
    [22499, 225],
    [7501, 75],
    [0, 0],
    [true, true],
    [false, true],
    'rejected',
    ['75.00', '75.00'],
    ['75.00', '75.00'],
  ],
  [
    'V15 abstentions take part and do not agree',
    'general',
    [30000, 300],
    [10000, 100],
    [5000, 50],
    [5000, 50],
    [true, true],
    [false, false],
    'rejected',
    ['66.67', '66.67'],
    ['50.00', '50.00'],
  ],
  [
    'V18 special, the least that can pass',
    'special',
    [30000, 300],
    [15000, 150],
    [5000, 50],
    [0, 0],
    [true, true],
    [true, true],
    'passed',
    ['66.67', '66.67'],
    ['75.00', '75.00'],
  ],
  [
    'V22 nobody takes part',
    'general',
    [30000, 300],
    [0, 0],
    [0, 0],
    [0, 0],
    [false, false],
    [false, false],
    'no_quorum',
    ['0.00', '0.00'],
    [null, null],
  ],
] as const;

for (const [name, kind, total, yes, no, abstain, quorum, majority, result, partPct, yesPct] of EXAMPLES) {
  test(name, () => {
    const got = decide(m(total), { yes: m(yes), no: m(no), abstain: m(abstain) }, kind);
    assert.deepEqual([got.quorum.area, got.quorum.heads], quorum);
    assert.deepEqual([got.majority.area, got.majority.heads], majority);
    assert.equal(got.result, result);
    const part = got.participating;
    assert.deepEqual([percent(part.area, total[0]), percent(part.heads, total[1])], partPct);
    assert.deepEqual([percent(yes[0], part.area), percent(yes[1], part.heads)], yesPct);
  });
}

test('special with nobody: no quorum, and no majority either', () => {
  const nothing = m([0, 0]);
  const got = decide(m([30000, 300]), { yes: nothing, no: nothing, abstain: nothing }, 'special');
  assert.deepEqual([got.result, got.majority], ['no_quorum', { area: false, heads: false }]);
});

const unit = (name: string, area: number, owner: string, status: RollUnit['status'] = 'delivered'): RollUnit => ({
  unit: name,
  area,
  owner,
  status,
});
const totals = (roll: RollUnit[]) => {
  const { total } = tally(roll, [], 'general', 'none');
  return [total.area, total.heads];
};

test('R01–R03: one owner is one head however many units, and so is the developer', () => {
  const c = unit('3', 7000, 'c');
  assert.deepEqual(totals([unit('1', 9000, 'a'), unit('2', 8000, 'b'), c]), ['240.00', 3]);
  assert.deepEqual(totals([unit('1', 9000, 'a'), unit('2', 8000, 'a'), c]), ['240.00', 2]);
  const unsold = ['2', '3', '4', '5', '6'].map((name) => unit(name, 8000, 'dev', 'unsold'));
  assert.deepEqual(totals([unit('1', 9000, 'a'), ...unsold]), ['490.00', 2]);
});

test('a unit sold but not handed over is still voted for by the developer', () => {
  const roll = [unit('1', 9000, 'a'), unit('2', 8000, 'b', 'sold_undelivered'), unit('3', 8000, '', 'unsold')];
  assert.deepEqual(
    [...voters(roll)],
    [
      ['a', 9000n],
      [DEVELOPER, 16000n],
    ],
  );
  assert.deepEqual(ballotFaults(roll, [{ owner: 'b', choice: 'yes', delivered: true }]), [
    { index: 0, code: 'not_on_roll' },
  ]);
});

test('faults of roll and ballots are all named', () => {
  const roll = [unit('1', 9000, 'a'), unit('1', 8000, 'b'), unit('2', 0, 'c'), unit('3', 1, '')];
  assert.deepEqual(rollFaults(roll), [
    { index: 1, code: 'unit_twice' },
    { index: 2, code: 'bad_area' },
    { index: 3, code: 'owner_missing' },
  ]);
  const ballot = (owner: string): Ballot => ({ owner, choice: 'yes', delivered: true });
  assert.deepEqual(ballotFaults(roll, [ballot('a'), ballot('x'), ballot('a')]), [
    { index: 1, code: 'not_on_roll' },
    { index: 2, code: 'two_ballots' },
  ]);
});

const ten = Array.from({ length: 10 }, (_, n) => unit(`u${n}`, 1000, `o${n}`));
const cast = (choices: (Ballot['choice'] | 'undelivered')[]): Ballot[] =>
  choices.map((choice, n) => ({
    owner: `o${n}`,
    choice: choice === 'undelivered' ? null : choice,
    delivered: choice !== 'undelivered',
  }));

test('unreturned ballots do not take part, unless the policy and the proof of delivery say so', () => {
  const ballots = cast(['yes', 'yes', 'yes', 'no', null, null, null, 'invalid', 'undelivered']);
  const none = tally(ten, ballots, 'general', 'none');
  assert.equal(none.result, 'no_quorum');
  assert.equal(none.participating.heads, 4);
  const { strict, ...top } = none;
  assert.deepEqual(strict, top);

  const abstain = tally(ten, ballots, 'general', 'deemed_abstain');
  assert.deepEqual([abstain.participating.heads, abstain.abstain.heads, abstain.result], [7, 3, 'rejected']);
  const majority = tally(ten, ballots, 'general', 'deemed_majority');
  assert.deepEqual([majority.participating.heads, majority.yes.heads, majority.result], [7, 6, 'passed']);
  assert.deepEqual(majority.strict, strict);
});

test('a tie, or area and heads apart, deems nothing', () => {
  const tie = tally(ten, cast(['yes', 'yes', 'no', 'no', null, null, null]), 'general', 'deemed_majority');
  assert.equal(tie.participating.heads, 4);
  const votes = (yes: Pair, no: Pair, abstain: Pair = [0, 0]): Votes => ({
    yes: m(yes),
    no: m(no),
    abstain: m(abstain),
  });
  assert.equal(plurality(votes([2, 1], [1, 2])), null);
  assert.equal(plurality(votes([2, 2], [2, 1])), null);
  assert.equal(plurality(votes([2, 2], [1, 1])), 'yes');
  assert.equal(plurality(votes([2, 2], [1, 1], [3, 3])), 'abstain');
  assert.equal(plurality(votes([0, 0], [0, 0])), null);
});

test('votes and those who did not take part add up to the roll, and order changes nothing', () => {
  const choice = fc.constantFrom<Ballot['choice']>('yes', 'no', 'abstain', 'invalid', null);
  const anyRoll = fc.array(fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.nat(9), fc.boolean()), { minLength: 1 });
  fc.assert(
    fc.property(
      anyRoll,
      fc.array(fc.tuple(choice, fc.boolean()), { minLength: 11, maxLength: 11 }),
      (units, papers) => {
        const roll = units.map(([area, owner, given], n) =>
          unit(`u${n}`, area, `o${owner}`, given ? 'delivered' : 'unsold'),
        );
        const ballots = [...voters(roll).keys()].map((owner, n) => {
          const [picked, delivered] = papers[n] ?? [null, false];
          return { owner, choice: picked, delivered };
        });
        for (const policy of ['none', 'deemed_abstain', 'deemed_majority'] as const) {
          const got = tally(roll, ballots, 'special', policy);
          assert.deepEqual(tally([...roll].reverse(), [...ballots].reverse(), 'special', policy), got);
          const heads = (['yes', 'no', 'abstain'] as Choice[]).reduce((sum, key) => sum + got[key].heads, 0);
          assert.equal(heads, got.participating.heads);
          assert.ok(got.participating.heads <= got.total.heads);
          assert.ok(got.strict.participating.heads <= got.participating.heads);
          if (got.result === 'passed') assert.ok(got.majority.area && got.majority.heads && got.quorum.heads);
        }
      },
    ),
  );
});

test('fifteen whole days between notice and voting', () => {
  const start = votingMayStart(new Date('2022-06-01T18:00:00+08:00'));
  assert.equal(start.getTime(), new Date('2022-06-17T00:00:00+08:00').getTime());
});
