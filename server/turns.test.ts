import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { turns, type Whose } from './turns';

/** Time that goes on when it is told to. */
function time() {
  let now = 0;
  const planned: { at: number; work: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    clock: {
      now: () => now,
      after: (milliseconds: number, work: () => void) => void planned.push({ at: now + milliseconds, work }),
    },
    async goTo(then: number) {
      for (let still = 0; ; still += 1) {
        assert.ok(still < 10_000, `the clock stands still at ${now}`);
        await settle();
        planned.sort((a, b) => a.at - b.at);
        const [first] = planned;
        if (!first || first.at > then) break;
        planned.shift();
        if (first.at > now) still = 0;
        now = Math.max(now, first.at);
        first.work();
      }
      now = then;
    },
  };
}

const person = (key: string): Whose => ({ kind: 'person', key });
const address = (key: string): Whose => ({ kind: 'address', key });

/** Asks in their name and answers after so long; `begun` and `done` are when, infinite before. */
function asks(house: ReturnType<typeof turns>, { clock }: ReturnType<typeof time>, whose: Whose, takes: number) {
  const one = { begun: Number.POSITIVE_INFINITY, done: Number.POSITIVE_INFINITY };
  const turn = house.take(whose);
  turn?.then((end) => {
    one.begun = clock.now();
    clock.after(takes, () => {
      one.done = clock.now();
      end();
    });
  });
  return { one, taken: turn !== undefined };
}

test('eight requests of one person are answered one after another; somebody else need not wait for them', async () => {
  const hours = time();
  const house = turns(hours.clock);
  const eight = Array.from({ length: 8 }, () => asks(house, hours, person('1'), 100));
  const other = asks(house, hours, person('2'), 100);
  await hours.goTo(850);
  assert.deepEqual(
    eight.map(({ one }) => one.begun),
    [0, 100, 200, 300, 400, 500, 600, 700],
  );
  assert.equal(other.one.begun, 0);
});

test('an address behind which many sit has four at once; two addresses have eight, of six places', async () => {
  const hours = time();
  const house = turns(hours.clock);
  const begun = (list: ReturnType<typeof asks>[]) => list.filter(({ one }) => one.begun === 0).length;
  const first = Array.from({ length: 8 }, () => asks(house, hours, address('a'), 100));
  await hours.goTo(0);
  assert.equal(begun(first), 4);
  const second = Array.from({ length: 8 }, () => asks(house, hours, address('b'), 100));
  await hours.goTo(0);
  assert.equal(begun(second), 2);
});

test('forty may wait of one, and not one more; others may', async () => {
  const hours = time();
  const house = turns(hours.clock);
  const many = Array.from({ length: 42 }, () => asks(house, hours, person('1'), 100).taken);
  assert.equal(many.filter(Boolean).length, 41, 'one in work and forty');
  assert.ok(asks(house, hours, person('2'), 100).taken);
});

test('what takes long leaves its place to others, and stays the one turn of whose it is', async () => {
  const hours = time();
  const house = turns(hours.clock);
  for (let n = 0; n < 6; n += 1) asks(house, hours, person(`slow ${n}`), 10_000);
  const other = asks(house, hours, person('other'), 10);
  const second = asks(house, hours, person('slow 0'), 10);
  await hours.goTo(1_999);
  assert.equal(other.one.begun, Number.POSITIVE_INFINITY);
  await hours.goTo(2_000);
  assert.equal(other.one.begun, 2_000);
  await hours.goTo(10_000);
  assert.equal(second.one.begun, 10_000);
});

/** Works `for` so long: one of them asks again as soon as they are answered. Says how long they were in work. */
async function keepsAsking(others: boolean, until: number) {
  const hours = time();
  const house = turns(hours.clock);
  let worked = 0;
  const again = (whose: Whose, takes: number, rest: number) => {
    if (hours.clock.now() >= until) return;
    house.take(whose)?.then((end) => {
      hours.clock.after(takes, () => {
        if (whose.key === 'busy') worked += takes;
        end();
        if (rest > 0) hours.clock.after(rest, () => again(whose, takes, rest));
        else again(whose, takes, rest);
      });
    });
  };
  again(person('busy'), 50, 0);
  if (others) again(person('calm'), 1, 1_000);
  await hours.goTo(until);
  return worked;
}

test('who keeps the house busy has all of it while alone, and a quarter after a burst of two seconds beside somebody', async () => {
  assert.ok((await keepsAsking(false, 60_000)) > 59_000);
  const beside = await keepsAsking(true, 60_000);
  assert.ok(beside > 15_000 && beside < 2_000 / (1 - 1 / 4) + 60_000 / 4, `${beside}`);
});

test('a pause of less than the clock can tell is not waited for without end', async () => {
  const hours = time();
  const house = turns(hours.clock);
  const first = [
    [0, 2_689, 21],
    [2, 814, 118],
    [1, 2_217, 30],
    [1, 2_690, 288],
    [1, 3_984, 309],
    [3, 1_970, 23],
    [0, 1_511, 125],
  ];
  const then = [
    [1, 1_336, 394],
    [1, 3_955, 392],
    [0, 4_857, 170],
    [0, 3_113, 110],
    [0, 2_044, 318],
    [3, 519, 349],
    [1, 4_058, 256],
  ];
  const all: { done: number }[] = [];
  for (const [who = 0, takes = 0, after = 0] of [...first, ...then]) {
    await hours.goTo(hours.clock.now() + after);
    all.push(asks(house, hours, person(`${who}`), takes).one);
  }
  await hours.goTo(1e6);
  assert.ok(all.every(({ done }) => done < Number.POSITIVE_INFINITY));
});

test('whatever comes in whatever order, everything taken is answered, each in its turn, and nobody more at once than may be', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who: fc.nat(5), takes: fc.integer({ min: 1, max: 5_000 }), after: fc.nat(500) }), {
        minLength: 1,
        maxLength: 60,
      }),
      async (list) => {
        const hours = time();
        const house = turns(hours.clock);
        const asked: { who: number; one: { begun: number; done: number } }[] = [];
        let now = 0;
        for (const { who, takes, after } of list) {
          now += after;
          await hours.goTo(now);
          const { one, taken } = asks(house, hours, who > 3 ? address(`${who}`) : person(`${who}`), takes);
          if (taken) asked.push({ who, one });
        }
        await hours.goTo(now + 10_000_000);
        for (const { who, one } of asked) {
          assert.ok(one.done < Number.POSITIVE_INFINITY);
          const own = asked.filter((other) => other.who === who);
          const beside = own.filter((other) => other.one.begun <= one.begun && other.one.done > one.begun);
          assert.ok(beside.length <= (who > 3 ? 4 : 1));
        }
        for (const who of [0, 1, 2, 3]) {
          const begun = asked.filter((one) => one.who === who).map(({ one }) => one.begun);
          assert.deepEqual(
            begun,
            [...begun].sort((a, b) => a - b),
          );
        }
      },
    ),
    { numRuns: 60 },
  ));
