import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgDialect, PgTable } from 'drizzle-orm/pg-core';
import { rooms } from '@/features/rooms';
import type { Json } from '@/lib/ledger';
import { readable } from './components/readable';
import { messages } from './messages';

test('every part and every field of what is taken away has its words, in both languages', () => {
  const dialect = new PgDialect();
  for (const { taken } of Object.values(messages)) {
    for (const { personal } of rooms)
      for (const [name, { rows }] of Object.entries(personal?.exported ?? {})) {
        assert.ok(taken.parts[name], name);
        const text = dialect.sqlToQuery(rows(1)).sql;
        const view = /json_build_object\(([\s\S]*?)\) as view/.exec(text)?.[1] ?? '';
        const fields = [...view.matchAll(/'(\w+)',/g)].map(([, field]) => field ?? '');
        for (const field of fields) assert.ok(taken.fields[field], `${name}.${field}`);
      }
  }
});

/** The lists of words the columns of each table know. */
async function closedLists(): Promise<Map<string, readonly string[]>> {
  const folder = fileURLToPath(new URL('../../db/schema', import.meta.url));
  const lists = new Map<string, readonly string[]>();
  for (const file of readdirSync(folder)) {
    const module: Record<string, unknown> = await import(path.join(folder, file));
    for (const table of Object.values(module))
      if (is(table, PgTable))
        for (const { name, enumValues } of Object.values(getTableColumns(table)))
          if (enumValues) lists.set(`${getTableName(table)}.${name}`, enumValues);
  }
  return lists;
}

test('every word of a closed list that is taken away is read in words, in both languages', async () => {
  const lists = await closedLists();
  const dialect = new PgDialect();
  const seen: string[] = [];
  for (const { personal } of rooms)
    for (const [part, { rows }] of Object.entries(personal?.exported ?? {})) {
      const text = dialect.sqlToQuery(rows(1)).sql;
      const tables = new Map(
        [...text.matchAll(/(?:from|join) (\w+) (\w+)/g)].map(([, table, alias]) => [alias, table]),
      );
      for (const [, field = '', alias, column] of text.matchAll(/'(\w+)',\s*(\w+)\.(\w+)/g))
        for (const word of lists.get(`${tables.get(alias)}.${column}`) ?? []) {
          seen.push(`${part}.${field}`);
          const said = (locale: 'zh' | 'en') =>
            readable({ exportedAt: null, [part]: [{ [field]: word }] }, locale).split(/\n|：|: /);
          assert.ok(word === '12345' || !said('zh').includes(word), `${part}.${field}: ${word}`);
          assert.ok(!word.includes('_') || !said('en').includes(word), `${part}.${field}: ${word}`);
        }
    }
  for (const known of ['turnsOnDuty.part', 'needSteps.into', 'opinions.stance', 'letters.state'])
    assert.ok(seen.includes(known), known);
});

test('a letter is taken away as its sentence, and a community by its name', () => {
  const letters = [
    { community: 'zhuguang', kind: 'join_confirmed', about: { join: 3 }, detail: {}, at: '2026-01-05T01:00:00Z' },
  ];
  const text = readable({ exportedAt: null, letters }, 'zh', [
    { slug: 'zhuguang', nameZh: '朱光社区', nameEn: 'Zhuguang' },
  ]);
  assert.match(text, /社区：朱光社区\n/);
  assert.match(text, /您住在这儿，已经有人确认了/);
  assert.doesNotMatch(text, /join_confirmed|zhuguang/);
});

test('what is taken away is read as text: words for closed words, moments as people write them, nothing left out', () => {
  const found: Record<string, Json> = {
    exportedAt: '2026-01-05T01:00:00.000Z',
    person: { name: '刘女士', phone: null, since: '2026-01-01T01:00:00.000Z' },
    opinions: [
      { community: 'demo', stance: 'support_if', condition: '装扶手', own: true },
      { community: 'demo', stance: 'oppose', ground: 'noise', own: false },
    ],
    letters: [],
    unheardOf: [{ strange: 3 }],
  };
  const text = readable(found, 'zh');
  assert.ok(text.includes('姓名：刘女士') && !text.includes('电话'));
  for (const said of [
    '有条件同意',
    '条件：装扶手',
    '自己说的：是',
    '自己说的：否',
    'strange：3',
    '2026年1月5日',
    '来信\n\n没有',
  ])
    assert.ok(text.includes(said), `${said}\n${text}`);
  assert.ok(readable(found, 'en').includes('Own word: yes'));
});
