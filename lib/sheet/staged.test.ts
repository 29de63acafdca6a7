import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Staged } from './staged';

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ row: at + 1, text: `第${at + 1}行` }));

test('a thousand rows at a time, none lost, in their order', () => {
  for (const count of [0, 1, 999, 1000, 1001, 2500]) {
    const given = rows(count);
    const staged = Staged.of(given);
    assert.equal(given.length, 0, 'they are kept once');
    const chunks = [...staged];
    assert.ok(chunks.every(({ length }) => length <= 1000));
    assert.deepEqual(chunks.flat(), rows(count));
    assert.deepEqual(JSON.parse(staged.bytes().toString('utf8')), rows(count));
    assert.equal(staged.count, count);
  }
});

test('its fingerprint stands for it: the same rows the same, another row another', () => {
  const said = (count: number) => JSON.stringify(Staged.of(rows(count)));
  assert.equal(said(1500), said(1500));
  assert.notEqual(said(1500), said(1501));
  assert.match(said(3), /^"[0-9a-f]{64}"$/);
});
