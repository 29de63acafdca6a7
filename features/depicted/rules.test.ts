import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '@/lib/result';
import { checkAnswer, checkHeard } from './rules';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

test('a no is taken from anybody of the home; back to yes it goes by whoever said it', () => {
  const before = (answer: 'yes' | 'no' | null, answeredBy: number | null = null) => ({ answer, answeredBy });
  assert.equal(code(checkAnswer('yes', 1, before(null))), 'ok');
  assert.equal(code(checkAnswer('no', 2, before('yes', 1))), 'ok');
  assert.equal(code(checkAnswer('yes', 2, before('no', 1))), 'no_is_theirs');
  assert.equal(code(checkAnswer('yes', null, before('no', 1))), 'no_is_theirs');
  assert.equal(code(checkAnswer('yes', 1, before('no', 1))), 'ok');
  assert.equal(code(checkAnswer('yes', 2, before('no'))), 'ok', 'what was written down at the door they say otherwise');
  assert.equal(code(checkAnswer('no', 1, before('no', 1))), 'said_already');
});

test('a yes at the door is heard by somebody else, a no is taken as it is', () => {
  assert.equal(code(checkHeard('yes', '')), 'witness_missing');
  assert.equal(code(checkHeard('yes', '王阿姨')), 'ok');
  assert.equal(code(checkHeard('no', '')), 'ok');
});
