import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cells } from '@/lib/telling';
import {
  type Answer,
  checkReason,
  checkWord,
  compareShares,
  countAlternative,
  isHeard,
  letterOf,
  proposedOf,
  shareOf,
  takesTold,
  type Word,
  weakestOf,
} from './rules';

const none: Cells = { supports: 0, conditional: 0, opposes: 0, noView: 0, refused: 0, notHome: 0, notTried: 0 };
const cells = (supports: number, opposes: number, more: Partial<Cells> = {}): Cells => ({
  ...none,
  supports,
  opposes,
  ...more,
});
const group = (id: number, supports: number, opposes: number, more: Partial<Cells> = {}) => ({
  group: id,
  cells: cells(supports, opposes, more),
});
const reach = { reach: [2, 3] as [number, number] };
const said = (answer: Answer, ground: 'noise' | null = null) => ({ answer, ground });

test('a word answers all that concerns its household and nothing else', () => {
  const ok = new Map([
    [1, said('can')],
    [3, said('cannot', 'noise')],
  ]);
  assert.deepEqual(checkWord([1, 3], ok, 1), { ok: true, value: undefined });
  assert.deepEqual(checkWord([1, 3], ok, null), { ok: true, value: undefined });
  const wrong = (outcome: ReturnType<typeof checkWord>) => (outcome.ok ? null : outcome.refusal);
  assert.equal(wrong(checkWord([1], ok, null))?.code, 'not_concerned');
  assert.deepEqual(wrong(checkWord([1, 2, 3], ok, null))?.fieldErrors, { answer_2: 'choose_one' });
  assert.deepEqual(wrong(checkWord([1], new Map([[1, said('cannot')]]), null))?.fieldErrors, {
    ground_1: 'ground_missing',
  });
  for (const takes of [3, 2])
    assert.deepEqual(wrong(checkWord([1, 3], ok, takes))?.fieldErrors, { takes: 'takes_cannot' });
});

test('shares are of those who took a side, and compared without dividing', () => {
  assert.deepEqual(shareOf(cells(2, 1, { noView: 40 })), { n: 2, of: 3 });
  assert.deepEqual(shareOf(cells(0, 0, { noView: 5 })), { n: 0, of: 1 }, 'nobody has said that they can');
  assert.equal(compareShares({ n: 1, of: 3 }, { n: 2, of: 6 }), 0);
  assert.ok(compareShares({ n: 333, of: 1000 }, { n: 1, of: 3 }) < 0);
});

test('the weakest of three groups decides, and a tie is said', () => {
  const a = { id: 1, groups: [group(1, 90, 10), group(2, 3, 7)] };
  const b = { id: 2, groups: [group(3, 6, 4), group(4, 60, 40), group(5, 80, 20)] };
  const c = { id: 3, groups: [group(6, 3, 2)] };
  assert.deepEqual(weakestOf(a.groups), { share: { n: 3, of: 10 }, groups: [2] });
  assert.deepEqual(weakestOf(b.groups).groups, [3, 4]);
  assert.deepEqual(proposedOf([a, b], reach), [2], 'though more households together can live with the first');
  assert.deepEqual(proposedOf([a, b, c], reach), [2, 3]);
  assert.deepEqual(proposedOf([], reach), []);
});

test('what was not heard enough is not compared, on both sides of the boundary', () => {
  const heard = { id: 1, groups: [group(1, 1, 1)] };
  const two = { id: 2, groups: [group(2, 2, 0, { notTried: 1 })] };
  const fewer = { id: 3, groups: [group(3, 5, 0, { notHome: 3 })] };
  assert.equal(isHeard(two.groups, reach), true, 'two of three');
  assert.equal(isHeard(fewer.groups, reach), false, 'five of eight');
  assert.equal(isHeard([group(1, 0, 0, { noView: 2, refused: 1 })], reach), true, 'no view is an answer');
  assert.deepEqual(proposedOf([heard, fewer], reach), [1], 'the other says more, of too few');
  assert.deepEqual(proposedOf([heard, two, fewer], reach), [2]);
  assert.deepEqual(proposedOf([fewer], reach), []);
});

const someCells = fc
  .tuple(...Array.from({ length: 6 }, () => fc.nat(9)))
  .map(([supports = 0, opposes = 0, noView = 0, refused = 0, notHome = 0, notTried = 0]) =>
    cells(supports, opposes, { noView, refused, notHome, notTried }),
  );
