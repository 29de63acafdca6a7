import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNear, isSamePlace, spotOf } from './places';

test('where it is: the buildings a place names, and what else it is called', () => {
  assert.deepEqual(spotOf('14号楼与十五号楼之间的土坡', null), { buildings: ['14', '15'], named: '土坡' });
  assert.deepEqual(spotOf('14号楼3单元502', '14'), { buildings: ['14'], named: '' });
  assert.deepEqual(spotOf('珠光逸景小区东门附近', null, '珠光逸景'), { buildings: [], named: '东门' });
  assert.deepEqual(spotOf('珠光逸景', null, '珠光逸景'), { buildings: [], named: '' });
  assert.deepEqual(spotOf('', '7'), { buildings: ['7'], named: '' });
});

test('at one building or one name is the same place, at the next building is near; nowhere is near nothing', () => {
  const [slope, above, below, further] = ['14号楼和15号楼之间的土坡', '14号楼', '15号楼', '17号楼'].map((place) =>
    spotOf(place, null),
  );
  assert.ok(slope && above && below && further);
  assert.ok(isSamePlace(slope, above) && isSamePlace(slope, spotOf('那条土坡', null)));
  assert.ok(!isSamePlace(above, below) && isNear(above, below));
  assert.ok(!isNear(below, further) && !isNear(spotOf('东门', null), spotOf('西门', null)));
  const nowhere = spotOf('', null);
  assert.ok(!isNear(nowhere, nowhere) && !isNear(nowhere, above));
});

test('a place that was chosen from the list is that place, whatever was written beside it; two of them are two', () => {
  const pavilion = spotOf('小广场 · 亭子边上', null, '', 7);
  assert.ok(isSamePlace(pavilion, spotOf('中心花园', null, '', 7)), 'it has another name now');
  assert.ok(!isSamePlace(pavilion, spotOf('小广场 · 亭子边上', null, '', 8)));
  assert.ok(isSamePlace(pavilion, spotOf('小广场', null)), 'beside words alone, words decide');
  assert.ok(
    isSamePlace(spotOf('14号楼前', null, '', 7), spotOf('14号楼后', null, '', 8)),
    'one building is one building',
  );
});
