import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageAfter } from '@/lib/cursor';

/** Rows as they are read: newest first, up to and with the cursor, two more than fit. */
const read = (highest: number, after: number | null) =>
  Array.from({ length: highest }, (_, at) => highest - at)
    .filter((no) => after === null || no <= after)
    .slice(0, 5);
const page = (highest: number, after: number | null) =>
  pageAfter(read(highest, after), after, { size: 3, key: (no) => no });

test('the pages of a list hold each row once, and each goes on from the last row of the one before', () => {
  for (let highest = 0; highest < 12; highest += 1) {
    const seen: number[] = [];
    for (let after: number | null = null; ; ) {
      const found = page(highest, after);
      assert.ok(found);
      seen.push(...found.page);
      if (found.next === null) break;
      after = found.next;
    }
    assert.deepEqual(
      seen,
      [...Array(highest).keys()].map((at) => highest - at),
    );
  }
});

test('there are no more pages than rows: beyond them, and after the last, is none', () => {
  const found = Array.from({ length: 1000 }, (_, after) => page(10, after)).filter(Boolean);
  assert.equal(found.length, 9);
  assert.equal(page(0, 1), undefined);
});
