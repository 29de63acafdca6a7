import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkMarked, firstsOf, type Marked, togetherOf, totalChange } from './rules';

const free = (...nos: number[]) => nos.map((no) => ({ no, cost: 0 }));
const clash = (...nos: number[]) => ({ nos });

test('twelve metres from the windows, these six trees, no way round: any two, never all three', () => {
  const marked = { conditions: free(1, 2, 3), clashes: [clash(1, 2, 3)], budget: null };
  assert.deepEqual(togetherOf(marked), {
    sets: [
      [1, 2],
      [1, 3],
      [2, 3],
    ],
    conflicts: [{ nos: [1, 2, 3], clash: 0, cost: null }],
  });
  assert.deepEqual(togetherOf({ ...marked, clashes: [] }), { sets: [[1, 2, 3]], conflicts: [] });
});

test('money is a limit to the fen', () => {
  const conditions = [
    { no: 1, cost: 300 },
    { no: 4, cost: 700 },
  ];
  const of = (budget: number | null) => togetherOf({ conditions, clashes: [], budget });
  assert.deepEqual(of(1000), { sets: [[1, 4]], conflicts: [] });
  assert.deepEqual(of(null), of(1000));
  assert.deepEqual(of(999), { sets: [[1], [4]], conflicts: [{ nos: [1, 4], clash: null, cost: 1000 }] });
  assert.deepEqual(of(699), { sets: [[1]], conflicts: [{ nos: [4], clash: null, cost: 700 }] });
  assert.deepEqual(of(0), {
    sets: [[]],
    conflicts: [
      { nos: [1], clash: null, cost: 300 },
      { nos: [4], clash: null, cost: 700 },
    ],
  });
});

test('another total is a change from what was written, to the fen, and says how many can be had with it', () => {
  const conditions = [
    { no: 1, cost: 300 },
    { no: 4, cost: 700 },
  ];
  const list = (budget: number | null, of = conditions): Marked => ({ conditions: of, clashes: [], budget });
  assert.equal(totalChange(list(1000), list(1000)), null);
  assert.equal(totalChange(list(1000), list(1000, free(1, 2))), null, 'other conditions under the same total');
  assert.equal(totalChange(list(null), list(null)), null);
  assert.equal(totalChange(null, list(1000)), null, 'nothing was marked that could change');
  assert.deepEqual(totalChange(list(1000), list(999)), { from: 1000, to: 999, most: 1 });
  assert.deepEqual(totalChange(list(999), list(1000)), { from: 999, to: 1000, most: 2 });
  assert.deepEqual(totalChange(list(1000), list(0)), { from: 1000, to: 0, most: 0 });
  assert.deepEqual(totalChange(list(0), list(null)), { from: 0, to: null, most: 2 });
  assert.deepEqual(totalChange(list(null), list(0)), { from: null, to: 0, most: 0 });
});

test('a clash within another is the one that is told; both reasons are, where both hold', () => {
  const clashes = [clash(1, 2, 3), clash(2, 3)];
  assert.deepEqual(togetherOf({ conditions: free(1, 2, 3), clashes, budget: null }).conflicts, [
    { nos: [2, 3], clash: 1, cost: null },
  ]);
  const dear = [
    { no: 1, cost: 6 },
    { no: 2, cost: 6 },
  ];
  assert.deepEqual(togetherOf({ conditions: dear, clashes: [clash(2, 1)], budget: 10 }).conflicts, [
    { nos: [1, 2], clash: 0, cost: 12 },
  ]);
});

test('the largest, and all that are as large', () => {
  const sets = [[1, 2], [3, 4], [5]];
  assert.deepEqual(
    firstsOf(sets, ({ length }) => length),
    [
      [1, 2],
      [3, 4],
    ],
  );
  assert.deepEqual(
    firstsOf([] as number[][], ({ length }) => length),
    [],
  );
});

const marked: fc.Arbitrary<Marked> = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 8 })
  .chain((nos) =>
    fc.record({
      conditions: fc.tuple(...nos.map((no) => fc.nat(9).map((cost) => ({ no, cost })))),
      clashes: fc.array(
        fc.subarray(nos, { minLength: 2 }).map((some) => ({ nos: some })),
        { maxLength: 6 },
      ),
      budget: fc.option(fc.nat(40)),
    }),
  );

