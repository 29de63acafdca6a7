import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATES } from '@/features/proposals/rules';
import type { Result } from '@/lib/result';
import { checkLinking, checkReason, checkUnlinking, UNLINKABLE } from './rules';

const code = (outcome: Result<undefined>) => (outcome.ok ? null : outcome.refusal.code);

test('a case is put with whatever has not gone on with another, and taken out until the signature', () => {
  for (const state of STATES) {
    assert.equal(code(checkLinking(state)), state === 'merged' ? 'goes_on_elsewhere' : null);
    const open = UNLINKABLE.some((one) => one === state);
    const why = state === 'merged' ? 'goes_on_elsewhere' : 'counted_on';
    assert.equal(code(checkUnlinking(state)), open ? null : why);
  }
});

test('the reason on the board names nobody', () => {
  for (const reason of ['刘女士说错了', '打13800000000问过'])
    assert.equal(code(checkReason(reason)), 'reason_names_a_person');
});
