import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATES } from '@/features/proposals/rules';
import type { Result } from '@/lib/result';
import { checkLinking, checkReason, checkUnlinking, homeFrom, UNLINKABLE } from './rules';

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

test('a home as somebody says it, from the door up', () => {
  for (const said of ['1-301', '1单元301', '１单元３０１室', '1 301', '1门301户', '1—301号'])
    assert.deepEqual(homeFrom(said), { door: '301', entrance: 1 }, said);
  for (const said of ['14-1-301', '14号楼1单元301', '14楼1单元301室', '14栋1-301'])
    assert.deepEqual(homeFrom(said), { door: '301', entrance: 1, building: '14' }, said);
  for (const said of ['\u200b1-301', '1−301', '1/301', '1‑301\u3000', '1单元，301室'])
    assert.deepEqual(homeFrom(said), { door: '301', entrance: 1 }, said);
  assert.deepEqual(homeFrom('301室'), { door: '301' });
  for (const none of ['', ' ', '室', '1-2-3-4', '东边-301']) assert.equal(homeFrom(none), null, none);
});
