import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spotOf } from '@/features/likeness/rules/places';
import { findingsOf } from './findings';

const told = (text: string, day: number) => ({
  text,
  at: new Date(`2022-03-0${day}T09:00:00+08:00`),
  spot: spotOf('14号楼', null),
});

test('what is a matter, what comes back and what has another side; one side is no repeat of the other', () => {
  const { topics, repeats, sided } = findingsOf([
    told('没有路灯，漆黑一片', 1),
    told('路灯太亮，照得睡不着', 2),
    told('没有路灯，摸黑走路', 3),
    told('垃圾没人清', 4),
  ]);
  assert.deepEqual(
    topics.map(({ members }) => members),
    [[0, 1, 2]],
  );
  assert.deepEqual([...repeats], [[2, [0]]]);
  assert.deepEqual(sided, [0, 1, 2]);
});
