import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPicture } from './acts';
import { checkCaption, checkRemoval } from './rules';

test('a drawing belongs to a draft and says what it shows', () => {
  assert.equal(checkCaption('路线').ok, true);
  assert.equal(checkCaption(' ').ok, false);
  const drawing = { subject: 'plan' as const, persons: [], households: [], entrances: [], have: 0 };
  const code = (plan: 'draft' | 'published', have: number) =>
    addPicture.why({ ...drawing, plan, have }, new Date(0))?.code ?? null;
  assert.equal(code('draft', 7), null);
  assert.equal(code('draft', 8), 'pictures_full');
  assert.equal(code('published', 0), 'plan_published');
});

test('a picture is taken away only before anybody has looked, and never a proof', () => {
  const code = (outcome: ReturnType<typeof checkRemoval>) => (outcome.ok ? 'ok' : outcome.refusal.code);
  assert.equal(code(checkRemoval({ subject: 'proposal', looked: false })), 'ok');
  assert.equal(code(checkRemoval({ subject: 'proposal', looked: true })), 'already_looked');
  assert.equal(code(checkRemoval({ subject: 'opinion', looked: false })), 'proof_stays');
  assert.equal(code(checkRemoval({ subject: 'opposition', looked: false })), 'proof_stays');
  assert.equal(code(checkRemoval({ subject: 'alternative_word', looked: false })), 'proof_stays');
});
