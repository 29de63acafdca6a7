import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDrawing } from './rules';

test('a drawing belongs to a draft and says what it shows', () => {
  const code = (plan: 'draft' | 'published', caption: string) => {
    const may = checkDrawing(plan, caption);
    return may.ok ? 'ok' : may.refusal.code;
  };
  assert.equal(code('draft', '路线'), 'ok');
  assert.equal(code('draft', ' '), 'caption_missing');
  assert.equal(code('published', '路线'), 'plan_published');
});
