import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysAfter } from '@/lib/calendar';
import { newsUntil } from './rules';

const at = new Date('2022-03-01T00:00:00Z');

test('a letter is news for sixty days, or until what it asks for has closed', () => {
  assert.deepEqual(newsUntil(at), daysAfter(at, 60));
  assert.deepEqual(newsUntil(at, daysAfter(at, 7)), daysAfter(at, 7));
  assert.deepEqual(newsUntil(at, daysAfter(at, 90)), daysAfter(at, 60));
});
