import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind } from '@/db/words/proposals';
import { offered } from './alike';

const library: { text: string; kind: Kind }[] = [
  {
    text: '上下两栋楼争一条路。坡上的楼要一条近路，坡下的楼怕人从窗前走、吵；土坡又陡又滑，老人摔过跤。',
    kind: 'path_green',
  },
  { text: '楼道里的电动车没处充电。居民把电动车推上楼拉线充电，怕着火，要建充电棚。', kind: 'lighting_charging' },
  { text: '顶层漏雨。屋顶防水坏了，一下雨顶楼就漏，要动用维修基金。', kind: 'repair_fund' },
];
const like = (text: string, kind: Kind | null) => offered({ text, kind }, library).map(({ at }) => at);

test('what looks like it is offered, with what both speak of; what has nothing in common is not', () => {
  assert.deepEqual(like('3号楼前面的斜坡太滑，下雨有人滑倒，想修台阶，可底下那栋楼嫌吵', 'path_green'), [0]);
  assert.deepEqual(like('电动车在楼道里充电太危险，建个充电棚', null)[0], 1);
  assert.deepEqual(like('顶楼漏雨，屋顶防水要修', 'repair_fund'), [2]);
  assert.deepEqual(like('想办一场春节联欢会', 'other'), []);
  const [first] = offered({ text: '土坡太陡，老人滑倒', kind: 'path_green' }, library);
  assert.equal(first?.sameKind, true);
  assert.ok(first?.themes.includes('坡'));
});

test('nothing is offered from an empty library, and of one kind alone is not enough', () => {
  assert.deepEqual(offered({ text: '土坡太陡', kind: 'path_green' }, []), []);
  assert.deepEqual(like('想在大门口种几棵月季', 'path_green'), []);
});
