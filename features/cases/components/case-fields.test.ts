import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messages } from '@/features/cases/messages';
import { caseFields } from './case-fields';

test('a place chosen or written is needed: neither field says that it may be left empty, whoever fills them in', () => {
  for (const locale of ['zh', 'en'] as const)
    for (const where of ['own', 'desk', 'door'] as const) {
      const when = Object.fromEntries(
        caseFields(locale, { spots: [], categories: [] }, where).map((field) => [field.name, field.when]),
      );
      const { atWhen, placeWhen } = messages[locale].record;
      assert.deepEqual([when.at, when.place, when.happenedOn], [atWhen, placeWhen, undefined]);
    }
});
