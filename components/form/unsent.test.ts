import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnsent, whyUnsent } from './unsent';

test('what is told of a post without an answer is what is known: no network here, none there, a fault with its number', () => {
  assert.equal(whyUnsent(new TypeError('Failed to fetch'), false), 'offline');
  assert.equal(whyUnsent(new TypeError('Failed to fetch'), true), 'unanswered');
  assert.equal(whyUnsent(new Error('An unexpected response was received from the server.'), true), 'unanswered');
  assert.equal(whyUnsent(Object.assign(new Error(), { digest: '123' }), true), 'failed');
  assert.equal(whyUnsent(new Error('too_fast:34'), true), 'too_fast');
  assert.equal(whyUnsent(new Error('signed_out'), true), 'signed_out');
});

test('a refusal of the site is no such thing', () => {
  assert.ok(isUnsent('offline'));
  for (const code of ['invalid', 'other_person', undefined]) assert.ok(!isUnsent(code));
});
