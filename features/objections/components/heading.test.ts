import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headingsOf } from './heading';

const of = (community: string, objection = 1) => ({
  community,
  place: { zh: `${community}社区`, en: `Community ${community}` },
  title: '坡道',
  objection,
});

test('the first objection of one community and that of another are told apart; those of one need no name', () => {
  const [here, there] = [of('甲'), of('乙')];
  const both = [here, there].map(headingsOf([here, there], 'zh'));
  assert.deepEqual(both, ['甲社区 · 坡道 · 第1号异议', '乙社区 · 坡道 · 第1号异议']);
  assert.deepEqual([here, of('甲', 2)].map(headingsOf([here, of('甲', 2)], 'zh')), [
    '坡道 · 第1号异议',
    '坡道 · 第2号异议',
  ]);
  assert.match(headingsOf([here, there], 'en')(there), /^Community 乙 · /);
});
