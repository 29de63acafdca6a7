import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDrawing, checkRemoval } from './rules';

test('a drawing belongs to a draft and says what it shows', () => {
  const code = (plan: 'draft' | 'published', caption: string) => {
    const may = checkDrawing(plan, caption);
    return may.ok ? 'ok' : may.refusal.code;
  };
  assert.equal(code('draft', '路线'), 'ok');
  assert.equal(code('draft', ' '), 'caption_missing');
  assert.equal(code('published', '路线'), 'plan_published');
});

test('a picture is taken away only before anybody has looked, and never a proof', () => {
  const code = (outcome: ReturnType<typeof checkRemoval>) => (outcome.ok ? 'ok' : outcome.refusal.code);
  assert.equal(code(checkRemoval({ subject: 'proposal', looked: false })), 'ok');
  assert.equal(code(checkRemoval({ subject: 'proposal', looked: true })), 'already_looked');
  assert.equal(code(checkRemoval({ subject: 'opinion', looked: false })), 'proof_stays');
  assert.equal(code(checkRemoval({ subject: 'opposition', looked: false })), 'proof_stays');
});
