import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SentForm, takesUp } from './sent-form';

const sent: SentForm = { mark: 'a', shape: 'words', at: 1000, done: false, values: { words: '好' } };
const now = { mark: 'a', shape: 'words', at: 2000 };

test('words that may not have arrived stand in the form again, wherever it is opened in this tab', () => {
  assert.equal(takesUp(sent, now), true);
  assert.equal(takesUp(undefined, now), false);
});

test('words that were taken stand there only after going back to where they were sent from', () => {
  const done = { ...sent, done: true };
  assert.equal(takesUp(done, now), false);
  assert.equal(takesUp(done, { ...now, entry: 1000, since: 1500 }), true);
  assert.equal(takesUp(done, { ...now, entry: 1000, since: 500 }), false, 'still on the page it was sent from');
  assert.equal(takesUp(done, { ...now, entry: 999, since: 1500 }), false);
});

test('nobody else, no other form and no other day takes them up', () => {
  assert.equal(takesUp(sent, { ...now, mark: 'b' }), false);
  assert.equal(takesUp(sent, { ...now, shape: 'words,stance' }), false);
  assert.equal(takesUp(sent, { ...now, at: 1001 + 86_400_000 }), false);
});
