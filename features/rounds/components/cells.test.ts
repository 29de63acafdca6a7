import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arcsOf, type Published } from '@/features/story/rules';
import { heardSaid } from './cells';

const group = (published: Published[] | null, reached: number) => ({
  key: '1',
  name: '14号楼',
  households: 96,
  arcs: arcsOf(published, 96, reached),
  published: published ?? [],
  agrees: null,
});

test('a fold says how many were heard: while a round is open, and from what was counted once it is closed', () => {
  assert.equal(heardSaid([group(null, 30)], 'zh'), '14号楼：96户中听到30户');
  assert.equal(heardSaid([group(null, 0)], 'zh'), '14号楼：96户中听到0户');
  const all = { kinds: ['supports', 'conditional', 'opposes', 'noView'], count: 90 };
  const unreached = { kinds: ['refused', 'notHome', 'notTried'], count: 6 };
  assert.equal(heardSaid([group([all, unreached], 0)], 'zh'), '14号楼：96户中听到90户');
  const apart = [
    { kinds: ['supports'], count: 80 },
    { kinds: ['conditional', 'opposes'], count: 9 },
    { kinds: ['noView'], count: 7 },
    { ...unreached, count: 0 },
  ];
  assert.equal(heardSaid([group(apart, 0), group(null, 2)], 'zh'), '14号楼：96户中听到96户；14号楼：96户中听到2户');
});
