import assert from 'node:assert/strict';
import { test } from 'node:test';
import known from '@/db/seed/complaints.json';
import { spotOf } from '@/features/likeness/rules/places';
import { oppositesAmong, sidesOf, undecided } from './opposites';

const sides = (text: string) => sidesOf(text).map(({ matter, side }) => `${matter} ${side}`);

test('those above fall, those below cannot sleep: near each other they are a pair, with what each says', () => {
  const above = { text: '坡太滑，老人摔了好几次，请修台阶', spot: spotOf('14号楼', null) };
  const below = { text: '从我家窗前走的人太多，吵得睡不着，不同意修路', spot: spotOf('15号楼', null) };
  const [pair, ...more] = oppositesAmong([
    above,
    below,
    { ...below, spot: spotOf('东门', null) },
    { text: '路灯不亮', spot: spotOf('东门', null) },
  ]);
  assert.deepEqual(more, []);
  assert.equal(pair?.matter, '过路');
  assert.deepEqual([pair?.asks.map(({ text }) => text), pair?.bears.map(({ text }) => text)], [[0], [1]]);
  assert.match(pair?.bears[0]?.words ?? '', /窗前/);
});

test('who is against what others ask for stands on the side that bears it', () => {
  assert.deepEqual(sides('坚决反对修路，从窗前过太吵'), ['过路 bears']);
  assert.deepEqual(sides('三单元盼着加装电梯'), ['加装电梯 asks']);
  assert.deepEqual(sides('加装电梯挡光，一楼不同意'), ['加装电梯 bears']);
  assert.deepEqual(sides('小路没有路灯，漆黑一片'), ['照明 asks']);
  assert.deepEqual(sides('新装的灯太亮，照得睡不着'), ['照明 bears']);
  assert.deepEqual(sides('垃圾没人清'), []);
});

test('of the story’s complaints three in four are heard on their own side, and one in sixteen on the other', () => {
  const heard = (texts: readonly string[], side: string) =>
    texts.filter((text) => sides(text).includes(`过路 ${side}`)).length;
  assert.ok(heard(known.slope_falls, 'asks') >= 12, String(heard(known.slope_falls, 'asks')));
  assert.ok(heard(known.path_noise, 'bears') >= 12, String(heard(known.path_noise, 'bears')));
  assert.ok(heard(known.slope_falls, 'bears') <= 1 && heard(known.path_noise, 'asks') <= 1);
});

test('nobody stands in a pair by way of a third: it is near for each of them', () => {
  const at = (text: string, building: string) => ({ text, spot: spotOf('', building) });
  const pairs = oppositesAmong([
    at('没有路灯，漆黑一片', '1'),
    at('灯太亮，晃眼', '2'),
    at('没有路灯，摸黑走', '4'),
    at('灯太亮，照得睡不着', '2'),
  ]);
  assert.deepEqual(
    pairs.map(({ asks, bears }) => [asks.map(({ text }) => text), bears.map(({ text }) => text)]),
    [[[0], [1, 3]]],
  );
});

test('what somebody has spoken of does not come back; what came since does', () => {
  const all = { asks: [1, 2], bears: [7, 8] };
  const spoken = new Set(['1-7', '1-8']);
  const isDecided = ([a, b]: readonly [number, number]) => spoken.has(`${a}-${b}`);
  assert.deepEqual(undecided(all, isDecided), { asks: [2], bears: [7, 8] });
  spoken.add('2-7');
  assert.deepEqual(undecided(all, isDecided), { asks: [2], bears: [8] });
  spoken.add('2-8');
  assert.equal(undecided(all, isDecided), null);
});
