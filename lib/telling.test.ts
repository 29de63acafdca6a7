import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { REACHED_KEYS } from '@/db/words/rounds';
import { learn, type Seen } from '@/tests/observer';
import {
  askedTold,
  type Cells,
  contentTold,
  fromThree,
  moved,
  namedBuildings,
  publishedCells,
  raisersTold,
  type Stood,
  sourcesView,
  tellRounds,
} from './telling';

const none: Cells = { supports: 0, conditional: 0, opposes: 0, noView: 0, refused: 0, notHome: 0, notTried: 0 };

test('three of each is published, two of one joins conditional and opposes', () => {
  const counts = (cells: Partial<Cells>) => publishedCells({ ...none, ...cells }, 'numbers').map(({ count }) => count);
  assert.deepEqual(counts({ supports: 3, conditional: 3, opposes: 3, noView: 3, refused: 3 }), [3, 3, 3, 3, 3, 0, 0]);
  assert.deepEqual(counts({ supports: 74, conditional: 7, opposes: 0 }), [74, 7, 0, 0, 0, 0, 0]);
  assert.deepEqual(publishedCells({ ...none, supports: 9, conditional: 2, opposes: 1, notTried: 1 }, 'numbers'), [
    { kinds: ['supports'], count: 9 },
    { kinds: ['conditional', 'opposes'], count: 3 },
    { kinds: ['noView'], count: 0 },
    { kinds: ['refused', 'notHome', 'notTried'], count: 1 },
  ]);
  assert.deepEqual(counts({ supports: 9, conditional: 1, opposes: 1, noView: 1 }), [9, 3, 0, 0, 0]);
});

test('those not reached are joined in the same way whichever of the three is small', () => {
  const last = (cells: Partial<Cells>) => publishedCells({ ...none, supports: 9, ...cells }, 'numbers').at(-1);
  const joined = (count: number) => ({ kinds: ['refused', 'notHome', 'notTried'], count });
  assert.deepEqual(last({ notHome: 2 }), joined(2));
  assert.deepEqual(last({ refused: 1, notHome: 2 }), joined(3));
  assert.deepEqual(last({ refused: 5, notHome: 4, notTried: 1 }), joined(10));
  assert.deepEqual(last({ refused: 3, notHome: 4, notTried: 5 }), { kinds: ['notTried'], count: 5 });
});

test('where joining does not help, reached and not reached remain', () => {
  const few = { ...none, supports: 20, opposes: 1, refused: 2, notHome: 5 };
  assert.deepEqual(publishedCells(few, 'numbers'), publishedCells(few, 'reached'));
  assert.deepEqual(
    publishedCells({ ...none, supports: 2, opposes: 9 }, 'numbers').map(({ kinds }) => kinds.length),
    [4, 1, 1, 1],
  );
});

test('nothing said by one or two households is ever printed, and no household is lost', () => {
  const n = fc.integer({ min: 0, max: 6 });
  const anyCells = fc.record<Cells>({
    supports: n,
    conditional: n,
    opposes: n,
    noView: n,
    refused: n,
    notHome: n,
    notTried: n,
  });
  fc.assert(
    fc.property(anyCells, (cells) => {
      const published = publishedCells(cells, 'numbers');
      assert.equal(
        published.reduce((total, { count }) => total + count, 0),
        Object.values(cells).reduce((sum, count) => sum + count),
      );
      assert.equal(new Set(published.flatMap(({ kinds }) => kinds)).size, 7);
      for (const { kinds, count } of published) {
        if (kinds.length < 3) assert.ok(count === 0 || count >= 3);
      }
    }),
  );
});

test('whose word it is and what asking again brought: nothing that tells one or two, and not before all were asked', () => {
  const looks = { drawn: 17, asked: 15, same: 12, different: 3, notReached: 2 };
  const all = { own: 40, recorded: 130, met: 30, ...looks };
  const said = { own: 40, recorded: 130, met: 30 };
  assert.deepEqual(sourcesView(said, looks), all);
  assert.equal(sourcesView({ own: 3, recorded: 0, met: 0 }, looks).own, 3);
  for (const few of [1, 2]) {
    assert.deepEqual(sourcesView({ ...said, own: few }, looks), { ...all, own: null, recorded: null, met: null });
    assert.deepEqual(sourcesView({ ...said, met: few }, looks), { ...all, met: null });
    assert.deepEqual(sourcesView({ ...said, met: 130 - few }, looks), { ...all, met: null });
    assert.equal(sourcesView({ own: 40, recorded: few, met: 0 }, looks).own, null);
    const one = sourcesView(all, { ...looks, asked: 12 + few, different: few });
    assert.deepEqual([one.asked, one.same, one.different], [12 + few, null, null]);
    assert.equal(sourcesView(all, { ...looks, asked: few, same: few, different: 0 }).asked, null);
  }
  assert.equal(sourcesView(all, { ...looks, asked: 12, different: 0 }).same, 12);
  const waiting = { asked: null, same: null, different: null, notReached: null };
  assert.deepEqual(sourcesView(all, { ...looks, notReached: null }), { ...all, ...waiting });
  const kept = { own: null, recorded: null, met: null, asked: null, same: null, different: null };
  assert.deepEqual(sourcesView(kept, { ...looks, ...kept }), { ...all, ...kept }, 'what was kept back before stays so');
});

