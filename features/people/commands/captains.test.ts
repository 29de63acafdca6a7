import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inWords } from '@/lib/in-words';
import { keepSheet } from '@/lib/sheet/kept';
import { closeAll, makeCommunity, newPhone, sql, type TestCommunity } from '@/tests/fixture';
import { captainsOf, codeOf, rowsIn } from '@/tests/registers';
import { linesOf } from '@/tests/sheets';
import { messages } from '../messages';
import { captainsPlan } from '../queries/captains';
import { captains } from '../sheet';
import { importCaptains } from './captains';

after(closeAll);

test('captains come from a sheet: all of them or none, and again changes nothing', async () => {
  const here = await makeCommunity();
  const [one, two] = [newPhone(), newPhone()];
  const all = captainsOf(['14号楼', '1', '孙建华', one], ['14', '二单元', '孙建华', one], ['15', '1', '周玉梅', two]);
  const bring = (rows: typeof all) => importCaptains(here.byImport(), rows);
  assert.equal(codeOf(await importCaptains(here.by(await here.staff('social-worker')), all)), 'not_allowed');
  for (const [code, row] of [
    ['row_no_entrance', ['16', '1', '周玉梅', two]],
    ['row_no_entrance', ['15', '9', '周玉梅', two]],
    ['row_two_names', ['15', '2', '周玉海', two]],
  ] as const)
    assert.equal(codeOf(await bring(captainsOf(['15', '1', '周玉梅', two], [...row]))), code);
  assert.equal(await rowsIn(here, 'grants'), 1, 'of none');
  const done = await bring(all);
  assert.deepEqual(done.ok && done.value, { rows: 3, captains: 2, given: 3 });
  const again = await bring(all);
  assert.deepEqual(again.ok && again.value, { rows: 3, captains: 2, given: 0 });
  const other = await bring(captainsOf(['15', '2', '周海', two]));
  assert.equal(codeOf(other), 'row_name_other', 'a number is not given to a second name');
  const problems = captains
    .read(
      linesOf([
        ['楼栋', '单元', '姓名', '电话'],
        ['14', '', '', '12'],
        ['', '1', '甲', one],
        ['14', '1', '乙', one],
        ['14', '1', '乙', one],
      ]),
    )
    .problems.map(({ row, code }) => [row, code]);
  assert.deepEqual(problems, [
    [2, 'entrance'],
    [2, 'name'],
    [2, 'phone'],
    [3, 'building'],
    [5, 'twice'],
  ]);
});

test('what cannot be read and what does not fit are said together, of the same row as well', async () => {
  const here = await makeCommunity();
  const secretary = await here.staff('party-secretary');
  const { rows, problems } = captains.read(
    linesOf([
      ['楼栋', '单元', '楼门长', '电话'],
      ['16', '1', '周玉梅', '12'],
      ['14', '9', '', newPhone()],
      ['15', '9', '孙建华', newPhone()],
      ['14', '1', '李四', '123'],
    ]),
  );
  assert.deepEqual(
    problems.map(({ row, code }) => [row, code]),
    [
      [2, 'phone'],
      [3, 'name'],
      [5, 'phone'],
    ],
  );
  const kept = { personId: secretary, community: here.slug, sheet: 'captains', hash: 'a'.repeat(64) };
  const columns = { known: {}, others: [], heading: '' };
  const read = { rows: Buffer.from(JSON.stringify(rows)), count: 0, problems, total: problems.length, totals: [] };
  await keepSheet({ ...kept, ...read, columns, file: 'x.xlsx' });
  const plan = await captainsPlan(here.by(secretary), { hash: kept.hash });
  assert.deepEqual(
    plan?.faults.map(({ code, details }) => [details.row, code]),
    [
      [2, 'row_no_entrance'],
      [3, 'row_no_entrance'],
      [4, 'row_no_entrance'],
    ],
  );
});

