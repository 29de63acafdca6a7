import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDrawing, drawnAsBefore, redrawn } from '../rules';
import { aboutOf, homeIn, measure, touchedTrees } from './consequence';
import { lengthOf, type Point, segmentsOf } from './planar';
import { PLAN_KINDS, SITE_KINDS, shapesOf } from './shapes';
import { type Barriers, straight, walks as walksTo } from './ways';

const site = shapesOf(
  `楼 15: 100 0, 112 0, 112 60, 100 60
窗 15-1: 100 2, 100 20
窗 15-2/01: 100 22, 100 30
窗 15-2/02: 100 30, 100 40
门 15-1: 112 10
大门 南门: 114 -50
路 东路 宽2: 114 80, 114 -50
小道 旧道 宽0.6: 70 15, 98 15
树 T1: 90 10
树 T2: 80.001 10
树 T3: 80 10
灯 L1: 95 11
灯 L2: 120 11`,
  SITE_KINDS,
).shapes;
const planOf = (text: string) => shapesOf(text, PLAN_KINDS).shapes;
const home = homeIn(site, '15', 1, null) ?? { windows: [], door: null };

test('today is measured to what the plan takes away, a plan to what it builds', () => {
  const plan = planOf('路 新路 宽1.5 第1条: 70 15, 85 15, 85 40\n移走 旧道 第1条');
  const about = aboutOf({ site, plan });
  assert.deepEqual(
    about.map(({ name }) => name),
    ['旧道'],
  );
  const [today] = measure({ site, plan: null }, [home], about);
  // 100 - 98 = 2 m to its middle, less half of 0.6 m. T1 and T2 are nearer than 20 m, T3 is not. Of the lamps one is behind.
  assert.deepEqual(today, {
    path: 1700,
    shed: null,
    shedWay: null,
    // From the door 2 m to the east road, then 60 m down it.
    gates: [{ name: '南门', way: 62_000 }],
    trees: 2,
    lamps: 1,
  });
  // 100 - 85 = 15 m, less 0.75 m.
  assert.equal(measure({ site, plan }, [home], about)[0]?.path, 14_250);
});

test('windows drawn for some doors are of these alone', () => {
  assert.equal(homeIn(site, '15', 3, null), null);
  assert.equal(homeIn(site, '15', 2, '1202')?.windows.length, 1);
  assert.deepEqual(homeIn(site, '15', 2, '1202')?.windows[0]?.[0], [100_000, 30_000]);
  assert.equal(homeIn(site, '15', 2, null)?.windows.length, 2);
  assert.equal(homeIn(site, '15', 2, '1203'), null);
  assert.equal(homeIn(site, '15', 1, '1203')?.windows.length, 1);
});

test('a tree is touched when it goes or stands on what is built', () => {
  assert.deepEqual(touchedTrees({ site, plan: planOf('移走 T3 第1条') }), ['T3']);
  // The edge of a path of 2 m lies at 1 m from its middle.
  assert.deepEqual(touchedTrees({ site, plan: planOf('路 新路 宽2 第1条: 85 11, 95 11') }), ['T1']);
  assert.deepEqual(touchedTrees({ site, plan: planOf('路 新路 宽2 第1条: 85 11.001, 95 11.001') }), []);
  assert.deepEqual(touchedTrees({ site, plan: planOf('棚 甲 第1条: 88 8, 92 8, 92 12, 88 12') }), ['T1']);
});

test('a lamp behind the house or 30 m away is not in view', () => {
  const lamps = (plan: string) => measure({ site, plan: planOf(plan) }, [home])[0]?.lamps;
  assert.equal(lamps('灯 L3 第1条: 70.001 11'), 2);
  assert.equal(lamps('灯 L3 第1条: 70 11'), 1);
  assert.equal(lamps('移走 L1 第1条'), 0);
});

const place = fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 60_000 }));
const way = fc
  .array(place, { minLength: 2, maxLength: 4 })
  .filter((points) => segmentsOf(points).every(([a, b]) => lengthOf(a, b) > 0));
