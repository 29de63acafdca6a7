import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { site as siteLines } from '@/db/seed/site-texts';
import { readPlan, readSite } from '../rules';
import { AREAS, faultOf, type Shape, SITE_KINDS, shapesOf, shapesText } from './shapes';
import { shapesInSvg } from './svg';

const bar = '<line id="比例_50" x1="0" y1="0" x2="500" y2="0"/>';
const svg = (inside: string, top = 'viewBox="0 0 2000 3000"') =>
  `<?xml version="1.0"?>\n<!-- 平面图 --><svg xmlns="http://www.w3.org/2000/svg" ${top}>${inside}</svg>`;
const read = (inside: string, top?: string) => {
  const found = shapesInSvg(svg(inside, top), SITE_KINDS);
  assert.ok(typeof found !== 'string', String(found));
  return found;
};
const linesIn = (inside: string, top?: string) => {
  const { shapes, wrong } = read(bar + inside, top);
  assert.deepEqual(wrong, []);
  return shapesText(shapes);
};
const wrongIn = (inside: string) => read(bar + inside).wrong.map(({ line, fault }) => `${line}:${fault}`);

test('each sort of element is read, from the lower left with north above', () => {
  const all = `<rect id="楼_15" x="1000" y="2400" width="120" height="600"/>
    <polyline id="窗_15-1" points="1000,2980 1000 2800"/>
    <circle id="门_15-1" cx="1120" cy="2900" r="3"/>
    <path class="path cls-2" d="M 1140 2200 v 800"><title>东路 宽2</title></path>
    <g inkscape:label="树"><ellipse id="T1" cx="900" cy="2900" rx="2" ry="2"/></g>
    <polygon id="坡 B" points="0,3000 10,3000 10,2990.05"/>
    <line id="wall_W1" x1="0" y1="0" x2="0.005" y2="2999.99"/>`;
  assert.equal(
    linesIn(all),
    `楼 15: 100 60, 112 60, 112 0, 100 0
窗 15-1: 100 2, 100 20
门 15-1: 112 10
路 东路 宽2: 114 80, 114 0
树 T1: 90 10
坡 B: 0 0, 1 0, 1 0.995
墙 W1: 0 300, 0.001 0.001`,
  );
  assert.equal(readSite(svg(bar + all)).ok, true);
});

test('the compound of the demonstration, drawn in SVG, is to the millimetre the one in lines', () => {
  const { shapes } = shapesOf(siteLines, SITE_KINDS);
  const drawn = shapes
    .map(({ kind, name, points, width }) => {
      const at = points.map(([x, y]) => `${x / 100},${3000 - y / 100}`).join(' ');
      const called = `${kind} ${name}${width > 0 ? ` width=${width / 1000}` : ''}`;
      const [x, y] = at.split(',');
      if (points.length === 1) return `<circle data-name="${called}" cx="${x}" cy="${y}" r="2"/>`;
      return `<${AREAS.includes(kind) ? 'polygon' : 'polyline'} data-name="${called}" points="${at}"/>`;
    })
    .join('');
  assert.deepEqual(read(bar + drawn).shapes, shapes);
});

test('groups move what stands in them, exactly; what is turned is refused', () => {
  const tree = '<circle id="树_T1" cx="10" cy="20" r="1"/>';
  assert.equal(linesIn(`<g transform="translate(100 -50) scale(2)">${tree}</g>`), '树 T1: 12 301');
  assert.equal(linesIn(`<g transform="scale(.5,-0.5)"><g transform="translate(7)">${tree}</g></g>`), '树 T1: 0.85 301');
  assert.equal(linesIn(`<g transform="matrix(0 1 -1 0 3 4)">${tree}</g>`), '树 T1: -1.7 298.6');
  assert.deepEqual(wrongIn(`<g transform="rotate(30)">${tree}</g>${tree}`), ['1:turned']);
  assert.deepEqual(wrongIn(`<g transform="translate(1)"><g transform="skewX(1)">${tree}</g></g>`), ['1:turned']);
});

test('of a path its straight stretches are read, in whichever way they are written', () => {
  const outline = '楼 15: 0 0, 1 0, 1 1';
  for (const d of [
    'M0 3000L10 3000L10 2990Z',
    'm0,3000 10,0 0-10z',
    'M 0 3000 H 10 V 2990 L 0 3000 Z',
    'M0 3e3h1e1v-10',
  ])
    assert.equal(linesIn(`<path id="楼_15" d="${d}"/>`), outline, d);
  const closed = '路 R 宽1: 0 0, 1 0, 1 1, 0 0';
  assert.equal(linesIn('<path id="路_R_宽1" d="M0 3000h10v-10z"/>'), closed);
  for (const d of ['M0 0C1 1 2 2 3 3', 'M0 0h1v1zM5 5h1v1z', 'M0 0a1 1 0 0 1 2 2', 'M0 0h1m1 1h1'])
    assert.deepEqual(wrongIn(`<path id="楼_15" d="${d}"/>`), ['1:bent'], d);
  for (const d of ['L0 0', 'M0', 'M0 0L1', 'M0 0 1,,x', 'M0 0z1', '?', 'M0 0L1e999 1'])
    assert.deepEqual(wrongIn(`<path id="楼_15" d="${d}"/>`), ['1:place'], d);
});