const stood = (...opinions: (number | null)[]): Stood =>
  new Map(opinions.map((opinion, household) => [household, opinion]));
const spoken = (n: number, from = 1) => Array.from({ length: n }, (_, at) => from + at);
const silent = (n: number) => Array.from({ length: n }, () => null);
/** What is told of the one group of these rounds. */
const told = (...rounds: Stood[]) =>
  tellRounds(rounds.map((one) => new Map([['the group', one]]))).map((one) => one.get('the group'));

test('numbers from ten who answered, whether they agree from four, below that only who was reached', () => {
  for (const [answers, how] of [
    [0, 'reached'],
    [3, 'reached'],
    [4, 'gate'],
    [9, 'gate'],
    [10, 'numbers'],
  ] as const)
    assert.deepEqual(told(stood(...spoken(answers), ...silent(80))), [how], `${answers}`);
});

test('of a second count as much as of so many who spoke anew; the same count again tells nothing new', () => {
  const first = stood(...spoken(11), null);
  const anew = (n: number) => stood(...spoken(n, 101), ...spoken(11 - n, n + 1), null);
  for (const [n, how] of [
    [0, 'numbers'],
    [1, 'reached'],
    [3, 'reached'],
    [4, 'gate'],
    [9, 'gate'],
    [10, 'numbers'],
  ] as const)
    assert.deepEqual(told(first, anew(n)), ['numbers', how], `${n}`);
  assert.deepEqual(told(first, stood(...spoken(12))), ['numbers', 'reached'], 'the last one, reached at last');
  assert.deepEqual(
    told(first, anew(1), anew(11)),
    ['numbers', 'reached', 'numbers'],
    'what was not told tells nothing',
  );
  assert.deepEqual(
    told(first, anew(10), anew(1)),
    ['numbers', 'numbers', 'reached'],
    'one back to what the first told',
  );
});

test('groups put together, taken apart or changed by one door tell no more than the door', () => {
  const of = (from: number, to: number, moving = 0): Stood =>
    new Map(
      spoken(to - from + 1, from).map((household) => [household, household <= moving ? household + 100 : household]),
    );
  const rounds = (...all: Record<string, Stood>[]) =>
    tellRounds(all.map((one) => new Map(Object.entries(one)))).map((one) => Object.fromEntries(one));
  assert.deepEqual(rounds({ a: of(1, 12) }, { a: of(1, 11) })[1], { a: 'reached' });
  const halves = { a: of(1, 10), b: of(11, 20) };
  assert.deepEqual(rounds(halves, { c: of(1, 20) })[1], { c: 'numbers' }, 'what both had told before');
  assert.deepEqual(rounds(halves, { c: of(1, 20, 1) })[1], { c: 'reached' }, 'less both of them');
  assert.deepEqual(rounds({ c: of(1, 20) }, { a: of(1, 10, 1), b: of(11, 20) })[1], { a: 'gate', b: 'gate' });
});

