import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { plainSheet, survey } from '@/db/seed/blank-sheets';
import { putBlank } from '@/features/blanks/commands';
import { oneBlank } from '@/features/blanks/queries/one';
import { recordCase } from '@/features/cases/commands';
import { myCase } from '@/features/orders/queries/mine';
import { answerNeed, giveNeed, noteNeed } from '@/features/visits/commands/need';
import { recordVisit } from '@/features/visits/commands/visit';
import { readBlankApart } from '@/lib/sheet/apart';
import { makeBuilding } from '@/tests/building';
import { code, done } from '@/tests/consultation';
import { at, closeAll, makeCommunity, sql, type TestCommunity } from '@/tests/fixture';
import { approveExport } from '../commands';
import { fillable, filledBlank } from '../queries/blank';
import { myHomesTaken } from '../queries/homes';
import { oneExport } from '../queries/page';
import { fillBlank } from './blank';

after(closeAll);

const put = async (here: Pick<TestCommunity, 'by'>, person: number, bytes: Buffer) =>
  done(
    await putBlank(here.by(person), {
      name: '表.xlsx',
      file: bytes.toString('base64'),
      layout: done(await readBlankApart(bytes)),
    }),
  ).blank;

type Call = Parameters<typeof filledBlank>[0];
const bytesOf = async (call: Call, no: number) => {
  const filled = await filledBlank(call, no);
  return filled && Buffer.from(await new Response(done(filled).stream).arrayBuffer());
};
const rowsOf = async (call: Call, no: number) => {
  const bytes = await bytesOf(call, no);
  assert.ok(bytes);
  return (await readXlsx(bytes)).sheets.map(({ rows }) => rows);
};

const homes = { of: 'homes', asked: '', purpose: '街道摸底' };
const owners = { column1: 'number', column2: 'building', column3: 'entrance', column4: 'door', column5: 'owners' };

test('homes are filled in from the register; beyond fifty with who owns them somebody else agrees, and each home is told', async () => {
  const here = await makeCommunity();
  const [worker, other] = [await here.staff('social-worker'), await here.staff('social-worker')];
  const home = here.household('14', 0);
  const resident = await here.resident(home);
  const blank = await put(here, worker, survey());
  const [of] = await sql<{ id: number }>('select building_id as id from household where id = $1', [home]);
  const ask = { ...homes, blank, ...owners };
  const few = done(await fillBlank(here.by(worker), { ...ask, asked: `building=${of?.id}` }));
  assert.deepEqual(few, { export: 1, waits: false });
  const [sheet, note] = await rowsOf(here.by(worker), few.export);
  assert.deepEqual(sheet?.[3]?.slice(0, 5), [1, '14', 1, '101', '业主14-1-101']);
  assert.equal(sheet?.[27]?.[0], '合计');
  assert.match(JSON.stringify(note), /街道摸底.*养犬情况/);
  assert.deepEqual(
    (await myHomesTaken(resident, undefined)).map(({ door, role }) => [door, role]),
    [['101', 'social-worker']],
  );

  await sql(
    `with u as (insert into unit (community_id, entrance_id, door, area) select $1, entrance_id, 'x' || n, 100 from unit,
       generate_series(1, 3) n where community_id = $1 and id = (select min(id) from unit where community_id = $1) returning id)
     insert into ownership (community_id, unit_id, owner_name) select $1, id, '新业主' from u`,
    [here.communityId],
  );
  const all = done(await fillBlank(here.by(worker), ask));
  assert.equal(all.waits, true, 'fifty-one not');
  assert.equal(await bytesOf(here.by(worker), all.export), undefined);
  assert.equal((await myHomesTaken(resident, undefined)).length, 1, 'nobody is told of what was not taken');
  assert.equal(code(await approveExport(here.by(worker), { export: all.export })), 'second_person');
  done(await approveExport(here.by(other), { export: all.export }));
  assert.equal((await myHomesTaken(resident, undefined)).length, 2);
  assert.equal((await rowsOf(here.by(worker), all.export))[0]?.filter((row) => row[4]).length, 51 + 2);
  assert.equal(await bytesOf(here.by(other), all.export), undefined, 'only for whoever asked');
  const one = await oneExport(here.by(other), { no: all.export });
  assert.deepEqual(one?.blank?.chosen, { 0: 'number', 1: 'building', 2: 'entrance', 3: 'door', 4: 'owners' });
  const purposes = (await here.leaves()).filter(
    ({ act, content }) => act === 'export.blank' && content?.includes('街道摸底'),
  );
  assert.equal(purposes.length, 2);
});