const some = fc
  .array(fc.array(someCells, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 })
  .map((all) =>
    all.map((groups, id) => ({ id, groups: groups.map((one, at) => ({ group: id * 10 + at, cells: one })) })),
  );

test('proposed is what brute force in whole numbers proposes', () => {
  fc.assert(
    fc.property(some, (all) => {
      // One denominator for everything there is: below ten and ten households.
      const base = Array.from({ length: 18 }, (_, index) => BigInt(index + 1)).reduce((product, n) => product * n, 1n);
      const worth = ({ groups }: (typeof all)[number]) => {
        const shares = groups.map((one) => {
          const side = one.cells.supports + one.cells.opposes;
          return side === 0 ? 0n : (base * BigInt(one.cells.supports)) / BigInt(side);
        });
        return [...shares].sort((a, b) => Number(a - b))[0] ?? 0n;
      };
      const heard = all.filter(({ groups }) =>
        groups.every(({ cells: { supports, opposes, noView, refused, notHome, notTried } }) => {
          const reached = supports + opposes + noView;
          return 3 * reached >= 2 * (reached + refused + notHome + notTried);
        }),
      );
      const best = [...heard.map(worth)].sort((a, b) => Number(b - a))[0] ?? -1n;
      assert.deepEqual(
        proposedOf(all, reach),
        heard.filter((one) => worth(one) === best).map(({ id }) => id),
      );
    }),
    { numRuns: 1000 },
  );
});

test('one more household of the weakest group that can live with the proposed one never takes the proposal from it', () => {
  fc.assert(
    fc.property(some, (all) => {
      const before = proposedOf(all, reach);
      for (const id of before) {
        const weakest = weakestOf(all.find((one) => one.id === id)?.groups ?? []).groups;
        const after = all.map((one) => ({
          ...one,
          groups: one.groups.map((of) =>
            weakest.includes(of.group) ? { ...of, cells: { ...of.cells, supports: of.cells.supports + 1 } } : of,
          ),
        }));
        assert.ok(proposedOf(after, reach).includes(id));
      }
      assert.deepEqual(
        proposedOf([...all].reverse(), reach).sort((a, b) => a - b),
        before,
        'in whatever order they stand',
      );
    }),
  );
});

test('each household stands in one cell of each alternative that concerns it; its own word beats a recorded one', () => {
  const word = (
    household: number,
    seq: number,
    own: boolean,
    answers: [number, Answer][],
    takes: number | null = null,
  ): Word => ({
    id: household * 10 + seq,
    household,
    seq,
    own,
    disowned: false,
    takes,
    answers: new Map(answers),
  });
  const member = (household: number, of: number, standing: Answer | null = null) => ({
    household,
    group: of,
    standing: standing && { word: 1, answer: standing },
  });
  const words = [
    word(1, 1, true, [[7, 'can']], 7),
    word(1, 2, false, [[7, 'cannot']]),
    word(2, 1, true, [[7, 'cannot']]),
    { ...word(3, 1, true, [[7, 'can']], 7), disowned: true },
    word(5, 1, true, [[8, 'can']], 8),
  ];
  const members = [member(1, 1), member(2, 1), member(3, 1), member(4, 2, 'can'), member(6, 2)];
  const visits = [
    { household: 3, outcome: 'refused' as const },
    { household: 6, outcome: 'not_home' as const },
  ];
  const counted = countAlternative(7, members, words, visits);
  assert.deepEqual(counted.get(1), { cells: cells(1, 1, { refused: 1 }), takes: 1 });
  assert.deepEqual(counted.get(2), { cells: cells(1, 0, { notHome: 1 }), takes: 0 });
});

test('another than the proposed one is chosen for a reason', () => {
  assert.equal(checkReason({ proposed: true }, ''), null);
  assert.equal(checkReason({ proposed: false }, '离变压器近'), null);
  assert.equal(checkReason({ proposed: false }, '')?.code, 'reason_missing');
});

test('how many would take it is told where neither they nor the others are one or two', () => {
  const published = [{ kinds: ['supports' as const], count: 12 }];
  for (const [takes, told] of [
    ...[[0, 0] as const, [1, null] as const, [2, null] as const, [3, 3] as const],
    ...[[9, 9] as const, [10, null] as const, [11, null] as const, [12, 12] as const],
  ])
    assert.equal(takesTold(takes, published), told);
  assert.equal(takesTold(5, [{ kinds: ['supports', 'opposes'], count: 12 }]), null, 'joined with another');
});

test('they are called A, B, C', () => assert.deepEqual([1, 2, 6].map(letterOf), ['A', 'B', 'F']));