/** What the desk shows of a sheet somebody has sent in, and what comes of pressing the button. */
async function triedBy(here: TestCommunity, person: number, ...rows: string[][]) {
  const sheet = captainsOf(...rows);
  const kept = { personId: person, community: here.slug, sheet: 'captains', hash: sheet.hash };
  const read = {
    count: rows.length,
    problems: [],
    total: 0,
    totals: [],
    columns: { known: {}, others: [], heading: '' },
  };
  await keepSheet({ ...kept, ...read, file: 'x.xlsx', rows: Buffer.from(JSON.stringify(sheet.rows)) });
  const plan = await captainsPlan(here.by(person), { hash: sheet.hash });
  return { plan, bring: (more = {}) => importCaptains(here.by(person), { ...sheet, ...more }) };
}

test('the secretary is shown everything that is wrong with a sheet at once, and gives nothing until it is mended', async () => {
  const here = await makeCommunity();
  const secretary = await here.staff('party-secretary');
  const [known, other] = [newPhone(), newPhone()];
  await sql('insert into person (name, phone) values ($1, $2)', ['周玉梅', known]);
  const staff = async (role: 'property' | 'auditor' | 'party-secretary', person?: number) =>
    (
      await sql<{ phone: string; name: string }>('select phone, name from person where id = $1', [
        person ?? (await here.staff(role)),
      ])
    )[0] ?? { phone: '', name: '' };
  const auditor = await staff('auditor');
  const me = await staff('party-secretary', secretary);
  const before = await rowsIn(here, 'grants');
  const { plan, bring } = await triedBy(
    here,
    secretary,
    ['14', '1', '孙建华', other],
    ['16', '1', '孙建华', other],
    ['14', '2', '孙建国', other],
    ['15', '1', '周海', known],
    ['15', '1', auditor.name, auditor.phone],
    ['15', '2', me.name, me.phone],
  );
  assert.deepEqual(
    plan?.faults.map(({ code, details }) => [details.row, code]),
    [
      [3, 'row_no_entrance'],
      [4, 'row_two_names'],
      [5, 'row_name_other'],
      [6, 'row_grant'],
      [7, 'row_own'],
    ],
  );
  assert.equal(codeOf(await bring()), 'row_no_entrance');
  assert.equal(await rowsIn(here, 'grants'), before);
  for (const fault of plan?.faults ?? [])
    for (const locale of ['zh', 'en'] as const)
      assert.match(inWords(fault, locale, messages).message, locale === 'zh' ? /^第 \d 行/ : /^Row \d/);
  assert.equal(await captainsPlan(here.by(await here.staff('social-worker')), { hash: 'f'.repeat(64) }), undefined);
});

test('names that look alike are asked about, two of one sheet as well; what is held is no news', async () => {
  const here = await makeCommunity();
  const secretary = await here.staff('party-secretary');
  const [one, two, three] = [newPhone(), newPhone(), newPhone()];
  const first = await triedBy(here, secretary, ['14', '1', '孙建华', one]);
  assert.deepEqual([first.plan?.alike, first.plan?.faults], [[], []]);
  assert.ok((await first.bring()).ok);
  const next = await triedBy(
    here,
    secretary,
    ['14', '1', '孙建华', one],
    ['14', '2', '孙建华', one],
    ['15', '1', '孙建华', two],
    ['15', '2', '王士', three],
    ['15', '1', '王土', newPhone()],
  );
  assert.deepEqual(
    next.plan?.alike.map(({ row, name, other }) => [row, name, other]),
    [
      [4, '孙建华', '孙建华'],
      [6, '王土', '王士'],
    ],
  );
  assert.deepEqual([next.plan?.same, next.plan?.given.map(({ entrances }) => entrances.length)], [1, [1, 1, 1, 1]]);
  assert.equal(codeOf(await next.bring()), 'row_name_alike');
  const done = await next.bring({ alike: 'on' });
  assert.deepEqual(done.ok && done.value, { rows: 5, captains: 4, given: 4 });
  const [given] = await sql<{ n: number }>(
    `select count(*)::int as n from grants where community_id = $1 and role = 'captain' and given_by = $2`,
    [here.communityId, secretary],
  );
  assert.equal(given?.n, 5, 'whoever gave them is kept');
});
