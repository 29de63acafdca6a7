import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { plainSheet, survey } from '@/db/seed/blank-sheets';
import { readBlankApart } from '@/lib/sheet/apart';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { putBlank } from './commands';
import { blankOfHash, blanksPage } from './queries/list';
import { blankPlaces, oneBlank } from './queries/one';

after(closeAll);

const sent = async (bytes: Buffer, name = '摸排表.xlsx') => ({
  name,
  file: bytes.toString('base64'),
  layout: done(await readBlankApart(bytes)),
});

test('a sheet is kept as it came, once, and stands in the record without its name', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  const bytes = survey();
  const { blank: no } = done(await putBlank(here.by(worker), await sent(bytes, '张三家.xlsx')));
  assert.equal(no, 1);
  const [kept] = await sql<{ file: Buffer; hash: Buffer }>('select file, hash from blank where community_id = $1', [
    here.communityId,
  ]);
  assert.ok(kept?.file.equals(bytes));
  assert.deepEqual(await blankOfHash(here.by(worker), { hash: kept?.hash.toString('hex') ?? '' }), { no: 1 });
  assert.equal(code(await putBlank(here.by(worker), await sent(bytes))), 'blank_known');
  const [leaf] = await here.leaves();
  assert.equal(leaf?.act, 'blank.put');
  assert.doesNotMatch(leaf?.content ?? '', /张三/);
  const page = await blanksPage(here.by(worker), { after: null });
  assert.deepEqual(
    page?.blanks.map(({ name, columns, filled }) => [name, columns, filled]),
    [['张三家.xlsx', 8, 0]],
  );
});

test('who may put one in, and how many in a day', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 1 }] });
  const sheet = await sent(survey());
  for (const role of ['property', 'district', 'auditor'] as const) {
    const person = await here.staff(role);
    assert.equal(code(await putBlank(here.by(person), sheet)), 'not_allowed');
    assert.equal(await blanksPage(here.by(person), { after: null }), undefined);
    assert.equal(await oneBlank(here.by(person), { no: 1, of: 'homes' }), undefined);
    assert.equal(await blankPlaces(here.by(person), {}), undefined);
  }
  assert.equal(code(await putBlank(here.by(await here.resident(here.household('14', 0))), sheet)), 'not_allowed');
  for (const role of ['hotline', 'party-secretary', 'governance-secretary'] as const)
    done(await putBlank(here.by(await here.staff(role)), await sent(plainSheet([role, '姓名', '电话']))));
  const worker = await here.staff('social-worker');
  await sql(
    `insert into blank (community_id, no, name, hash, file, layout, put_by)
     select $1, 100 + n, '试', decode(lpad(n::text, 4, '0'), 'hex'), '\\x01', '{"columns": []}', $2 from generate_series(1, 29) n`,
    [here.communityId, worker],
  );
  done(await putBlank(here.by(worker), sheet));
  assert.equal(code(await putBlank(here.by(worker), await sent(plainSheet(['甲', '乙'])))), 'blanks_enough');
});

test('rows are chosen by building and by entrance', async () => {
  const here = await makeCommunity();
  const places = await blankPlaces(here.by(await here.staff('social-worker')), {});
  assert.deepEqual(
    places?.map(({ name, entrances }) => [name, entrances.map(({ id, no }) => [id, no])]),
    ['14', '15'].map((name) => [name, [1, 2].map((no) => [here.entrance(name, no), no])]),
  );
});

test('what is no sheet is refused by the process that reads it', async () => {
  assert.equal(code(await readBlankApart(Buffer.from('序号,姓名'))), 'not_a_sheet');
  assert.equal(code(await readBlankApart(Buffer.alloc(2 * 1024 * 1024 + 1))), 'too_large');
  const formula = survey((sheet) => sheet.replace('COUNTA(E4:E6)', 'WEBSERVICE(E4)'));
  assert.equal(code(await readBlankApart(formula)), 'formula');
});
