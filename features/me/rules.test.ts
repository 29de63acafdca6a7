import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorFrom, cursorText } from './rules';

test('a cursor says after which letter the next page begins, and whether that one was read', () => {
  assert.equal(cursorText({ read: true, id: 7 }), 'r7');
  assert.deepEqual(cursorFrom('u42'), { read: false, id: 42 });
  for (const no of ['', 'r0', 'x1', 'u01', 'u1234567890']) assert.equal(cursorFrom(no), undefined, no);
});
