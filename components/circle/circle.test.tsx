import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Circle } from '@/components/circle/circle';
import { arcs, type CircleRound, sectors } from '@/components/circle/geometry';
import { columns, fillings } from '@/components/circle/kinds';
import { HALF_WIDTH, labels, textWidth } from '@/components/circle/labels';
import { CircleTable } from '@/components/circle/table';

const groups = [
  { key: 'above', name: '14号楼', households: 96 },
  { key: 'below', name: '15号楼', households: 84 },
];

const rounds: CircleRound[] = [
  {
    label: '第一轮',
    mark: '一',
    groups: [
      {
        key: 'above',
        arcs: [
          { kinds: ['supports'], count: 66 },
          { kinds: ['conditional', 'opposes'], count: 10 },
          { kinds: ['notReached'], count: 20 },
        ],
      },
      {
        key: 'below',
        arcs: [
          { kinds: ['supports'], count: 7 },
          { kinds: ['conditional'], count: 12 },
          { kinds: ['opposes'], count: 46 },
          { kinds: ['noView'], count: 3 },
          { kinds: ['notReached'], count: 16 },
        ],
      },
    ],
  },
  {
    label: '第二轮',
    mark: '二',
    groups: [
      {
        key: 'above',
        arcs: [
          { kinds: ['reached'], count: 50 },
          { kinds: ['notReached'], count: 46 },
        ],
      },
      { key: 'below', arcs: [] },
    ],
  },
];

const kindNames = {
  supports: '同意',
  conditional: '有条件同意',
  opposes: '反对',
  noView: '不表态',
  reached: '听到',
  notReached: '没听到',
};

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('the sectors go once all round, by households', () => {
  const [above, below] = sectors(groups);
  assert.ok(above && below);
  near(above.end, below.start);
  near(above.end - above.start + below.end - below.start, 2 * Math.PI);
  near((above.end - above.start) * 84, (below.end - below.start) * 96);
  near(above.middle, 0);
});

test('a closed ring is full, in any number of groups and cells', () => {
  const group = fc.record({
    households: fc.integer({ min: 1, max: 500 }),
    counts: fc.array(fc.nat(200), { minLength: 3, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (given) => {
      const named = given.map(({ households }, index) => ({ key: `${index}`, name: `${index}号楼`, households }));
      const kinds = ['supports', 'opposes', 'notReached'] as const;
      const round: CircleRound = {
        label: '第一轮',
        groups: given.map(({ counts }, index) => ({
          key: `${index}`,
          arcs: kinds.map((kind, place) => ({ kinds: [kind], count: counts[place] ?? 0 })),
        })),
      };
      const drawn = arcs([round], named, true);
      near(
        drawn.reduce((sum, arc) => sum + arc.endAngle - arc.startAngle, 0),
        2 * Math.PI,
      );
      for (const arc of drawn) assert.ok(arc.endAngle >= arc.startAngle);
      const all = given.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
      assert.equal(
        drawn.reduce((sum, arc) => sum + arc.count, 0),
        all,
      );
    }),
  );
});

test('only the last ring closes, and only in agreement', () => {
  const angle = (agreed: boolean, round: number) =>
    arcs(rounds, groups, agreed)
      .filter((arc) => arc.round === round)
      .reduce((sum, arc) => sum + arc.endAngle - arc.startAngle, 0);
  near(angle(true, 1), 2 * Math.PI);
  assert.ok(angle(false, 1) < 2 * Math.PI - 0.1);
  assert.ok(angle(true, 0) < 2 * Math.PI - 0.1);
});

test('no name reaches beyond the drawing, however long or many they are', () => {
  const name = fc.string({ unit: fc.constantFrom('楼', '号', 'W', '1'), minLength: 1, maxLength: 40 });
  const group = fc.record({ name, households: fc.integer({ min: 1, max: 300 }) });
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 9 }), (given) => {
      for (const label of labels(given.map((each, index) => ({ ...each, key: `${index}` }))).labels) {
        const width = textWidth(label.text);
        const left =
          label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
        assert.ok(left >= -HALF_WIDTH - 3 && left + width <= HALF_WIDTH + 3, `${label.text} at ${left}`);
      }
    }),
  );
});

test('the drawing has an arc for every cell, a filling for each unlike one, and says its sentence', () => {
  const sentence = '15号楼：84户里听到68户，7户同意，12户有条件，46户反对';
  const props = { rounds, groups, kindNames, locale: 'zh', centre: { word: '同心' }, sentence } as const;
  const html = renderToStaticMarkup(
    createElement(Circle, { ...props, title: '两栋楼的态度', description: '由外到内为第一轮、第二轮' }),
  );
  const cells = rounds.flatMap((round) => round.groups.flatMap((group) => group.arcs));
  assert.equal(html.match(/<path class="arc/g)?.length, cells.length + 1, 'and an empty one for whom nothing is known');
  assert.equal(html.match(/<pattern /g)?.length, fillings(rounds).length);
  assert.ok(html.includes(`<p>${sentence}</p>`));
  assert.ok(html.includes('有条件同意或反对'));
  assert.ok(!html.includes('style='));
  assert.ok(!html.includes('NaN'));
});

test('the table gives the numbers of the circle, joined where they are joined', () => {
  const heads = { round: '轮次', total: '共' };
  const html = renderToStaticMarkup(createElement(CircleTable, { rounds, groups, kindNames, heads, locale: 'zh' }));
  const tables = html.split('<table>').slice(1);
  assert.equal(tables.length, groups.length);
  const width = columns(rounds).length;
  groups.forEach((group, place) => {
    const rows = tables[place]?.split('<tbody>')[1]?.split('<tr>').slice(1) ?? [];
    rounds.forEach((round, index) => {
      const cells = [...(rows[index] ?? '').matchAll(/<td(?: colSpan="(\d)")?[^>]*>(.*?)<\/td>/g)].map((match) => ({
        span: Number(match[1] ?? 1),
        count: Number(/(\d+)(?:<\/span>)?$/.exec(match[2] ?? '')?.[1]),
      }));
      const told = cells.slice(0, -1);
      const drawn = arcs(rounds, groups, false).filter((arc) => arc.round === index && arc.group === group.key);
      const positive = told.map((cell) => cell.count).filter((count) => count > 0);
      assert.deepEqual(
        positive,
        drawn.map((arc) => arc.count).filter((count) => count > 0),
      );
      assert.equal(
        told.reduce((sum, cell) => sum + cell.span, 0),
        width,
        round.label,
      );
      assert.equal(
        cells.at(-1)?.count,
        drawn.reduce((sum, arc) => sum + arc.count, 0),
      );
    });
  });
});
