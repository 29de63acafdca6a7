import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWritten, hung } from './hung';
import { optionalLine } from './input';
import type { Result } from './result';

const code = (outcome: Result<undefined>) => (outcome.ok ? null : outcome.refusal.code);

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

test('a field of a form says it itself; where nothing is written there is nothing to say', () => {
  const field = hung(optionalLine(20));
  const said = (text: string | undefined) => field.safeParse(text).error?.issues.map(({ message }) => message) ?? [];
  assert.deepEqual(said('14号楼的两位师傅'), []);
  assert.deepEqual([said(''), said(undefined)], [[], []]);
  assert.deepEqual(said('刘女士说的'), ['names_a_person']);
  assert.deepEqual(said('14号楼301室'), ['names_a_door']);
});