test('what is wrong is said of each element; words, notes and what is hidden are passed over', () => {
  assert.deepEqual(
    wrongIn(`<image href="plan.png"/><use href="#x"/><svg/><rect id="r1" width="1" height="1"/>
      <rect id="楼_1" rx="2" width="1" height="1"/><rect id="楼_2" width="10%" height="1"/>
      <circle class="tree" cx="1" cy="1" r="1"/><path id="路_P1" d="M0 0h1"/><circle id="楼_3" cx="1" cy="1"/>
      <polyline id="路_P2_宽1" points="1 2 3"/><circle id="树_T9_高3" cx="1" cy="1"/>`),
    ['1:element', '2:element', '3:element', '4:kind', '5:bent', '6:place', '7:name', '8:width', '9:points'].concat(
      '10:place',
      '11:attribute',
    ),
  );
  const passed = `<text x="1" y="1">15号楼</text><defs><rect width="9"/></defs><style>.a{}</style><sodipodi:namedview/>
    <g id="注"><path d="M0 0C1 1 2 2 3 3"/></g><rect class="note" width="3"/><g style="display:none"><rect/></g>`;
  assert.equal(linesIn(`${passed}<circle id="灯_L1" cx="0" cy="3000"/>`), '灯 L1: 0 0');
  const plan = readPlan(
    svg(`${bar}<circle id="移走_T1_第3条" cx="5" cy="5"/>`),
    shapesOf('树 T1: 0 0', SITE_KINDS).shapes,
  );
  assert.deepEqual(plan.ok && plan.value.map(({ kind, points }) => [kind, points]), [['removed', []]]);
});

test('without one scale that is level or upright nothing is measured', () => {
  const tree = '<circle id="树_T1" cx="0" cy="3000"/>';
  const of = (scale: string) => shapesInSvg(svg(scale + tree), SITE_KINDS);
  const none = ['', bar + bar, bar.replace('50', '0'), bar.replace('_50', ''), bar.replace('y2="0"', 'y2="1"')];
  for (const one of [...none, bar.replace('500', '0'), '<circle id="比例_50"/>', `<g transform="rotate(9)">${bar}</g>`])
    assert.equal(of(one), 'svg_scale', one);
  for (const one of [bar, '<path class="x" d="M3 9v-500"><title>scale 50m</title></path>'])
    assert.ok(typeof of(one) !== 'string', one);
});

test('what is no document is told apart from one without a scale', () => {
  const not = (text: string) => shapesInSvg(text, SITE_KINDS);
  for (const text of [
    '<svg>',
    '<svg></g></svg>',
    '<svg/><svg/>',
    '<html/>',
    '<svg a="1" a="2"/>',
    '<svg a=1/>',
    '<svg>&x;</svg>',
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>',
    '字<svg/>',
    '<svg><!-- </svg>',
    '<',
  ])
    assert.equal(not(text), 'not_svg', text);
  const declared = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">';
  assert.equal(not(`\ufeff${declared}<svg title="&lt;&#38;&#x4e00;"/>`), 'svg_scale');
});

const mm = fc.integer({ min: -1_000_000, max: 1_000_000 });
const shape = fc
  .record({
    kind: fc.constantFrom('path', 'building', 'tree', 'wall'),
    name: fc.stringMatching(/^[A-Z]{1,3}\d{0,3}$/),
    points: fc.array(fc.tuple(mm, mm), { minLength: 1, maxLength: 5 }),
    width: fc.integer({ min: 1, max: 30_000 }),
  })
  .map(
    ({ width, ...given }) => ({ ...given, width: given.kind === 'path' ? width : 0, steps: 0, clauses: [] }) as Shape,
  )
  .map((one) => ({ ...one, points: one.kind === 'tree' ? one.points.slice(0, 1) : one.points }))
  .filter((one) => faultOf(one) === null);

test('in whatever scale and wherever it lies, it is read as it was drawn', () => {
  const scale = fc.constantFrom([1000, 1], [100, 1], [40, 1], [8, 5]);
  fc.assert(
    fc.property(fc.array(shape, { maxLength: 6 }), scale, mm, mm, (shapes, [metres = 1, units = 1], east, down) => {
      // So many units are so many metres; what stands in the group is written that much further on.
      const to = (n: number) => (n * units) / (metres * 1000);
      const drawn = shapes.map(({ kind, name, points, width }) => {
        const d = points.map(([x, y], at) => `${at ? 'L' : 'M'}${to(x + east)} ${to(down - y)}`).join('');
        const called = `${kind} ${name}${width ? ` width=${width / 1000}` : ''}`;
        const [[x = 0, y = 0] = []] = points;
        return kind === 'tree'
          ? `<circle data-name="${called}" cx="${to(x + east)}" cy="${to(down - y)}"/>`
          : `<path data-name="${called}" d="${d}${kind === 'building' ? 'Z' : ''}"/>`;
      });
      const text = `<line id="scale_${metres}" x2="${units}"/><g transform="translate(${to(-east)},${to(-down)})">${drawn.join('')}</g>`;
      assert.deepEqual(read(text, 'id="plain"').shapes, shapes);
    }),
  );
});