test('fifty homes by oneself; doors without people as many as there are, and nobody is told', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 2, doorsPerEntrance: 25 }] });
  const [worker, secretary] = [await here.staff('social-worker'), await here.staff('party-secretary')];
  const resident = await here.resident(here.household('14', 0));
  const blank = await put(here, worker, survey());
  assert.equal(done(await fillBlank(here.by(worker), { ...homes, blank, ...owners })).waits, false);
  assert.equal((await myHomesTaken(resident, undefined)).length, 1);
  const doors = { ...homes, blank, column4: 'door', column7: 'area' };
  const { export: no } = done(await fillBlank(here.by(secretary), doors));
  const [sheet] = await rowsOf(here.by(secretary), no);
  assert.deepEqual([sheet?.[3]?.[3], sheet?.[3]?.[4], sheet?.[3]?.[6]], ['101', null, 80.11]);
  assert.equal((await myHomesTaken(resident, undefined)).length, 1);
  assert.equal(code(await fillBlank(here.by(secretary), { ...homes, blank, ...owners })), 'not_allowed');
  const most = { may: true, mayPersonal: false, rows: 50 };
  assert.deepEqual(await fillable(here.by(secretary), { of: 'homes', asked: '' }), most);
  // Which doors are in it says who lives nowhere there.
  const asked = 'state=lived';
  assert.equal(code(await fillBlank(here.by(secretary), { ...doors, asked })), 'not_allowed');
  assert.deepEqual(await fillable(here.by(secretary), { of: 'homes', asked }), { ...most, may: false, rows: 0 });
  done(await fillBlank(here.by(worker), { ...doors, asked }));
  assert.equal((await myHomesTaken(resident, undefined)).length, 2);
});

test('who lived there before is told of what was taken then, and of nothing later', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 2 }] });
  const worker = await here.staff('social-worker');
  const resident = await here.resident(here.household('14', 0));
  const blank = await put(here, worker, survey());
  at('2022-03-05T09:00');
  done(await fillBlank(here.by(worker), { ...homes, blank, ...owners }));
  await sql(`update residency set to_at = '2022-03-06' where community_id = $1 and person_id = $2`, [
    here.communityId,
    resident,
  ]);
  at('2022-03-07T09:00');
  const { export: no } = done(await fillBlank(here.by(worker), { ...homes, blank, ...owners }));
  assert.equal((await myHomesTaken(resident, undefined)).length, 1);
  at('2022-03-08T09:00');
  assert.ok(await bytesOf(here.by(worker), no));
  at(new Date('2022-03-08T09:00:01+08:00'));
  assert.equal(await bytesOf(here.by(worker), no), undefined, 'a day');
  at(undefined);
});

test('a column named by hand is known for that heading from then on, and one that was left empty stays so', async () => {
  const here = await makeCommunity();
  const worker = await here.staff('social-worker');
  const blank = await put(here, worker, survey());
  const before = await oneBlank(here.by(worker), { no: blank, of: 'homes' });
  assert.deepEqual(before?.chosen, {
    0: 'number',
    1: 'building',
    2: 'entrance',
    3: 'door',
    4: 'owners',
    5: 'ownerPhones',
    7: 'today',
  });
  done(await fillBlank(here.by(worker), { ...homes, blank, column2: 'building', column7: 'captain' }));
  const again = await put(
    here,
    worker,
    survey((sheet) => sheet.replace('附件1', '附件2')),
  );
  const known = await oneBlank(here.by(await here.staff('hotline')), { no: again, of: 'homes' });
  assert.deepEqual(known?.chosen, { 1: 'building', 6: 'captain' });
  const other = await oneBlank(here.by(worker), { no: again, of: 'cases' });
  assert.equal(other?.chosen[6], undefined, 'for homes alone');
});

