import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repairedIn } from './units';

test('the day something was repaired stands in words, with what was done after it where anything was written', () => {
  assert.equal(repairedIn('2022-03-01 换了 两片瓦', 'zh'), '2022年3月1日 换了 两片瓦');
  assert.equal(repairedIn('2022-03-01', 'zh'), '2022年3月1日');
});
