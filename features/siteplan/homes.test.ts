import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn, site as siteLines } from '@/db/seed/site-texts';
import { readPlan, readSite } from './rules';
import { cardOf, touchedTrees } from './rules/consequence';

/** Of the demonstration, in millimetres: now, in the first version, in the second, and in the fourth, which is built. */
function course(building: string, entrance: number, door: string) {
  const site = shapes(readSite(siteLines));
  const [now, ...versions] = [0, 0, 1, 3].map((version, at) => {
    const card = cardOf(
      { site, siteVersion: 1, before: null, shapes: shapes(readPlan(drawn[version] ?? '', site)) },
      { building, entrance, door },
    );
    return at === 0 ? card?.now : card?.after;
  });
  const all = [now, ...versions];
  return {
    path: all.map((one) => one?.path),
    gate: all.map((one) => one?.gates[0]?.way),
    trees: all.map((one) => one?.trees),
    lamps: all.map((one) => one?.lamps),
  };
}

function shapes<T>(read: { ok: true; value: T } | { ok: false; refusal: object }): T {
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

test('15-1-101: the trail ended before its windows, the stairs end eleven metres away', () => {
  assert.deepEqual(course('15', 1, '101'), {
    // Windows at x = 100 from y = -20 to -10. The trail ends at (97, -11): 3 m, less half of 0.6. So do the first two
    // versions: 3 m, less half of 1.5. The fourth ends at (97, 1): √(3² + 11²) = √130 = 11.401 m, less 0.75.
    path: [2700, 2250, 2250, 10_651],
    // From its door (113, -21) 5 m to the main road, 83 m down it, 21 m along it, 6 m to the gate.
    gate: [115_000, 115_000, 115_000, 115_000],
    // T6 at 10 m and T5 at 15 m; T4 stands at 20 m. The first version fells all six.
    trees: [2, 0, 2, 2],
    // L3 is √(5² + 40²) = 40 m away.
    lamps: [0, 0, 0, 0],
  });
});

test('15-1-102, its neighbour on the same floor: from eleven metres to twenty-two', () => {
  assert.deepEqual(course('15', 1, '102'), {
    // Windows from y = -32 to -22: to (97, -11) √(3² + 11²) = 11.401 m, to (97, 1) √(3² + 23²) = √538 = 23.194 m.
    path: [11_101, 10_651, 10_651, 22_444],
    gate: [115_000, 115_000, 115_000, 115_000],
    // T6 at √(10² + 11²) = 14.9 m, T5 at √(15² + 11.3²) = 18.8 m; T4 at 22.7 m is too far.
    trees: [2, 0, 2, 2],
    // L3 (95, -60) is √(5² + 28²) = 28.4 m from its southern window.
    lamps: [1, 1, 1, 1],
  });
});

test('15-2-201: further down the same side', () => {
  assert.deepEqual(course('15', 2, '201'), {
    // Windows from y = -46 to -36: to (97, -11) √(3² + 25²) = √634 = 25.179 m, to (97, 1) √(3² + 37²) = √1378 = 37.121 m.
    path: [24_879, 24_429, 24_429, 36_371],
    // From (113, -47): 5 + 57 + 21 + 6.
    gate: [89_000, 89_000, 89_000, 89_000],
    trees: [0, 0, 0, 0],
    lamps: [1, 1, 1, 1],
  });
});

test('15-3-302: the far end', () => {
  assert.deepEqual(course('15', 3, '302'), {
    // Windows from y = -84 to -74: √(3² + 63²) = √3978 = 63.071 m, then √(3² + 75²) = √5634 = 75.059 m.
    path: [62_771, 62_321, 62_321, 74_309],
    // From (113, -73): 5 + 31 + 21 + 6.
    gate: [63_000, 63_000, 63_000, 63_000],
    trees: [0, 0, 0, 0],
    lamps: [1, 1, 1, 1],
  });
});

test('14-1-101: the long way round, and the stairs', () => {
  assert.deepEqual(course('14', 1, '101'), {
    // Windows at x = 53 from y = 25 to 35. The trail leads up first, from (57, -11) to (65, -9): upright to it are
    // (8·36 + 2·4) / √(8² + 2²) = 296 / √68 = 35.895 m. To (57, -11) √(4² + 36²) = 36.221 m, to (57, -5) √(4² + 30²) = 30.265 m.
    path: [35_595, 35_471, 29_515, 29_515],
    gate: [
      // From its door (53, 24): 4 + 21 up, 105 + 61 + 254 + 21 round by the main road, 6 to the gate.
      472_000,
      // 4 + 35 down to y = -11, 40 m straight, 99 m to the gate.
      178_000,
      // 4 + 29 down to y = -5, √(15² + 2²) = 15.133, 16, √(9² + 8²) = 12.042, then 99.
      175_175,
      // 4 + 29, √(15² + 2²) = 15.133, √(14² + 4²) = 14.560, 11, then 111.
      184_693,
    ],
    trees: [0, 0, 0, 0],
    // L2 (59.5, 20) is √(6.5² + 5²) = 8.2 m away.
    lamps: [1, 1, 1, 1],
  });
});

test('14-2-202: at the upper end; 341 metres less to the gate', () => {
  assert.deepEqual(course('14', 2, '202'), {
    // Windows from y = -13 to -3, both ends of the path 4 m before them.
    path: [3700, 3250, 3250, 3250],
    gate: [
      // From its door (53, -2): 4 + 47 up, 105 + 61 + 254 + 21, 6.
      498_000,
      // √(4² + 9²) = 9.849 over the grass to (57, -11), 40, 99.
      148_849,
      // √(4² + 3²) = 5 to (57, -5), 15.133 + 16 + 12.042, 99.
      147_175,
      // 5, 15.133 + 14.560 + 11, 111.
      156_693,
    ],
    // T1 at 12 m and T2 at 17 m; T3 stands at 22 m.
    trees: [2, 0, 2, 2],
    // L1 at √(6.5² + 17²) = 18.2 m, L2 at √(6.5² + 23²) = 23.9 m.
    lamps: [2, 2, 2, 2],
  });
});

test('what each version touches: six trees, then none', () => {
  const site = shapes(readSite(siteLines));
  const touched = drawn.map((text) => touchedTrees({ site, plan: shapes(readPlan(text, site)) }).length);
  assert.deepEqual(touched, [6, 0, 0, 0]);
});