const open = { buildings: [], walls: [] };
const walks = (ways: Parameters<typeof walksTo>[0], gates: readonly Point[], ...rest: [readonly Point[], Barriers]) =>
  walksTo(
    ways,
    gates.map((gate) => [gate]),
    ...rest,
  );
const along = (points: readonly Point[]) => segmentsOf(points).reduce((sum, [a, b]) => sum + lengthOf(a, b), 0);

test('the way is the shortest: never longer than along any path, nor for one path more, and as long there as back', () => {
  fc.assert(
    fc.property(fc.array(way, { minLength: 1, maxLength: 5 }), way, (lines, more) => {
      const [first = []] = lines;
      const [from, to] = [first[0], first.at(-1)];
      if (!from || !to) return;
      const ways = lines.map((points) => ({ points, width: 1500 }));
      const [[length = null] = []] = walks(ways, [from], [to], open);
      assert.ok(length !== null && length <= along(first));
      assert.ok(length >= lengthOf(from, to) - 20);
      assert.deepEqual(walks(ways, [to], [from], open), [[length]]);
      const [[shorter = null] = []] = walks([...ways, { points: more, width: 1500 }], [from], [to], open);
      assert.ok(shorter !== null && shorter <= length);
    }),
    { numRuns: 60 },
  );
});

test('no way leads where no path comes near, nor through a house', () => {
  const path = [
    {
      points: [
        [0, 0],
        [50_000, 0],
      ] as Point[],
      width: 2000,
    },
  ];
  assert.deepEqual(walks(path, [[0, 10_000]], [[50_000, 0]], open), [[60_000]]);
  assert.deepEqual(walks(path, [[0, 10_001]], [[50_000, 0]], open), [[null]]);
  const house: Point[] = [
    [-20_000, 2000],
    [60_000, 2000],
    [60_000, 4000],
    [-20_000, 4000],
  ];
  assert.deepEqual(walks(path, [[0, 5000]], [[50_000, 0]], { ...open, buildings: [house] }), [[null]]);
});

test('a drawing says nothing its clauses do not', () => {
  const [first, second] = [planOf('路 A 宽1 第1条: 0 0, 9 9\n移走 T1 第2条'), planOf('路 A 宽1 第1条 第3条: 0 0, 8 9')];
  const code = (...given: Parameters<typeof checkDrawing>) => {
    const checked = checkDrawing(...given);
    return checked.ok ? '' : checked.refusal.code;
  };
  assert.equal(code(first, [1, 2], null), '');
  assert.equal(code(first, [1], null), 'shape_without_clause');
  assert.deepEqual(
    redrawn(first, second).map(({ name, clauses }) => [name, clauses]),
    [
      ['A', [1, 3]],
      ['T1', [2]],
    ],
  );
  assert.equal(code(second, [1, 3], { shapes: first, changed: [2, 3] }), '');
  assert.equal(code(second, [1, 3], { shapes: first, changed: [3] }), 'shape_without_change');
  assert.equal(code(second, [1, 3], { shapes: first, changed: [2] }), 'shape_without_change');
  assert.equal(code(first, [1, 2], { shapes: first, changed: [] }), '');
});

test('a clause that reads otherwise while it is drawn as before is found', () => {
  const drawn = planOf('路 A 宽1 第1条 第3条: 0 0, 9 9\n移走 T1 第2条');
  const moved = planOf('路 A 宽1 第1条 第3条: 0 0, 8 9\n移走 T1 第2条');
  assert.deepEqual(drawnAsBefore(drawn, drawn, []), [], 'nothing reads otherwise');
  assert.deepEqual(drawnAsBefore(drawn, drawn, [1, 5]), [1, 5], 'the whole drawing is as it was');
  assert.deepEqual(drawnAsBefore(drawn, moved, [1]), []);
  assert.deepEqual(drawnAsBefore(drawn, moved, [2, 3]), [2], 'what it draws of the other clause is as it was');
  assert.deepEqual(drawnAsBefore(drawn, moved, [1, 5]), [], 'what nobody draws follows nothing');
  assert.deepEqual(drawnAsBefore([], moved, [1]), [], 'drawn for the first time');
  assert.deepEqual(drawnAsBefore([], [], [1]), []);
  assert.deepEqual(drawnAsBefore(drawn, [], [1, 2]), [], 'nothing is drawn any more');
});

