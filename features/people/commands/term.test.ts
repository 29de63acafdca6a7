import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, makeCommunity, newPhone, sql } from '@/tests/fixture';
import { codeOf } from '@/tests/registers';
import { grantsPage } from '../queries/grants';
import { openTerm } from './term';

after(closeAll);

test('terms do not overlap, and access ends with the term', async () => {
  const here = await makeCommunity();
  here.at('2021-12-01');
  const secretary = await here.staff('party-secretary');
  const number = newPhone();
  const first = { phone: number, name: '治理书记', cohort: '第一批', post: '', from: '2021-12-20', to: '2022-10-31' };
  assert.ok((await openTerm(here.by(secretary), first)).ok);
  const second = { ...first, phone: newPhone(), from: '2022-10-31', to: '2023-06-30' };
  assert.equal(codeOf(await openTerm(here.by(secretary), second)), 'term_overlaps');
  assert.equal(codeOf(await openTerm(here.by(secretary), { ...second, from: '2023-07-01' })), 'term_backwards');
  const long = { ...second, from: '2023-01-01' };
  assert.equal(codeOf(await openTerm(here.by(secretary), { ...long, to: '2026-01-01' })), 'term_too_long');
  assert.ok((await openTerm(here.by(secretary), { ...long, to: '2025-12-31' })).ok, 'three years are not');
  const [holder] = await sql<{ id: number }>('select id from person where phone = $1', [number]);
  const call = here.by(holder?.id ?? 0);
  assert.equal(await grantsPage(call, undefined), undefined);
  here.at('2022-10-31T23:59');
  assert.ok(await grantsPage(call, undefined));
  here.at('2022-11-01T00:00');
  assert.equal(await grantsPage(call, undefined), undefined);
  here.at(undefined);
});