test('cases: who complained finds it, and what is against oneself is in no sheet of one’s own', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 2 }] });
  const home = here.household('14', 0);
  const [resident, worker] = [await here.resident(home), await here.staff('social-worker')];
  const said = {
    kind: 'complaint',
    source: 'web',
    title: '楼道灯不亮',
    words: '=HYPERLINK("http://e")',
    place: '14号楼',
  };
  const { no } = done(await recordCase(here.by(resident), { ...said, household: home }));
  const blank = await put(here, worker, plainSheet(['序号', '诉求事项', '反映内容', '是否解决', '满意度']));
  const ask = { blank, of: 'cases', asked: '', purpose: '台账', column1: 'number', column2: 'title', column3: 'words' };
  const { export: taken } = done(await fillBlank(here.by(worker), { ...ask, column4: 'resolved' }));
  assert.deepEqual((await rowsOf(here.by(worker), taken))[0]?.[1], [
    1,
    '楼道灯不亮',
    '=HYPERLINK("http://e")',
    null,
    null,
  ]);
  const looks = (await myCase(here.by(resident), { no }))?.looks.map(({ role, exported }) => [role, exported]);
  assert.deepEqual(looks, [['social-worker', true]]);
  for (const asked of ['state=archived', 'from=2199-01-01', 'to=2001-01-01'])
    assert.equal(code(await fillBlank(here.by(worker), { ...ask, asked })), 'nothing_to_export');
  assert.equal(code(await fillBlank(here.by(worker), { ...ask, asked: 'from=2026-02-30' })), 'invalid');
  await sql('update cases set against_id = $2 where community_id = $1', [here.communityId, worker]);
  assert.equal(code(await fillBlank(here.by(worker), ask)), 'nothing_to_export');
  const secretary = await here.staff('party-secretary');
  assert.equal(code(await fillBlank(here.by(secretary), ask)), 'not_allowed');
  done(await fillBlank(here.by(secretary), { ...ask, column3: '' }));
});

test('works and rounds, as they hang on the board', async () => {
  const here = await makeBuilding();
  const worker = here.worker;
  const blank = await put(here, worker, plainSheet(['项目名称', '施工单位', '金额', '开工时间', '是否完工']));
  const works = { blank, of: 'works', asked: '', purpose: '项目台账', column1: 'title', column2: 'contractor' };
  const { export: no } = done(
    await fillBlank(here.by(worker), { ...works, column3: 'budget', column4: 'started', column5: 'standing' }),
  );
  const [, row] = (await rowsOf(here.by(worker), no))[0] ?? [];
  assert.equal(typeof row?.[2], 'number');
  assert.match(String(row?.[3]), /^2022-/);
  assert.equal(row?.[4], '在建');
  const rounds = { ...works, of: 'rounds', column2: 'households', column3: 'closed', column4: 'standing' };
  const { export: other } = done(await fillBlank(here.by(worker), rounds));
  const [, first] = (await rowsOf(here.by(worker), other))[0] ?? [];
  assert.ok(Number(first?.[1]) > 0);
  assert.equal(first?.[3], '结束了');
});

test('visits: whom one met and what was said only where it is asked for, by whoever keeps the register, and the home is told', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 3 }] });
  here.at('2022-04-15T10:00');
  const [worker, secretary] = [await here.staff('social-worker'), await here.staff('party-secretary')];
  const household = here.household('14', 0);
  const [resident, neighbour] = [await here.resident(household), await here.resident(here.household('14', 1))];
  const visit = { household, purpose: 'comfort', on: '2022-04-15T09:30', place: 'home', met: '老两口' };
  done(await recordVisit(here.by(worker), { ...visit, outcome: 'met', said: '台阶滑', done: '扶他下楼', follows: '' }));
  done(
    await recordVisit(here.by(worker), { ...visit, outcome: 'not_home', said: '', met: '', on: '2022-04-14T09:30' }),
  );
  const blank = await put(here, worker, plainSheet(['日期', '住址', '走访对象', '主要问题', '走访类型', '下一步']));
  const known = await oneBlank(here.by(worker), { no: blank, of: 'visits' });
  assert.deepEqual(known?.chosen, { 0: 'date', 1: 'address', 2: 'met', 3: 'said', 4: 'purpose', 5: 'follows' });
  const ask = { blank, of: 'visits', asked: 'from=2022-04-15&state=met', purpose: '民情日志' };
  const named = Object.fromEntries(
    Object.entries(known?.chosen ?? {}).map(([n, field]) => [`column${Number(n) + 1}`, field]),
  );
  assert.equal(code(await fillBlank(here.by(secretary), { ...ask, ...named })), 'not_allowed');
  const { export: plain } = done(await fillBlank(here.by(secretary), { ...ask, column1: 'date', column5: 'purpose' }));
  assert.deepEqual((await rowsOf(here.by(secretary), plain))[0]?.[1], [
    '2022-04-15',
    null,
    null,
    null,
    '暖心慰问',
    null,
  ]);
  assert.deepEqual(await myHomesTaken(resident, undefined), []);
  const { export: full } = done(await fillBlank(here.by(worker), { ...ask, ...named }));
  here.at('2022-04-15T12:00');
  done(await recordVisit(here.by(worker), { ...visit, on: '2022-04-15T11:30', outcome: 'met', said: '后来又说的' }));
  const sheet = (await rowsOf(here.by(worker), full))[0] ?? [];
  assert.deepEqual(sheet.slice(1), [['2022-04-15', '14号楼1单元101', '老两口', '台阶滑', '暖心慰问', null]]);
  assert.equal((await myHomesTaken(resident, undefined)).length, 1);
  assert.deepEqual(await myHomesTaken(neighbour, undefined), []);
  const other = await put(here, worker, plainSheet(['日期', '时间', '户主', '联系电话', '门牌']));
  const fields = { column1: 'date', column2: 'time', column3: 'owners', column4: 'phone', column5: 'door' };
  const read = await oneBlank(here.by(worker), { no: other, of: 'visits' });
  assert.deepEqual(Object.values(read?.chosen ?? {}), Object.values(fields));
  const { export: timed } = done(await fillBlank(here.by(worker), { ...ask, blank: other, ...fields }));
  const [, row] = (await rowsOf(here.by(worker), timed))[0] ?? [];
  const [phone] = await sql<{ phone: string }>('select phone from person where id = $1', [resident]);
  assert.deepEqual([row?.[1], String(row?.[3])], ['2022-04-15 09:30', phone?.phone]);
  here.at(undefined);
});

