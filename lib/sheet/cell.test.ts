import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedBefore } from './cell';

const typed = (text: string) => typedBefore({ text, kind: 'text' } as never);

test('what Excel made a date of is told as it was typed; a door that is none stays a door', () => {
  for (const one of [
    '1月2日',
    '2024年1月2日',
    '2024-01-02',
    'Jan-02',
    'Jan 2',
    '2-Jan',
    '2 Jan',
    '1/2/2024',
    '01/02',
    '1/2/24',
  ])
    assert.equal(typed(one), '1-2', one);
  assert.deepEqual([typed('2024年1月'), typed('02/01'), typed('12/05')], ['2024-1', '2-1', '12-5']);
  for (const one of ['1-2', '101', '12/31', '2/1', '1201/02', '13/01', 'A-2', '2024年', '一月二'])
    assert.equal(typed(one), undefined, one);
});
