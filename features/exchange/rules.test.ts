import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildingIn, categoryOf, isFinished, isUnderway, kindOf, lackingOf, titleOf } from './rules';

test('a building is named alone or not at all', () => {
  assert.equal(buildingIn('14号楼3单元'), '14');
  assert.equal(buildingIn('十四号楼'), '14');
  assert.equal(buildingIn('二十栋'), '20');
  assert.equal(buildingIn('１５号楼东侧，15号楼门前'), '15');
  assert.equal(buildingIn('014号楼'), '14');
  for (const none of ['14号楼与15号楼之间', '东门', '', '14', '楼栋']) assert.equal(buildingIn(none), null, none);
});

test('a category of three levels however they are parted, or from three columns', () => {
  for (const path of ['甲->乙->丙', '甲 > 乙 > 丙', '甲→乙→丙', '甲/乙/丙', '甲-->乙-->丙'])
    assert.equal(categoryOf(path, []), '甲->乙->丙', path);
  assert.equal(categoryOf('', ['甲', '', '丙']), '甲->丙');
  assert.equal(categoryOf('甲', ['乙']), '甲');
});

test('without a title the first eighty characters of the content', () => {
  assert.equal(titleOf('标题', '内容'), '标题');
  assert.equal(titleOf('', '第一行\n第二行'), '第一行 第二行');
  assert.equal([...titleOf('', '𠮷'.repeat(81))].length, 80);
});

test('kinds by their words, and who is done with an order', () => {
  assert.deepEqual(['投诉', '咨询', '诉求', '', '表扬'].map(kindOf), ['complaint', 'inquiry', 'help', 'help', 'help']);
  assert.equal(isFinished({ closed: null, said: { state: '办理中' } }), false);
  assert.equal(isFinished({ closed: null, said: { state: '回复完成' } }), true);
  assert.equal(isFinished({ closed: '2024-01-01T00:00:00.000Z', said: {} }), true);
});

test('a sheet says that an order goes on, or says nothing of it', () => {
  for (const state of ['办理中', '处理中', '待签收', '已派单', '未办结', '退回重办'])
    assert.equal(isUnderway({ closed: null, said: { state } }), true, state);
  for (const state of ['', '已办结', '回复完成', '已评价', '已回访'])
    assert.equal(isUnderway({ closed: null, said: { state } }), false, state);
  assert.equal(isUnderway({ closed: '2024-01-01T00:00:00.000Z', said: { state: '办理中' } }), false);
});

test('what a sheet has no column for it says nothing of', () => {
  assert.deepEqual(lackingOf([]), []);
  assert.deepEqual(lackingOf(['type', 'title']), ['type', 'title', 'kind']);
  assert.deepEqual(lackingOf(['category', 'first', 'second']), [], 'a third level is a category');
  assert.deepEqual(lackingOf(['category', 'first', 'second', 'third', 'spot']), ['category', 'place']);
});
