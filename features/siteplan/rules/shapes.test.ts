import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inWords } from '@/lib/forms';
import { messages } from '../messages';
import { readPlan, readSite } from '../rules';
import { shapesInGeoJson } from './geojson';
import { faultOf, PLAN_KINDS, type Shape, SITE_KINDS, shapesOf, shapesText } from './shapes';

const site = `楼 15: 100 0, 112 0, 112 60, 100 60
窗 15-1：100 2，100 20
窗 15-1/02: 100 10, 100 20
门 15-1: 112 10
路 P1 宽2: 114 0, 114 80
树 T1 宽4: 90 10`;

const wrongIn = (text: string, plan = false) => {
  const read = plan ? readPlan(text, shapesOf(site, SITE_KINDS).shapes) : readSite(text);
  return read.ok ? '' : `${read.refusal.code} ${read.refusal.details?.wrong ?? ''}`.trim();
};

test('a line is read in either language, in full or half width, to the millimetre', () => {
  const { shapes, wrong } = shapesOf('路 P1 宽1.5 23级 第2条 第4条： 10 20，12.005 −3'.replace('−', '-'), PLAN_KINDS);
  assert.deepEqual(wrong, []);
  const path = { kind: 'path', name: 'P1', width: 1500, steps: 23, clauses: [2, 4] };
  assert.deepEqual(shapes, [
    {
      ...path,
      points: [
        [10_000, 20_000],
        [12_005, -3000],
      ],
    },
  ]);
  const english = shapesOf('path P1 width=1.5 steps=23 clause=2 clause=4: 10 20, 12.005 -3', PLAN_KINDS);
  assert.deepEqual(english.shapes, shapes);
  assert.equal(readSite(site).ok, true);
});

test('every wrong line is named with what is wrong there', () => {
  assert.equal(wrongIn('屋 1: 0 0'), 'wrong_lines 1:kind:屋');
  assert.equal(
    wrongIn(`${site}\n路 P2: 0 0, 1 1\n树 T1: 3 3\n灯 L1: 3,4`),
    'wrong_lines 7:width:P2\n8:twice:T1\n9:place:3',
  );
  assert.equal(wrongIn('树 T1: 3.0001 4'), 'wrong_lines 1:place:3.0001 4');
  assert.equal(wrongIn('树 T1: 2000.001 4'), 'wrong_lines 1:far:T1');
  assert.equal(wrongIn('树 T1: 2000 -2000'), '');
  assert.equal(wrongIn('楼 1: 0 0, 1 1'), 'wrong_lines 1:points:1');
  assert.equal(wrongIn('楼 1: 0 0, 1 1, 1 0, 0 1'), 'wrong_lines 1:outline:1');
  assert.equal(wrongIn('树 T1 23级: 1 1'), 'wrong_lines 1:steps:T1');
  assert.equal(wrongIn('路 P1 宽30.001: 0 0, 1 1'), 'wrong_lines 1:width:P1');
  assert.equal(wrongIn('路 P1 宽30: 0 0, 1 1'), '');
  assert.equal(wrongIn('路 P1 大2: 0 0, 1 1'), 'wrong_lines 1:attribute:大2');
  assert.equal(wrongIn('窗 15: 0 0, 1 1'), 'wrong_lines 1:home:15');
  assert.equal(wrongIn('窗 15-1: 0 0, 1 1'), 'wrong_lines 1:unknown:15-1');
  assert.equal(wrongIn('  \n'), 'nothing_drawn');
  assert.equal(wrongIn('{"type":"Point"}'), 'not_geojson');
});

test('a plan names what there is, and which clause each shape draws', () => {
  assert.equal(wrongIn('移走 T1 第3条', true), '');
  assert.equal(wrongIn('', true), '');
  assert.equal(wrongIn('移走 T2 第3条', true), 'wrong_lines 1:unknown:T2');
  assert.equal(wrongIn('移走 T1 第3条\n保留 T1 第3条', true), 'wrong_lines 2:twice:T1');
  assert.equal(wrongIn('路 A 宽1: 0 0, 1 1', true), 'wrong_lines 1:clause:A');
  assert.equal(wrongIn('移走 T1 第3条: 1 1', true), 'wrong_lines 1:points:T1');
});

