import assert from 'node:assert/strict';
import { test } from 'node:test';
import known from '@/db/seed/complaints.json';
import { oppositesAmong, sidesOf } from './opposites';

const sides = (text: string) => sidesOf(text).map(({ matter, side }) => `${matter} ${side}`);

test('those above fall, those below cannot sleep: at one place they are a pair, with what each says', () => {
  const above = { text: '坡太滑，老人摔了好几次，请修台阶', place: '14号楼与15号楼之间' };
  const below = { text: '从我家窗前走的人太多，吵得睡不着，不同意修路', place: '14号楼与15号楼之间' };
  const [pair, ...more] = oppositesAmong([
    above,
    below,
    { ...below, place: '东门' },
    { text: '路灯不亮', place: '东门' },
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
