import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logThings } from './log';

/** The lines that `work` says. */
function saidBy(work: () => void): string[] {
  const { write } = process.stdout;
  const lines: string[] = [];
  process.stdout.write = ((part: unknown) => {
    lines.push(String(part));
    return true;
  }) as typeof write;
  try {
    work();
  } finally {
    process.stdout.write = write;
  }
  return lines;
}

test('attack 13, the log: whatever is warned of or fails is one line of JSON, without what follows its first line', () => {
  const unknown = new Error(
    'Failed to find Server Action "40a". This request might be from an older deployment.\n13800130010',
  );
  const given: unknown[][] = [[unknown], ['a sentence\nand a name'], ['x', unknown], [{}], []];
  for (const level of ['warn', 'error'] as const)
    for (const things of given) {
      const lines = saidBy(() => logThings(level, things, 'id'));
      assert.equal(lines.length, 1);
      assert.match(lines[0] ?? '', /^[^\n]*\n$/);
      const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
      assert.equal(line.level, level);
      assert.doesNotMatch(lines[0] ?? '', /13800130010|and a name/);
    }
});
