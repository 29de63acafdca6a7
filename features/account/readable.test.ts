import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgDialect } from 'drizzle-orm/pg-core';
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
