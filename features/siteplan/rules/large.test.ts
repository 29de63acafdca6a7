import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computing, yardstick } from '@/tests/pace';
import { MOST_FILE } from '../input';
import { readSite } from '../rules';
import { cardsOf, entrancesIn } from './consequence';
import { shapesText } from './shapes';

const feature = (kind: string, name: string, type: string, coordinates: unknown, more: object = {}) => ({
  type: 'Feature',
  properties: { kind, name, osm_id: '0123456789012345', note: 'exported by a program', ...more },
  geometry: { type, coordinates },
});

const circle = (x: number, y: number, count: number) =>
  Array.from({ length: count }, (_, n) => [
    x + 8 * Math.cos((2 * Math.PI * n) / count),
    y + 8 * Math.sin((2 * Math.PI * n) / count),
  ]);

/** Forty houses with three entrances each, paths around every one, and trees. */
function compound(houses: number, trees: number, bends = 12) {
  const features = Array.from({ length: houses }, (_, n) => {
    const [x, y] = [(n % 8) * 60, Math.floor(n / 8) * 70];
    const name = String(n + 1);
    const box = [
      [x, y],
      [x + 40, y],
      [x + 40, y + 12],
      [x, y + 12],
      [x, y],
    ];
    return [
      feature('building', name, 'Polygon', [box]),
      ...[1, 2, 3].flatMap((entrance) => [
        feature('windows', `${name}-${entrance}`, 'LineString', [
          [x + entrance * 12 - 10, y],
          [x + entrance * 12, y],
        ]),
        feature('entrance', `${name}-${entrance}`, 'Point', [x + entrance * 12, y + 12]),
      ]),
      feature('path', `P${name}`, 'LineString', circle(x + 20, y + 30, bends), { width: 2 }),
    ];
  }).flat();
  const rows = Array.from({ length: trees }, (_, n) =>
    feature('tree', `T${n}`, 'Point', [(n % 40) * 11 + 5, Math.floor(n / 40) * 18 - 9]),
  );
  return { type: 'FeatureCollection', features: [...features, feature('gate', '南门', 'Point', [0, -40]), ...rows] };
}

const refusal = (text: string) => {
  const read = readSite(text, 'file');
  return read.ok ? null : read.refusal;
};

test('a compound of forty houses as a program writes it is read, written back in lines, and measured for every entrance', async () => {
  const text = JSON.stringify(compound(40, 500), null, 2);
  assert.ok(text.length > 200_000 && text.length < MOST_FILE, String(text.length));
  const read = readSite(text, 'file');
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(read.value.length, 40 * 8 + 501);
  const again = readSite(shapesText(read.value), 'file');
  assert.deepEqual(again.ok && again.value, read.value);
  const one = await yardstick();
  assert.ok((await computing(() => readSite(text, 'file'))) < 60 * one);
  const over = { site: read.value, siteVersion: 1, shapes: [], before: null };
  const doors = entrancesIn(read.value);
  assert.equal(doors.length, 120);
  assert.ok((await computing(() => cardsOf(over, doors))) < 400 * one);
});

test('beyond what a drawing bears it is said what there is most of', () => {
  assert.deepEqual(refusal(JSON.stringify(compound(40, 900))), {
    code: 'too_many_shapes',
    details: { most: 1200, count: 1221, kinds: 'tree:900 windows:120 entrance:120' },
    fieldErrors: { file: 'too_many_shapes' },
  });
  const bent = refusal(JSON.stringify(compound(40, 0, 190)));
  assert.equal(bent?.code, 'too_many_places');
  assert.equal(bent?.details?.kinds, 'path:7600 windows:240 building:160');
});

test('what is no drawing in metres is refused with what to do', () => {
  const degrees = compound(2, 10);
  for (const one of degrees.features) {
    const to = ([x, y]: number[]) => [116.3 + (x ?? 0) / 85_000, 39.8 + (y ?? 0) / 111_000];
    const all = (given: unknown): unknown =>
      Array.isArray(given) && typeof given[0] === 'number' ? to(given) : Array.isArray(given) ? given.map(all) : given;
    one.geometry.coordinates = all(one.geometry.coordinates);
  }
  assert.equal(refusal(JSON.stringify(degrees))?.code, 'in_degrees');
  assert.equal(refusal('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')?.code, 'svg_scale');
  assert.equal(refusal('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>')?.code, 'not_svg');
});

test('files that mean harm are refused, and none takes long', async () => {
  const one = await yardstick();
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const collection = (features: string) => `{"type":"FeatureCollection","features":[${features}]}`;
  const point = '{"type":"Feature","properties":{"kind":"tree","name":"T"},"geometry":{"type":"Point","coordinates":';
  const most = (piece: string) => piece.repeat(Math.floor((MOST_FILE - 100) / piece.length));
  const drawn = (inside: string) => `<svg><line id="scale_1" x2="1"/>${inside}</svg>`;
  const moving = '<g transform="matrix(1.0000001 1.1 -1.1 1.000001 0.001 1e-9)">'.repeat(30);
  for (const [name, text, code] of [
    ['deep', collection(`${point}${deep(400_000)}}}`), 'wrong_lines'],
    ['deep features', `{"type":"FeatureCollection","features":${deep(400_000)}}`, 'wrong_lines'],
    ['many features', collection(`${most('1,')}1`), 'wrong_lines'],
    ['the same name', most('树 T: 1 1\n'), 'too_many_shapes'],
    ['one line', `路 P 宽1: ${most('1 1,')}`, 'wrong_lines'],
    ['one outline', collection(`${point.replace('Point', 'LineString')}[${most('[1,2],')}[3,4]]}}`), 'wrong_lines'],
    ['endless numbers', collection(`${point}[1e999,1]}}`), 'wrong_lines'],
    ['keys of every object', collection('{"__proto__":{"kind":"tree"},"constructor":1}'), 'wrong_lines'],
    ['cut', `{"type":"FeatureCollection","features":[${point}`, 'not_geojson'],
    ['words', most('屋'), 'wrong_lines'],
    ['nothing', '{"type":"FeatureCollection","features":[]}', 'nothing_drawn'],
    ['deep elements', `<svg>${most('<g>')}`, 'not_svg'],
    ['many elements', drawn(most('<rect/>')), 'wrong_lines'],
    ['many attributes', `<svg${most(' a="1"')}/>`, 'not_svg'],
    ['blanks', `<svg${most(' ')}!`, 'not_svg'],
    ['entities', `<svg>${most('&amp;')}</svg>`, 'svg_scale'],
    ['one path', drawn(`<path id="路_P_宽1" d="M0 0${most('l1 1')}"/>`), 'wrong_lines'],
    ['one number', drawn(`<path id="路_P_宽1" d="M${most('1')} 1"/>`), 'wrong_lines'],
    ['one length', drawn(`<line id="路_P_宽1" x1="${most('1')}!"/>`), 'wrong_lines'],
    ['moved without end', drawn(`<g transform="${most('scale(1.1)')}"><line id="路_P"/></g>`), 'wrong_lines'],
    ['moved each within another', drawn(`${moving}${most('<line/>')}${'</g>'.repeat(30)}`), 'wrong_lines'],
    ['an outline', drawn(`<polygon id="楼_1" points="${most('1 2 ')}"/>`), 'wrong_lines'],
  ] as const) {
    let found: ReturnType<typeof refusal> = null;
    const took = await computing(() => {
      found = refusal(text);
    });
    assert.equal((found as ReturnType<typeof refusal>)?.code, code, name);
    assert.ok(took < 150 * one, `${name}: ${took} ms, ${one} a yard`);
  }
});