test('needs: the ledger of what homes need, their words and doors for whoever keeps the register alone', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 3 }] });
  here.at('2022-04-15T10:00');
  const [worker, secretary] = [await here.staff('social-worker'), await here.staff('party-secretary')];
  const household = here.household('14', 0);
  const resident = await here.resident(household);
  const { need } = done(await noteNeed(here.by(worker), { household, wording: '晾衣杆松了' }));
  done(await giveNeed(here.by(worker), { need, owner: worker, due: '2022-04-20' }));
  done(await answerNeed(here.by(worker), { need, words: '拧紧了' }));
  const blank = await put(here, worker, plainSheet(['序号', '登记日期', '网格', '诉求事项', '办理状态', '办理结果']));
  const known = await oneBlank(here.by(worker), { no: blank, of: 'needs' });
  assert.deepEqual(known?.chosen, { 0: 'number', 1: 'date', 2: 'building', 3: 'wording', 4: 'state', 5: 'answer' });
  const ask = { blank, of: 'needs', asked: 'state=answered', purpose: '民情台账', column1: 'number', column2: 'date' };
  const words = { column4: 'wording', column6: 'answer' };
  assert.equal(code(await fillBlank(here.by(secretary), { ...ask, ...words })), 'not_allowed');
  const { export: plain } = done(await fillBlank(here.by(secretary), { ...ask, column5: 'state' }));
  const [, row] = (await rowsOf(here.by(secretary), plain))[0] ?? [];
  assert.deepEqual(row, [1, '2022-04-15', null, null, '说办好了，等这一户的话', null]);
  assert.deepEqual(await myHomesTaken(resident, undefined), []);
  const { export: full } = done(await fillBlank(here.by(worker), { ...ask, ...words, column3: 'building' }));
  const [, told] = (await rowsOf(here.by(worker), full))[0] ?? [];
  assert.deepEqual(told, [1, '2022-04-15', '14', '晾衣杆松了', null, '拧紧了']);
  assert.equal((await myHomesTaken(resident, undefined)).length, 1);
  here.at(undefined);
});

test('what a sheet has no room for, no column at all, and a field of something else are refused', async () => {
  const here = await makeCommunity();
  const worker = await here.staff('social-worker');
  const drawn = survey((sheet) => sheet.replace('</headerFooter>', '</headerFooter><drawing r:id="rId9"/>'));
  const blank = await put(here, worker, drawn);
  const ask = { ...homes, blank, column1: 'number' };
  const full = await fillBlank(here.by(worker), ask);
  assert.ok(!full.ok);
  assert.deepEqual(full.refusal, { code: 'no_more_room', details: { room: 3, rows: 48 } });
  const roomy = await put(here, worker, survey());
  assert.equal(code(await fillBlank(here.by(worker), { ...homes, blank: roomy })), 'no_column');
  assert.equal(code(await fillBlank(here.by(worker), { ...ask, blank: roomy, column2: 'complainant' })), 'no_column');
  assert.equal(code(await fillBlank(here.by(worker), { ...ask, blank: roomy, column2: '__proto__' })), 'no_column');
  assert.equal(code(await fillBlank(here.by(worker), { ...ask, blank: roomy, purpose: ' ' })), 'invalid');
  assert.equal(code(await fillBlank(here.by(worker), { ...ask, blank: 99 })), 'not_found');
  await sql(
    `insert into unit (community_id, entrance_id, door, area) select $1, min(id), 'y' || n, 100 from entrance,
       generate_series(1, 4953) n where community_id = $1 group by n`,
    [here.communityId],
  );
  assert.equal(code(await fillBlank(here.by(worker), { ...ask, blank: roomy })), 'too_many_rows');
});