test('nobody walks through the door of a neighbour, and each is as far as if it were alone', () => {
  const ways = [0, 16_000].map((y) => ({
    points: [
      [0, y],
      [50_000, y],
    ] as Point[],
    width: 2000,
  }));
  const [gate, here, between]: Point[] = [
    [0, 0],
    [50_000, 16_000],
    [25_000, 8000],
  ];
  assert.ok(gate && here && between);
  // The two paths are joined nowhere but by the door between them, which is 8 m from both.
  assert.deepEqual(walks(ways, [gate], [here, between], open), [[null, 33_000]]);
  fc.assert(
    fc.property(
      fc.array(way, { minLength: 1, maxLength: 4 }),
      fc.array(place, { minLength: 2, maxLength: 5 }),
      (lines, doors) => {
        const net = lines.map((points) => ({ points, width: 1500 }));
        const [from = [0, 0] as const, ...to] = doors;
        const alone = to.map((door) => walks(net, [from], [door], open)[0]?.[0]);
        assert.deepEqual(walks(net, [from], to, open), [alone]);
      },
    ),
    { numRuns: 60 },
  );
});

test('on foot to a shed: by the paths to the edge it is nearest at, over the grass where it stands by the door', () => {
  const to = (plan: string) => measure({ site, plan: planOf(plan) }, [home])[0]?.shedWay;
  // From the door (112, 10): 2 m to the east road, 38 m down it, and 4 m from (114, -28) to its corner (118, -28).
  assert.equal(to('棚 甲 第1条: 118 -28, 122 -28, 122 -32, 118 -32'), 44_000);
  // Another beside the door, 3 m away, is the nearer one; the straight way is the shortest.
  assert.equal(to('棚 甲 第1条: 118 -28, 122 -28, 122 -32, 118 -32\n棚 乙 第1条: 115 8, 119 8, 119 12, 115 12'), 3000);
  // 10 m from the path and no more.
  assert.equal(to('棚 甲 第1条: 124 -28, 128 -28, 128 -32, 124 -32'), 50_000);
  assert.equal(to('棚 甲 第1条: 124.001 -28, 128 -28, 128 -32, 124.001 -32'), null);
  assert.equal(to('移走 T3 第1条'), null, 'no shed, no way');
});

test('over open ground to the place that is nearest and free, ten metres and no more', () => {
  const door: Point = [0, 0];
  assert.equal(straight(door, [[0, 10_000]], open), 10_000);
  assert.equal(straight(door, [[0, 10_001]], open), null);
  assert.equal(straight(door, [], open), null);
  const wall = { buildings: [], walls: segmentsOf([[-1000, 5000] as Point, [1000, 5000] as Point]) };
  assert.equal(straight(door, [[0, 8000]], wall), null);
  assert.equal(
    straight(
      door,
      [
        [0, 8000],
        [8000, 6000],
      ],
      wall,
    ),
    10_000,
    'around it, by another side',
  );
});

test('what may be entered at several places is as far as the nearest of them', () => {
  fc.assert(
    fc.property(
      fc.array(way, { minLength: 1, maxLength: 4 }),
      fc.array(place, { minLength: 1, maxLength: 4 }),
      place,
      (lines, sides, door) => {
        const net = lines.map((points) => ({ points, width: 1500 }));
        const each = sides.flatMap((side) => walks(net, [side], [door], open)[0]?.[0] ?? []);
        const [[all = null] = []] = walksTo(net, [sides], [door], open);
        assert.equal(all, each.length === 0 ? null : Math.min(...each));
      },
    ),
    { numRuns: 60 },
  );
});
