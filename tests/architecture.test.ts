import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { violations } from '../scripts/check.mjs';

const script = fileURLToPath(new URL('../scripts/check.mjs', import.meta.url));
const check = (root?: string) => spawnSync(process.execPath, [script, ...(root ? [root] : [])], { encoding: 'utf8' });

/** What the check finds in a tree made of these files: by itself, or as it is called by a name on the command line. */
function over(files: Record<string, string>, by?: typeof check): { status: number | null; stderr: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'tongxin-check-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    if (by) return by(root);
    const found = violations(root);
    return { status: found.length === 0 ? 0 : 1, stderr: found.join('\n') };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('this checkout keeps the rules of the house', () => {
  const { status, stderr } = check();
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('a tidy tree passes', () => {
  const { status, stderr } = over({
    'features/a/rules.ts':
      "import { ok } from '@/lib/result';\n// new Date() in a comment is no clock\nexport const x = ok(new Date(0));\n",
    'features/a/moves.ts': "import type { Database } from '@/lib/gate';\nexport const row = (db: Database) => db;\n",
    'features/b/commands.ts':
      "import { row } from '@/features/a/moves';\nimport { x } from '@/features/a/rules';\nimport { command } from '@/lib/gate';\n",
    'features/b/messages.ts': "const zh = { hello: '您好' };\n",
    'lib/gate.ts': "import { db } from '@/db/client';\n",
    'app/[locale]/(board)/[community]/page.tsx': "import { Card } from '@/features/a/components/card';\n",
    'features/a/components/card.tsx': 'export const Card = () => null;\n',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

const planted: [string, string, string, Record<string, string>?][] = [
  ['an unknown file in a feature', 'features/a/stuff.ts', ''],
  ['a file too long to be read at a sitting', 'features/a/queries.ts', '//\n'.repeat(301)],
  ['a clock in rules', 'features/a/rules.ts', 'export const now = () => new Date();\n'],
  ['another clock in rules', 'features/a/rules.ts', 'export const now = () => Date.now();\n'],
  ['chance in rules', 'features/a/rules.ts', 'export const x = Math.random();\n'],
  ['the environment in rules', 'features/a/rules.ts', 'export const x = process.env.X;\n'],
  ['files in rules', 'features/a/rules.ts', "import fs from 'node:fs';\n"],
  ['the gate in a policy', 'features/a/policy.ts', "import { query } from '@/lib/query';\n"],
  ['words that know a table', 'db/words/a.ts', "import { a } from '@/db/schema/a';\n"],
  ['lib that knows a feature', 'lib/gate.ts', "import { x } from '@/features/a/rules';\n"],
  [
    'a component that knows a feature',
    'components/page/frame.tsx',
    "import type { X } from '../../features/a/rules';\n",
  ],
  ['a feature that knows a page', 'features/a/queries.ts', "import { x } from '@/app/api/health/route';\n"],
  ['the database in a feature', 'features/a/queries.ts', "import { db } from '@/db/client';\n"],
  ['the database in a page', 'app/[locale]/page.tsx', "const { db } = await import('@/db/client');\n"],
  ["another feature's commands", 'features/a/jobs.ts', "import { open } from '@/features/b/commands';\n"],
  ["another feature's actions", 'features/a/components/x.tsx', "import { open } from '@/features/b/actions';\n"],
  [
    'a cycle',
    'features',
    "import '@/features/b/rules';\n",
    { 'features/b/rules.ts': "import '@/features/a/rules';\n" },
  ],
  ['a room that pulls in the gate', 'features/a/room.ts', "import { query } from '@/lib/query';\n"],
  ["another feature's room", 'features/a/queries.ts', "import { room } from '@/features/b/room';\n"],
  ['a list of rooms that reaches further', 'features/rooms.ts', "import { x } from './a/queries';\n"],
  [
    'a room that reads the list it stands in',
    'features',
    "import { rooms } from '@/features/rooms';\n",
    { 'features/rooms.ts': "import { room } from './a/room';\n", 'features/a/room.ts': 'export const room = {};\n' },
  ],
  [
    'a cycle in lib',
    'lib',
    '',
    { 'lib/gate.ts': "import './board';\n", 'lib/board.ts': "import { gate } from './gate';\n" },
  ],
  ['a database that knows what stands above it', 'db/records.ts', "import { verifyLeaves } from '@/lib/ledger';\n"],
  ['a command that reads through queries', 'features/a/commands.ts', "import { standing } from './queries';\n"],
  ['a move that makes a query', 'features/a/moves.ts', "import { query } from '@/lib/query';\n"],
  ["another feature's queries in a move", 'features/a/moves.ts', "import { open } from '@/features/b/queries';\n"],
  ['a session on the board', 'app/[locale]/(board)/[community]/page.tsx', "import { cookies } from 'next/headers';\n"],
  [
    'an action below the board',
    'app/[locale]/(board)/[community]/page.tsx',
    "import { Form } from '@/features/a/components/form';\n",
    { 'features/a/components/form.tsx': "import { send } from '../actions';\n" },
  ],
  ['a drawer for everything', 'lib/utils.ts', ''],
  ['a barrel', 'components/form/index.ts', ''],
  ['raw HTML', 'components/page/x.tsx', '<p dangerouslySetInnerHTML={x} />\n'],
  ['an inline style', 'components/page/x.tsx', '<p style={{ color: x }} />\n'],
  ['an empty 404', 'app/[locale]/me/page.tsx', 'notFound();\n'],
  ['a form that reads numbers its own way', 'features/a/input.ts', 'export const n = z.coerce.number();\n'],
  ['a number read by its beginning', 'cli/a.ts', 'export const n = parseInt(given, 10);\n'],
  ['a form that reads text its own way', 'features/a/input.ts', 'export const t = z.string().max(40);\n'],
  ['a sheet that reads numbers its own way', 'features/a/sheet.ts', 'export const n = Number(cell.text);\n'],
  ['words that turn the page around them', 'features/a/components/x.tsx', 'const x = <p>{one.words}</p>;\n'],
  ['a path of one machine', 'docs/notes.md', `see ${['', 'home', 'someone', 'x'].join('/')}\n`],
  ['fields in a wrapping', 'features/a/rules.ts', 'export const x = { ...{ a: 1, b: 2 } };\n'],
  ['an effect that answers', 'components/page/x.tsx', 'useEffect(() => one.scrollIntoView(), []);\n'],
  [
    'a hook where pages are made',
    'components/form/a.tsx',
    "import { useState } from 'react';\n\nexport const a = useState;\n",
  ],
  ['a look before the page is there', 'e2e/a.spec.ts', 'await link.click();\nawait look(page);\n'],
  ['an address before the page is there', 'e2e/a.spec.ts', 'await link.click();\nconst home = page.url();\n'],
  ['an empty message', 'features/a/messages.ts', "const zh = { hello: '' };\n"],
];

for (const [what, file, text, others] of planted) {
  test(`catches ${what}`, () => {
    const { status, stderr } = over({
      [file === 'features' ? 'features/a/rules.ts' : file === 'lib' ? 'lib/x.ts' : file]: text,
      ...others,
    });
    assert.equal(status, 1);
    assert.ok(stderr.includes(`${file}: `), stderr || 'it said nothing');
  });
}

test('whoever calls the check is told where, and that it failed', () => {
  const { status, stderr } = over({ 'lib/utils.ts': '' }, check);
  assert.equal(status, 1);
  assert.match(stderr, /^lib\/utils\.ts: /);
});

test('a column with a list of words is checked against the same list by the database', async () => {
  const folder = fileURLToPath(new URL('../db/schema', import.meta.url));
  const seen: string[] = [];
  for (const file of readdirSync(folder)) {
    const module: Record<string, unknown> = await import(path.join(folder, file));
    for (const table of Object.values(module)) {
      if (!is(table, PgTable)) continue;
      const { name, columns, checks } = getTableConfig(table);
      const known = new Set(checks.map((check) => check.name));
      for (const column of columns) {
        if (!column.enumValues) continue;
        seen.push(`${name}.${column.name}`);
        assert.ok(known.has(`${name}_${column.name}_known`), `${name}.${column.name} has no known()`);
      }
    }
  }
  assert.ok(seen.length > 30, seen.join());
});