test('a way of a plan goes through no house: which one is named, and what touches its wall is right', () => {
  const way = (places: string, kind = '路 A 宽2') => wrongIn(`${kind} 第1条: ${places}`, true);
  const through = 'wrong_lines 1:through:A 15';
  // The house stands from 100 to 112 and from 0 to 60.
  assert.equal(way('90 30, 100 30'), '', 'up to the wall');
  assert.equal(way('90 30, 100.001 30'), through, 'a millimetre in');
  assert.equal(way('100 -10, 100 70'), '', 'along the wall, half of its width lies under it');
  assert.equal(way('100.001 -10, 100.001 70'), through);
  assert.equal(way('90 30, 120 30'), through, 'straight through');
  assert.equal(way('90 -10, 100 0, 112 0, 120 -10'), '', 'from corner to corner, outside');
  assert.equal(way('90 -10, 100 0, 112 60, 120 70'), through, 'from corner to corner, inside');
  assert.equal(way('90 -1, 130 -1, 130 70, 90 70'), '', 'around it');
  assert.equal(way('105 10, 108 20'), through, 'within it');
  assert.equal(way('95 30, 105 30', '扶手 A'), through);
  assert.equal(way('95 10, 100 10, 100 20, 95 20', '棚 A'), '', 'a shed that leans on it');
  assert.equal(way('95 10, 101 10, 101 20, 95 20', '棚 A'), through);
  assert.equal(way('90 -10, 120 -10, 120 70, 90 70', '棚 A'), through, 'a shed over the whole house');
  const said = inWords(
    { code: 'wrong_lines', details: { wrong: '1:through:A 15\n2:width:B', count: 2, of: 'line' } },
    'zh',
    messages,
  );
  assert.match(said.message, /第1行“A”和“15号楼”：从楼里穿过去了/);
  assert.match(said.message, /第2行“B”：宽度不对/);
});

const mm = fc.integer({ min: -2_000_000, max: 2_000_000 });
const shape = fc
  .record({
    kind: fc.constantFrom('path', 'trail', 'tree', 'gate', 'wall'),
    name: fc.stringMatching(/^[A-Z]{1,3}\d{0,3}$/),
    points: fc.array(fc.tuple(mm, mm), { minLength: 1, maxLength: 5 }),
    width: fc.integer({ min: 1, max: 30_000 }),
  })
  .map((given) => ({ ...given, steps: 0, clauses: [] }) as Shape)
  .map((one) => ({
    ...one,
    points: one.kind === 'tree' || one.kind === 'gate' ? one.points.slice(0, 1) : one.points,
    width: one.kind === 'wall' || one.kind === 'gate' ? 0 : one.width,
  }))
  .filter((one) => faultOf(one) === null);

test('what is written back reads as what was drawn, in lines and as GeoJSON', () => {
  fc.assert(
    fc.property(fc.array(shape, { maxLength: 8 }), (shapes) => {
      assert.deepEqual(shapesOf(shapesText(shapes), SITE_KINDS).shapes, shapes);
      const features = shapes.map(({ kind, name, points, width }) => {
        const at = points.map(([x, y]) => [x / 1000, y / 1000]);
        const geometry =
          at.length === 1 ? { type: 'Point', coordinates: at[0] } : { type: 'LineString', coordinates: at };
        return { type: 'Feature', properties: { kind, name, width: width / 1000 }, geometry };
      });
      const text = JSON.stringify({ type: 'FeatureCollection', features });
      assert.deepEqual(shapesInGeoJson(text, SITE_KINDS)?.shapes, shapes);
    }),
  );
});

test('an outline of GeoJSON returns to its beginning; a wrong feature is named by its place', () => {
  const ring = [
    [0, 0],
    [4, 0],
    [4, 3],
    [0, 0],
  ];
  const of = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry });
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      of({ kind: 'building', name: '15' }, { type: 'Polygon', coordinates: [ring] }),
      of({ kind: 'house', name: '16' }, null),
      of({ kind: 'tree', name: 'T1' }, { type: 'Point', coordinates: ['1', 2] }),
    ],
  });
  const read = shapesInGeoJson(text, SITE_KINDS);
  assert.deepEqual(read?.shapes[0]?.points, [
    [0, 0],
    [4000, 0],
    [4000, 3000],
  ]);
  assert.deepEqual(read?.wrong, [
    { line: 2, fault: 'kind', said: 'house' },
    { line: 3, fault: 'place', said: 'T1' },
  ]);
});
