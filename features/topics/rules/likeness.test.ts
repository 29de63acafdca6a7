import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import known from '@/db/seed/complaints.json';
import unseen from '@/db/seed/complaints-unseen.json';
import { corpusOf, likenesses, nearest } from '@/features/likeness/rules/likeness';
import { groupsOf } from './groups';

interface Told {
  text: string;
  /** Null: a matter of its own. */
  matter: string | null;
}

const OPENINGS = ['', '市民来电反映：', '来电人称，', '您好，', '我是小区居民，', '【投诉】', '居民反映'];
const CLOSINGS = [
  '',
  '，请相关部门核实处理。',
  '。希望尽快解决，谢谢！',
  '，请给个答复',
  '。来电人要求回复。',
  '，急！',
];
const PLACES = ['', '14号楼3单元', '15号楼', '珠光逸景3号院', '7栋2单元501', '北区', '一号楼', '东门附近'];

/** As the hotline writes them down: somebody calls from somewhere, with and without courtesies; always the same. */
const asOrders = (matters: Readonly<Record<string, readonly string[]>>): Told[] =>
  Object.entries(matters)
    .flatMap(([matter, texts]) => texts.map((text) => ({ text, matter: matter || null })))
    .map(({ text, matter }, at) => {
      const one = (list: readonly string[], step: number) => list[(at * step + (at >> 3)) % list.length];
      return { text: `${one(OPENINGS, 3)}${one(PLACES, 5)}${text}${one(CLOSINGS, 7)}`, matter };
    });

/** Of the nearest to each how many are of its matter, and how many of its matter are among them. */
function nearestOf(told: readonly Told[], most: number) {
  const corpus = corpusOf(told.map(({ text }) => text));
  let [same, listed, could] = [0, 0, 0];
  for (const [at, { matter }] of told.entries()) {
    if (matter === null) continue;
    const found = nearest(corpus, at, most);
    same += found.filter(({ text }) => told[text]?.matter === matter).length;
    listed += found.length;
    could += told.filter((one) => one.matter === matter).length - 1;
  }
  return { precision: same / listed, recall: same / could };
}

/** Of all pairs in one group how many are of one matter, and of all pairs of one matter how many are in one group. */
function groupedOf(told: readonly Told[]) {
  const groups = groupsOf(corpusOf(told.map(({ text }) => text)));
  const groupOf = new Map(groups.flatMap((group, at) => group.map((text) => [text, at] as const)));
  let [together, right, matters] = [0, 0, 0];
  for (const [at, one] of told.entries())
    for (const [to, other] of told.entries()) {
      if (to <= at) continue;
      const same = one.matter !== null && one.matter === other.matter;
      const grouped = groupOf.get(at) === groupOf.get(to);
      matters += Number(same);
      together += Number(grouped);
      right += Number(grouped && same);
    }
  return { precision: right / together, recall: right / matters };
}

const atLeast = (found: { precision: number; recall: number }, precision: number, recall: number) =>
  assert.ok(found.precision >= precision && found.recall >= recall, JSON.stringify(found));

test('of 432 complaints about 25 matters, no two in the same words, the nearest are of the same matter', () => {
  const told = asOrders(known);
  assert.equal(told.length, 432);
  atLeast(nearestOf(told, 10), 0.77, 0.51);
  atLeast(nearestOf(told, 1), 0.84, 0);
  atLeast(groupedOf(told), 0.76, 0.69);
});

test('of 60 complaints about 15 matters that nobody looked at while the words were chosen, four of them without any', () => {
  const told = asOrders(unseen);
  assert.equal(told.length, 60);
  atLeast(nearestOf(told, 3), 0.84, 0.84);
  atLeast(groupedOf(told), 0.88, 0.72);
});

test('where somebody lives, whom to call and how polite one is makes nothing alike', () => {
  const [plain = '', ...others] = [
    '电梯坏了',
    '市民来电反映：14号楼3单元电梯坏了，请相关部门核实处理。电话13800001234',
    '您好，7栋电梯坏了',
  ];
  const corpus = corpusOf([plain, ...others, '14号楼3单元路灯不亮，请相关部门核实处理。电话13800001234']);
  const found = nearest(corpus, 0, 3);
  assert.deepEqual(found.map(({ text }) => text).sort(), [1, 2]);
  for (const { score } of found) assert.ok(score > 0.98, String(score));
});

const words = fc.constantFrom(
  '电梯',
  '坏了',
  '漏水',
  '停车',
  '狗',
  '吵',
  '楼道',
  '灯',
  '垃圾',
  '臭',
  '修',
  '！',
  ' ',
  'lift',
  '雪糕',
);
const texts = fc.array(
  fc.array(words, { maxLength: 8 }).map((parts) => parts.join('')),
  { maxLength: 24 },
);

test('likeness is the same both ways, between nothing and one, and one for the same text; groups part all texts', () => {
  fc.assert(
    fc.property(texts, (list) => {
      const corpus = corpusOf(list);
      const all = list.map((_, at) => likenesses(corpus, at));
      for (const [at, row] of all.entries())
        for (const [to, score] of row.entries()) {
          assert.ok(score >= 0 && score < 1.0001);
          assert.ok(Math.abs(score - (all[to]?.[at] ?? 0)) < 1e-6);
          if (list[at] === list[to] && (corpus.vectors[at]?.of.length ?? 0) > 0) assert.ok(score > 0.9999);
        }
      const groups = groupsOf(corpus);
      assert.deepEqual(
        groups.flat().sort((a, b) => a - b),
        [...list.keys()],
      );
      assert.deepEqual(groups, groupsOf(corpusOf(list)), 'always the same');
    }),
  );
});

test('groups of average linkage: every two of the others are less alike on average than what was made one', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(0.1, 0.2, 0.5), (list, least) => {
      const corpus = corpusOf(list);
      const all = list.map((_, at) => likenesses(corpus, at));
      const groups = groupsOf(corpus, least);
      for (const [at, one] of groups.entries())
        for (const other of groups.slice(at + 1)) {
          const sum = one.reduce((total, x) => total + other.reduce((more, y) => more + (all[x]?.[y] ?? 0), 0), 0);
          assert.ok(sum / (one.length * other.length) < least + 1e-4);
        }
    }),
  );
});
