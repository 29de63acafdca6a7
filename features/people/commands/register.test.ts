import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, makeCommunity, newPhone, sql } from '@/tests/fixture';
import { atMost } from '@/tests/pace';
import { codeOf, registerOf, registerOfCompounds, rowsIn, triedRegister } from '@/tests/registers';
import { joinRequests } from '../queries/joins';
import { placeToJoin } from '../queries/place';
import { registerPlan } from '../queries/plan';
import { registerPage } from '../queries/register';
import { askToJoin } from './join';
import { importRegister } from './register';

after(closeAll);

test('a register comes in; the same file twice changes nothing; a corrected one changes what differs', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  const owner = newPhone();
  const first = registerOf(
    ['14', '1', '101', '89.5', '张三、李四', owner, '', ''],
    ['14', '1', '102', '60', '王五', '', '', '空置'],
    ['15', '1', '101', '70', '', '', '未售', ''],
  );
  assert.deepEqual(await triedRegister(here.by(worker), first), [3, 0, 0]);
  const done = await importRegister(here.by(worker), first);
  assert.deepEqual(done.ok && done.value, { rows: 3, added: 3, changed: 0, households: 1, owners: 4 });
  assert.equal(codeOf(await importRegister(here.by(worker), first)), 'already_imported');
  assert.equal((await here.leaves()).length, 1);
  const corrected = registerOf(
    ['14', '1', '101', '89.6', '张三、李四', owner, '', ''],
    ['14', '1', '102', '60', '王六', '', '', ''],
    ['15', '1', '101', '70', '', '', '未售', ''],
  );
  assert.deepEqual(await triedRegister(here.by(worker), corrected), [0, 2, 1]);
  const second = await importRegister(here.by(worker), corrected);
  assert.deepEqual(second.ok && second.value, { rows: 3, added: 0, changed: 1, households: 1, owners: 1 });
  const linked = await sql<{ owner_name: string; voter: boolean; linked: boolean; share_of: number }>(
    `select owner_name, voter, person_id is not null as linked, share_of from ownership where community_id = $1 order by id`,
    [here.communityId],
  );
  assert.deepEqual(
    linked.map((one) => [one.owner_name, one.voter, one.linked, one.share_of]),
    [
      ['张三', true, true, 2],
      ['李四', false, false, 2],
      ['@developer', true, false, 1],
      ['王六', true, false, 1],
    ],
  );
  const page = await registerPage(here.by(worker), undefined);
  assert.deepEqual(
    page?.buildings.map((one) => [one.name, one.units, one.households]),
    [
      ['14', 2, 2],
      ['15', 1, 0],
    ],
  );
});

test('the same owner with another middle dot is the same owner, of this number and in a later sheet', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [first, second] = [newPhone(), newPhone()];
  await sql('insert into person (name, phone) values ($1, $2)', ['买买提•吐尔逊', first]);
  await importRegister(
    here.byImport(),
    registerOf(['14', '1', '101', '89.5', '买买提·吐尔逊、阿里‧肉孜', `${first}、${second}`, '', '']),
  );
  const owners = () =>
    sql<{ id: number; linked: boolean }>(
      'select id, person_id is not null as linked from ownership where community_id = $1 order by id',
      [here.communityId],
    );
  const before = await owners();
  assert.deepEqual(
    before.map(({ linked }) => linked),
    [true, true],
  );
  await sql(`update ownership set owner_name = translate(owner_name, '·', '・') where community_id = $1`, [
    here.communityId,
  ]);
  const again = registerOf(['14', '1', '101', '89.6', '买买提•吐尔逊、阿里·肉孜', '', '', '']);
  const done = await importRegister(here.byImport(), again);
  assert.ok(done.ok && done.value.owners === 0 && done.value.changed === 1);
  assert.deepEqual(await owners(), before);
});

