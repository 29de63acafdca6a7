import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../', import.meta.url);
const rows = readFileSync(new URL('docs/security.md', root), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:\d+|[a-z])/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

test('each row says where an attempt is stopped and which test shows it, and that test is there', () => {
  assert.ok(rows.length > 50, `${rows.length}`);
  for (const [key = '', ...cells] of rows.filter(([key]) => key !== 'attempt')) {
    const shown = cells.at(-1) ?? '';
    const files = [...shown.matchAll(/`([\w./-]+\.(?:tsx?|mjs))`/g)].map(([, file = '']) => file);
    assert.ok(files.length > 0 || /`npm run|scripts/.test(shown), `${key} ${cells[0]}: no test`);
    for (const file of files) assert.ok(existsSync(new URL(file, root)), `${key} ${cells[0]}: ${file}`);
    for (const [, named = '', file = ''] of shown.matchAll(/\*(attack \d+)\* in `([^`]+)`/g))
      assert.ok(readFileSync(new URL(file, root), 'utf8').includes(named), `${named}: ${file}`);
  }
});
