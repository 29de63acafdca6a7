import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  crosses,
  distance,
  footOn,
  isSimple,
  isWithin,
  lengthOf,
  type Point,
  passesThrough,
  placeOf,
  segmentsOf,
} from './planar';

const place = fc.tuple(fc.integer({ min: -300_000, max: 300_000 }), fc.integer({ min: -300_000, max: 300_000 }));
const line = fc.array(place, { minLength: 2, maxLength: 6 });
const square: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

test('a distance is worked out by hand', () => {
  const wall = segmentsOf([
    [0, 0],
    [0, 5000],
  ]);
  assert.equal(distance(placeOf([3000, 2500]), wall), 3000);
  // Beyond its end it is the end that is nearest: 3, 4, 5.
  assert.equal(distance(placeOf([3000, 9000]), wall), 5000);
  assert.equal(distance(placeOf([0, 5000]), wall), 0);
  assert.equal(distance(placeOf([0, 5001]), wall), 1);
  assert.equal(distance([], wall), null);
  // To the slanting line x + y = 2: the root of 2, which is 1.41 mm, rounded down.
  assert.equal(
    distance(
      placeOf([0, 0]),
      segmentsOf([
        [2, 0],
        [0, 2],
      ]),
    ),
    1,
  );
});

test('it is as far there as back, and nothing where lines cross', () => {
  fc.assert(
    fc.property(line, line, (a, b) => {
      const [one, other] = [segmentsOf(a), segmentsOf(b)];
      assert.equal(distance(one, other), distance(other, one));
      if (one.some((x) => other.some((y) => crosses(x, y)))) assert.equal(distance(one, other), 0);
    }),
  );
});

test('what is moved straight away from a wall never comes nearer, by no millimetre', () => {
  fc.assert(
    fc.property(
      line.map((points) => points.map(([x, y]): Point => [Math.abs(x), y])),
      fc.integer({ min: 0, max: 50_000 }),
      (path, by) => {
        const wall = segmentsOf([
          [0, -400_000],
          [0, 400_000],
        ]);
        const away = path.map(([x, y]): Point => [x + by, y]);
        const [was, is] = [distance(wall, segmentsOf(path)), distance(wall, segmentsOf(away))];
        assert.equal(is, (was ?? 0) + by);
      },
    ),
  );
});

test('a line that is longer is at least as near', () => {
  fc.assert(
    fc.property(line, line, place, (a, b, more) => {
      const [short, long] = [segmentsOf(b), segmentsOf([...b, more])];
      assert.ok((distance(segmentsOf(a), long) ?? 0) <= (distance(segmentsOf(a), short) ?? 0));
    }),
  );
});

test('the foot on a line is as near as anything on it, to the millimetre', () => {
  fc.assert(
    fc.property(place, place, place, (p, a, b) => {
      const foot = footOn(p, [a, b]);
      assert.ok(Math.abs(lengthOf(p, foot) - (distance(placeOf(p), [[a, b]]) ?? 0)) <= 2);
    }),
  );
});

test('an edge is neither inside nor passed through; what runs into itself is no outline', () => {
  assert.equal(isWithin([5, 5], square), true);
  assert.equal(isWithin([10, 5], square), false);
  assert.equal(isWithin([11, 5], square), false);
  assert.equal(isWithin([0, 0], square), false);
  assert.equal(
    passesThrough(
      [
        [10, 2],
        [20, 2],
      ],
      square,
    ),
    false,
  );
  assert.equal(
    passesThrough(
      [
        [10, 2],
        [-5, 2],
      ],
      square,
    ),
    true,
  );
  assert.equal(
    passesThrough(
      [
        [0, 0],
        [10, 10],
      ],
      square,
    ),
    true,
  );
  assert.equal(
    passesThrough(
      [
        [0, 0],
        [10, 0],
      ],
      square,
    ),
    false,
  );
  assert.equal(isSimple(square), true);
  assert.equal(
    isSimple([
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
    ]),
    false,
  );
  assert.equal(
    isSimple([
      [0, 0],
      [5, 0],
      [10, 0],
    ]),
    false,
  );
});

test('through a house that stands around a yard it is passed through, from corner to corner too; up to its wall it is not', () => {
  const around: Point[] = [
    [0, 0],
    [30, 0],
    [30, 20],
    [20, 10],
    [10, 10],
    [0, 20],
  ];
  const through = (from: Point, to: Point) => passesThrough([from, to], around);
  // Over the yard, along its inner wall, up to the wall from outside, past a corner.
  assert.equal(through([0, 20], [30, 20]), false);
  assert.equal(through([10, 10], [20, 10]), false);
  assert.equal(through([15, 30], [15, 10]), false);
  assert.equal(through([-10, 10], [10, 30]), false);
  assert.equal(through([-5, 0], [35, 0]), false);
  // A millimetre further in, and in by one corner of the yard and out by the other.
  assert.equal(through([15, 30], [15, 9]), true);
  assert.equal(through([-10, 1], [40, 1]), true);
  assert.equal(through([-10, 10], [40, 10]), true);
  assert.equal(through([15, 5], [16, 5]), true);
});
