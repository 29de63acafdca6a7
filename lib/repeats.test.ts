import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenIn } from './repeats';

const values = { words: '太陡', stance: 'for', submission: 'a' };

test('the same words on the same page are the same, whatever their order and number', () => {
  const first = writtenIn(1, '/act/demo/proposals/1/comment', values);
  const again = { submission: 'b', stance: 'for', words: '太陡' };
  assert.equal(writtenIn(1, '/act/demo/proposals/1/comment', again), first);
  for (const other of [
    writtenIn(2, '/act/demo/proposals/1/comment', values),
    writtenIn(1, '/act/demo/proposals/2/comment', values),
    writtenIn(1, '/act/demo/proposals/1/comment', { ...values, words: '太陡。' }),
  ])
    assert.notEqual(other, first);
});