test('a door that was divided is no more, keeps what it said, and is asked nothing new; neither is an empty home', async () => {
  const here = await makeCommunity({ buildings: [] });
  const row = (door: string, status = '', home = '') => ['14', '1', door, '80', '张三', '', status, home];
  const doors = ['101', '102', '103', '201', '202'].map((door) => row(door));
  await importRegister(here.byImport(), registerOf(...doors));
  const homeOf = async (door: string) =>
    (
      await sql<{ id: number; ended: boolean; status: string; owners: number }>(
        `select h.id, h.ended_at is not null as ended, u.status, (select count(*)::int from ownership w
             where w.community_id = u.community_id and w.unit_id = u.id) as owners
           from unit u left join household h on u.community_id = h.community_id and u.id = h.unit_id
          where u.community_id = $1 and u.door = $2`,
        [here.communityId, door],
      )
    )[0];
  const resident = await here.outsider();
  const joined = async (door: string, over: boolean) =>
    sql(
      `insert into residency (community_id, household_id, person_id, from_at, to_at)
       values ($1, $2, $3, moment() - interval '2 days', case when $4 then moment() end)`,
      [here.communityId, (await homeOf(door))?.id, resident, over],
    );
  // In 101 and 102 somebody has lived, in 201 somebody does; of 103 and 202 nothing is known.
  for (const door of ['101', '102']) await joined(door, true);
  await joined('201', false);
  const next = [
    ...[row('101', '已拆分'), row('101A'), row('101B'), row('102', '', '无人'), row('103', '已合并')],
    ...[row('201'), row('202')],
  ];
  const barred = registerOf(...next.slice(0, 5), row('201', '不存在'), row('202'));
  const place = { building: '14', entrance: 1 };
  assert.deepEqual((await registerPlan(here.byImport(), barred))?.empty, [
    { ...place, door: '101', what: 'ends' },
    { ...place, door: '102', what: 'ends' },
    { ...place, door: '103', what: 'goes' },
    { ...place, door: '201', what: 'barred' },
  ]);
  assert.equal(codeOf(await importRegister(here.byImport(), barred)), 'door_lived_in');
  assert.equal((await homeOf('101'))?.ended, false, 'all of it or nothing');
  assert.ok((await importRegister(here.byImport(), registerOf(...next))).ok);
  const seen = async (door: string) => {
    const home = await homeOf(door);
    return home && [home.status, home.id === null ? 'none' : home.ended ? 'ended' : 'home', home.owners];
  };
  assert.deepEqual(await seen('101'), ['gone', 'ended', 0]);
  assert.deepEqual(await seen('102'), ['delivered', 'ended', 1]);
  assert.deepEqual(await seen('103'), ['gone', 'none', 0]);
  assert.deepEqual(await seen('101A'), ['delivered', 'home', 1]);
  const page = await registerPage(here.by(await here.staff('social-worker')), undefined);
  assert.deepEqual(
    page?.buildings.map(({ units, households }) => [units, households]),
    [[5, 4]],
    '101A, 101B, 102 that stands empty, 201 and 202',
  );
  const asks = await here.outsider();
  const at = { building: '14', entrance: '1', name: '王小明', note: '' };
  assert.equal(codeOf(await askToJoin(here.by(asks), { ...at, door: '101' })), 'no_such_door');
  // Somebody moves in again: the sheet says so, and the home is asked from then on.
  assert.ok((await importRegister(here.byImport(), registerOf(...next.with(3, row('102'))))).ok);
  assert.deepEqual(await seen('102'), ['delivered', 'home', 1]);
  assert.ok((await askToJoin(here.by(asks), { ...at, door: '102' })).ok);
});

test('the record of an import holds no name and no number', async () => {
  const here = await makeCommunity({ buildings: [] });
  const number = newPhone();
  await importRegister(here.byImport(), registerOf(['14', '1', '101', '89.5', '欧阳独一', number, '', '']));
  const [leaf] = await here.leaves();
  assert.ok(leaf?.content && !leaf.content.includes('欧阳') && !leaf.content.includes(number));
});

test('of 2,100 households each comes in as fast as of 210', async () => {
  const row = (n: number) => {
    const building = String(1 + (n % 25));
    const entrance = String(1 + (Math.floor(n / 25) % 3));
    const place = Math.floor(n / 75);
    return [building, entrance, `${1 + Math.floor(place / 4)}0${1 + (place % 4)}`, '88.8', `业主${n}`, '', '', ''];
  };
  const bring = async (households: number) => {
    const here = await makeCommunity({ buildings: [] });
    const done = await importRegister(
      here.byImport(),
      registerOf(...Array.from({ length: households }, (_, n) => row(n))),
    );
    assert.ok(done.ok && done.value.households === households);
  };
  await atMost(
    15,
    () => bring(2100),
    () => bring(210),
  );
});