test('what is told never depends on what anybody said, and no two counts differ by fewer than the floor', () => {
  const history = fc.array(fc.array(fc.option(fc.nat(3)), { minLength: 13, maxLength: 13 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(history, (tried) => {
      const rounds = tried.map((one) => stood(...one));
      const how = told(...rounds);
      for (const [at, now] of rounds.entries())
        for (const [before, then] of rounds.slice(0, at).entries()) {
          const difference = how[before] === 'reached' ? 0 : moved(then, now);
          if (how[at] === 'numbers') assert.ok(difference === 0 || difference >= 10);
          if (how[at] === 'gate') assert.ok(difference === 0 || difference >= 4);
        }
    }),
  );
});

interface Said {
  group: string;
  stance: (typeof REACHED_KEYS)[number] | null;
}
const doors = 26;
const door = fc.record<Said>({
  group: fc.constantFrom('a', 'a', 'b'),
  stance: fc.option(fc.constantFrom(...REACHED_KEYS), { freq: 6 }),
});
/** Rounds: everybody anew, or some of them only; now and then in other groups. */
const rounds = fc.array(
  fc.record({
    said: fc.array(door, { minLength: doors, maxLength: doors }),
    anew: fc.constantFrom(0, 1, 2, 4, 11, doors),
    from: fc.nat(doors),
    regrouped: fc.constantFrom(0, 0, 0, 1, 2, doors),
  }),
  { minLength: 1, maxLength: 5 },
);

/** What was printed of a history, by whatever decides how much is told; and what an observer learns of it. */
function printed(history: typeof rounds extends fc.Arbitrary<infer H> ? H : never, tell: typeof tellRounds) {
  const now: (Said & { opinion: number | null })[] = [];
  const held = history.map(({ said, anew, from, regrouped }, k) => {
    for (const [at, one] of said.entries()) {
      const before = now[at];
      const speaks = !before || (at - from + doors) % doors < anew;
      now[at] = {
        group: before && at >= regrouped ? before.group : one.group,
        ...(speaks ? { stance: one.stance, opinion: one.stance && k * 100 + at } : before),
      };
    }
    const groups = new Map(
      [...new Set(now.map((one) => one.group))].map((group) => [group, new Map<number, number | null>()]),
    );
    for (const [at, one] of now.entries()) groups.get(one.group)?.set(at, one.opinion);
    return { groups, said: now.map((one) => ({ ...one })) };
  });
  const told = tell(held.map((one) => one.groups));
  return learn(
    held.map(({ groups, said }, k) =>
      [...groups].map(([group, stood]): Seen => {
        const cells = { ...none };
        for (const one of said) if (one.group === group) cells[one.stance ?? 'notTried'] += 1;
        const how = told[k]?.get(group) ?? 'reached';
        const agrees =
          how === 'reached' ? null : 3 * cells.supports >= 2 * (cells.supports + cells.conditional + cells.opposes);
        return { at: `round ${k + 1}, ${group}`, stood, cells: publishedCells(cells, how), agrees };
      }),
    ),
  );
}

test('whoever keeps every count and takes one from another learns of no fewer than three', () => {
  let numbers = 0;
  const counting: typeof tellRounds = (held) => {
    const told = tellRounds(held);
    for (const one of told.slice(1)) numbers += [...one.values()].filter((how) => how === 'numbers').length;
    return told;
  };
  fc.assert(
    fc.property(rounds, (history) => assert.deepEqual(printed(history, counting), [])),
    { numRuns: 400 },
  );
  assert.ok(numbers > 50, `${numbers} counts were told beside earlier ones`);
});

test('and would, if numbers were always told, or only of large groups', () => {
  const always: typeof tellRounds = (held) =>
    held.map((groups) => new Map([...groups].map(([group]) => [group, 'numbers'])));
  const large: typeof tellRounds = (held) =>
    held.map((groups) => new Map([...groups].map(([group, { size }]) => [group, size >= 10 ? 'numbers' : 'reached'])));
  for (const careless of [always, large]) {
    const found = fc
      .sample(rounds, { numRuns: 100, seed: 1 })
      .filter((history) => printed(history, careless).length > 0);
    assert.ok(found.length > 10, `${found.length} histories told something`);
  }
});

test('a building is named from ten households on, and only where those not named are ten together', () => {
  const named = (...sizes: number[]) => namedBuildings(new Map(sizes.map((size, at) => [at, size])));
  assert.deepEqual(named(10, 60), [0, 1]);
  assert.deepEqual(named(9, 9, 60), [2]);
  assert.deepEqual(named(1, 60), [], 'without a name it would be the one flat');
  assert.deepEqual(named(60, 1, 80), [2], 'the next one goes with it');
  fc.assert(
    fc.property(fc.array(fc.nat(25), { maxLength: 8 }), (sizes) => {
      const all = named(...sizes);
      const hidden = sizes.filter((_, at) => !all.includes(at)).reduce((sum, size) => sum + size, 0);
      assert.ok(hidden === 0 || hidden >= 10 || all.length === 0);
      for (const at of all) assert.ok((sizes[at] ?? 0) >= 10);
    }),
  );
});

test('counts beside the cells: no one or two, nobody by what is left over', () => {
  assert.deepEqual([0, 1, 2, 3].map(fromThree), [0, null, null, 3]);
  assert.deepEqual(
    [0, 1, 9, 10, 11, 12].map((asked) => askedTold(asked, 12)),
    [0, null, null, 10, 11, 12],
  );
  const cells = { supports: 9, opposes: 5, noView: 4, refused: 1, notHome: 0, notTried: 0 };
  const whole = publishedCells({ ...cells, conditional: 3 }, 'numbers');
  assert.deepEqual(
    [0, 2, 3].map((n) => raisersTold(n, whole)),
    [0, null, 3],
  );
  assert.equal(raisersTold(5, publishedCells({ ...cells, conditional: 2 }, 'numbers')), null, 'beside joined cells');
  assert.equal(raisersTold(5, publishedCells({ ...cells, conditional: 3 }, 'gate')), null);
  assert.equal(raisersTold(5, null), null, 'while the round is open');
  assert.deepEqual(
    [9, 10].map((answered) => contentTold(answered, answered)),
    [null, 10],
  );
  assert.deepEqual(
    [7, 8, 9, 10].map((content) => contentTold(10, content)),
    [7, null, null, 10],
  );
});
