import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATES } from '@/features/proposals/rules';
import type { Result } from '@/lib/result';
import { checkLinking, checkReason, checkUnlinking, checkWritten, homeFrom, UNLINKABLE } from './rules';

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

test('what an office writes at length names nobody and no door; counts of homes, days and crafts are neither', () => {
  const codes = (text: string) => code(checkWritten({ words: text }));
  for (const text of [
    '刘女士说的',
    '请王师傅来',
    '老李大爷家',
    '打13800000000',
    '打138 0000 0000',
    '110101199001011234',
  ])
    assert.equal(codes(text), 'names_a_person', text);
  for (const text of ['14号楼1单元301', '14-1-301', '301室漏水', '14号楼301户', '1402户不同意', '3门301', '14栋 501'])
    assert.equal(codes(text), 'names_a_door', text);
  for (const text of [
    '14号楼186户，走访了120户，24户修完了',
    '14号楼 2022-05-01',
    '14号楼2022年修的',
    '两位师傅，请师傅看',
    '3号门口的坡道',
    '8小时内答复，12345转来的',
  ])
    assert.equal(codes(text), null, text);
  const both = checkWritten({ title: '刘女士的事', sign: '301室不漏', words: '好了' });
  assert.deepEqual(both.ok ? {} : both.refusal.fieldErrors, { title: 'names_a_person', sign: 'names_a_door' });
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