/** Every set there is, one by one, by its numbers and nothing cleverer. */
function bruteForce({ conditions, clashes, budget }: Marked) {
  let all: number[][] = [[]];
  for (const { no } of conditions) all = [...all, ...all.map((some) => [...some, no])];
  const cost = (some: readonly number[]) =>
    some.reduce((sum, no) => sum + (conditions.find((one) => one.no === no)?.cost ?? 0), 0);
  const may = (some: readonly number[]) =>
    (budget === null || cost(some) <= budget) && !clashes.some(({ nos }) => nos.every((no) => some.includes(no)));
  const within = (a: readonly number[], b: readonly number[]) => a.length < b.length && a.every((no) => b.includes(no));
  const key = (some: readonly number[]) => [...some].sort((a, b) => a - b).join(' ');
  const [can, cannot] = [all.filter(may), all.filter((some) => !may(some))];
  return {
    sets: can.filter((some) => !can.some((more) => within(some, more))).map(key),
    conflicts: cannot.filter((some) => !cannot.some((less) => within(less, some))).map(key),
  };
}

test('the sets and the conflicts are those of brute force, each once', () => {
  fc.assert(
    fc.property(marked, (one) => {
      const found = togetherOf(one);
      const key = (nos: readonly number[]) => [...nos].sort((a, b) => a - b).join(' ');
      const slow = bruteForce(one);
      assert.deepEqual(found.sets.map(key).sort(), slow.sets.sort());
      assert.deepEqual(found.conflicts.map(({ nos }) => key(nos)).sort(), slow.conflicts.sort());
    }),
    { numRuns: 500 },
  );
});

test('in whatever order clashes are marked, the same is told in the same order; one more never gives more room', () => {
  fc.assert(
    fc.property(marked, fc.nat(), (one, at) => {
      const found = togetherOf(one);
      const turned = togetherOf({ ...one, clashes: [...one.clashes].reverse() });
      assert.deepEqual(turned.sets, found.sets);
      assert.deepEqual(
        turned.conflicts.map(({ nos }) => nos),
        found.conflicts.map(({ nos }) => nos),
      );
      const [first = { no: 0 }, second = { no: 0 }] = [0, 1].map(
        (step) => one.conditions[(at + step) % one.conditions.length],
      );
      const tighter = togetherOf({ ...one, clashes: [...one.clashes, clash(first.no, second.no)] });
      assert.equal((tighter.sets[0]?.length ?? 0) <= (found.sets[0]?.length ?? 0), true);
    }),
  );
});

test('twelve conditions are looked at exactly, and thirteen are refused', () => {
  const twelve = free(...Array.from({ length: 12 }, (_, index) => index + 1));
  const pairs = [1, 3, 5, 7, 9, 11].map((no) => clash(no, no + 1));
  const { sets, conflicts } = togetherOf({ conditions: twelve, clashes: pairs, budget: null });
  assert.deepEqual([sets.length, sets[0], conflicts.length], [64, [1, 3, 5, 7, 9, 11], 6]);
  const raised = [{ no: 1, hangs: true }];
  const listed = (nos: readonly { no: number; cost: number }[]) =>
    checkMarked({ conditions: nos.map((one) => ({ ...one, objections: [1] })), clashes: [] }, raised);
  assert.equal(listed(twelve).ok, true);
  const code = (outcome: ReturnType<typeof listed>) => (outcome.ok ? null : outcome.refusal.code);
  assert.equal(code(listed([...twelve, ...free(13)])), 'too_many_conditions');
  assert.equal(code(listed(free(1, 13))), 'too_many_conditions');
  assert.equal(code(listed(free(1))), 'too_few_conditions');
  assert.equal(code(listed(free(1, 2))), null);
});

test('each is somebody’s whose words hang on the board, and what excludes each other are two of the list or more', () => {
  const raised = [
    { no: 1, hangs: true },
    { no: 2, hangs: false },
  ];
  const wrong = (objections: number[], ...clashes: { nos: number[] }[]) => {
    const conditions = [
      { no: 1, cost: 0, objections },
      { no: 2, cost: 0, objections: [1] },
    ];
    const placed = clashes.map((one, index) => ({ ...one, position: index + 1 }));
    const outcome = checkMarked({ conditions, clashes: placed }, raised);
    return outcome.ok ? null : outcome.refusal.fieldErrors;
  };
  assert.equal(wrong([1], clash(1, 2)), null);
  assert.deepEqual(wrong([]), { objections_1: 'whose_missing' });
  assert.deepEqual(wrong([3]), { objections_1: 'no_such_objection' });
  assert.deepEqual(wrong([1, 2]), { objections_1: 'not_on_board' });
  assert.deepEqual(wrong([1], clash(2)), { nos_1: 'clash_alone' });
  assert.deepEqual(wrong([1], clash(1, 3)), { nos_1: 'clash_unlisted' });
  assert.deepEqual(wrong([1], clash(1, 2), clash(2, 1)), { nos_2: 'clash_twice' });
});
