import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLate } from './rules';

test('once three days are over a social worker is asked, too', () => {
  const asked = new Date('2026-03-02T09:00:00+08:00');
  assert.equal(isLate(asked, new Date('2026-03-05T09:00:00+08:00')), false);
  assert.equal(isLate(asked, new Date('2026-03-05T09:00:00.001+08:00')), true);
});