test('two imports of one file at once: one goes in', async () => {
  const here = await makeCommunity({ buildings: [] });
  const one = registerOf(['14', '1', '101', '89.5', '张三', '', '', '']);
  const both = await Promise.all([importRegister(here.byImport(), one), importRegister(here.byImport(), one)]);
  assert.deepEqual(both.map(codeOf).sort(), ['already_imported', 'ok']);
  assert.equal(await rowsIn(here, 'unit'), 1);
});

test('who may import', async () => {
  const here = await makeCommunity();
  const one = registerOf(['14', '1', '909', '89.5', '张三', '', '', '']);
  for (const person of [
    await here.outsider(),
    await here.resident(here.household('14', 0)),
    await here.staff('hotline'),
  ])
    assert.equal(codeOf(await importRegister(here.by(person), one)), 'not_allowed');
  assert.equal(codeOf(await importRegister(here.byVisitor(), one)), 'not_allowed');
});

test('where two compounds have a building of one name, the form and the sheet say which', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 4 }] });
  const worker = here.by(await here.staff('social-worker'));
  const asked = { name: '赵一', building: '14', entrance: '1', door: '101', note: '' };
  const buildings = async () => (await registerPage(worker, undefined))?.buildings.map((one) => one.name);
  assert.deepEqual(await buildings(), ['14']);
  assert.equal(codeOf(await askToJoin(here.by(await here.outsider()), asked)), 'ok');

  const second = registerOfCompounds(['二区', '14', '1', '901', '80', '钱二', '', '', '']);
  assert.equal(codeOf(await importRegister(worker, second)), 'ok');
  assert.deepEqual(await buildings(), ['一区 14', '二区 14']);
  const { buildings: choices = [] } = (await placeToJoin(here.by(await here.outsider()), {})) ?? {};
  assert.deepEqual(
    choices.map(({ value, label }) => [value, label]),
    [
      ['一区/14', '一区 14'],
      ['二区/14', '二区 14'],
    ],
  );
  const outsider = here.by(await here.outsider());
  const unsaid = await askToJoin(outsider, asked);
  assert.deepEqual(unsaid.ok ? {} : unsaid.refusal, {
    code: 'which_compound',
    details: { compounds: '一区、二区' },
    fieldErrors: { building: 'which_compound' },
  });
  assert.equal(codeOf(await askToJoin(outsider, { ...asked, building: '三区/14' })), 'no_such_building');
  assert.equal(codeOf(await askToJoin(outsider, { ...asked, building: '16' })), 'no_such_building');
  assert.equal(codeOf(await askToJoin(outsider, { ...asked, building: '二区/14' })), 'no_such_door');
  assert.equal(codeOf(await askToJoin(outsider, { ...asked, building: '二区/14', door: '901' })), 'ok');
  const open = (await joinRequests(worker, undefined))?.open.map((one) => [one.building, one.door]);
  assert.deepEqual(open, [
    ['一区 14', '101'],
    ['二区 14', '901'],
  ]);

  const bare = registerOf(['14', '1', '101', '90', '孙三', '', '', '']);
  assert.deepEqual((await registerPlan(worker, bare))?.unclear, [{ building: '14', compounds: ['一区', '二区'] }]);
  assert.equal(codeOf(await importRegister(worker, bare)), 'which_compound');
  const said = registerOfCompounds(['一区', '14', '1', '101', '90', '孙三', '', '', '']);
  assert.deepEqual(await triedRegister(worker, said), [0, 1, 0]);
  assert.equal(codeOf(await importRegister(worker, said)), 'ok');
  const mixed = registerOfCompounds(
    ['二区', '15', '1', '101', '80', '周', '', '', ''],
    ['', '15', '1', '102', '80', '吴', '', '', ''],
  );
  assert.deepEqual(mixed.problems, [{ row: 3, code: 'compound', detail: '二区' }]);
});
