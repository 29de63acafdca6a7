import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, makeCommunity, newPhone, sql, type TestCommunity } from '@/tests/fixture';
import { codeOf, registerFile, registerOf, triedRegister } from '@/tests/registers';
import { registerPlan } from '../queries/plan';
import { importRegister } from './register';

after(closeAll);

const owned = (here: TestCommunity) =>
  sql<{ door: string; name: string; phone: string | null; voter: boolean }>(
    `select u.door, w.owner_name as name, p.phone, w.voter from ownership w
       join unit u on u.community_id = w.community_id and u.id = w.unit_id left join person p on p.id = w.person_id
      where w.community_id = $1 order by u.door, w.voter desc, w.owner_name`,
    [here.communityId],
  );

test('the trial names every door at which an owner, the vote or a telephone changes; importing takes just that', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [one, two, three] = [newPhone(), newPhone(), newPhone()];
  const row = (door: string, owners: string, phones = '', area = '80') => [
    '14',
    '1',
    door,
    area,
    owners,
    phones,
    '',
    '',
  ];
  const first = registerOf(
    row('101', '张三、李四', one),
    row('102', '王五', two),
    row('103', '赵六'),
    row('104', '钱七'),
  );
  assert.ok((await importRegister(here.byImport(), first)).ok);
  const next = registerOf(
    row('101', '李四、张三'),
    row('102', '王五', three),
    row('103', '孙八'),
    row('104', '钱七', '', '80.5'),
    row('105', '周九'),
  );
  const plan = await registerPlan(here.byImport(), next);
  const { added, changed, same, owners, voters, phones } = plan ?? {};
  assert.deepEqual([added, changed, same, owners, voters, phones], [1, 4, 0, 1, 1, 1]);
  const at = {
    building: '14',
    entrance: 1,
    area: null,
    status: null,
    owners: null,
    voter: null,
    phones: null,
    home: null,
  };
  assert.deepEqual(plan?.changes, [
    { ...at, row: 2, door: '101', voter: ['张三', '李四'] },
    { ...at, row: 3, door: '102', phones: [two, three] },
    { ...at, row: 4, door: '103', owners: ['赵六', '孙八'] },
    { ...at, row: 5, door: '104', area: [8000, 8050] },
  ]);
  assert.ok((await importRegister(here.byImport(), next)).ok);
  assert.deepEqual(
    (await owned(here)).map((who) => [who.door, who.name, who.phone, who.voter]),
    [
      ['101', '李四', null, true],
      ['101', '张三', one, false],
      ['102', '王五', three, true],
      ['103', '孙八', null, true],
      ['104', '钱七', null, true],
      ['105', '周九', null, true],
    ],
  );
  assert.deepEqual(await triedRegister(here.byImport(), { ...next, hash: 'f'.repeat(64) }), [0, 0, 5]);
});

test('a number beside several names is given to none of them, and neither is one that somebody else has', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [shared, theirs, own] = [newPhone(), newPhone(), newPhone()];
  await sql('insert into person (name, phone) values ($1, $2)', ['周围', theirs]);
  const asked = registerOf(
    ['14', '1', '101', '80', '张三', shared, '', ''],
    ['14', '1', '102', '80', '李四', shared, '', ''],
    ['14', '1', '103', '80', '王五', theirs, '', ''],
    ['14', '1', '104', '80', '赵六', own, '', ''],
    ['14', '1', '105', '80', '赵六', own, '', ''],
  );
  const plan = await registerPlan(here.byImport(), asked);
  assert.deepEqual(plan?.shared, [{ phone: shared, names: ['张三', '李四'] }]);
  assert.deepEqual(plan?.taken, [{ phone: theirs, name: '王五' }]);
  assert.ok((await importRegister(here.byImport(), asked)).ok);
  assert.deepEqual(
    (await owned(here)).map((who) => who.phone),
    [null, null, null, own, own],
  );
  assert.deepEqual(await triedRegister(here.byImport(), { ...asked, hash: 'f'.repeat(64) }), [0, 0, 5]);
});

test('new buildings, doors the sheet leaves out, doors that look alike and homes nobody lives in are named', async () => {
  const here = await makeCommunity({ buildings: [] });
  const row = (building: string, door: string, home = '') => [building, '1', door, '80', '张三', '', '', home];
  await importRegister(
    here.byImport(),
    registerOf(row('14', '101'), row('14', '102'), row('14', '103'), row('14', '201A')),
  );
  const [lived] = await sql<{ id: number }>(
    `select h.id from household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
      where h.community_id = $1 and u.door = '103'`,
    [here.communityId],
  );
  await sql('insert into residency (community_id, household_id, person_id) values ($1, $2, $3)', [
    ...[here.communityId, lived?.id, await here.outsider()],
  ]);
  const next = registerOf(
    ...[row('14', '0101'), row('14', '102', '无人'), row('14', '103', '空置'), row('14', '201a'), row('14', '1-201A')],
    ...[row('16', '301b'), row('16', '301B')],
  );
  const plan = await registerPlan(here.byImport(), next);
  const at = { building: '14', entrance: 1 };
  assert.deepEqual(plan?.buildings, [{ compound: '测试社区', building: '16', units: 2 }]);
  assert.deepEqual(
    plan?.doors,
    ['0101', '201a', '1-201A'].map((door) => ({ ...at, door, owners: '张三' })),
  );
  assert.deepEqual(plan?.missing, [
    { ...at, door: '101' },
    { ...at, door: '201A' },
  ]);
  assert.deepEqual(plan?.empty, [
    { ...at, door: '102', what: 'goes' },
    { ...at, door: '103', what: 'lived' },
  ]);
  const alike = plan?.alike.map(({ building, doors }) => [building, doors]).sort();
  assert.deepEqual(alike, [
    ['14', ['0101', '101']],
    ['14', ['1-201A', '201A', '201a']],
    ['16', ['301B', '301b']],
  ]);
  assert.equal(codeOf(await importRegister(here.byImport(), next)), 'doors_alike');
  assert.ok((await importRegister(here.byImport(), { ...next, apart: 'on' })).ok);
  assert.deepEqual((await registerPlan(here.byImport(), { ...next, hash: 'f'.repeat(64) }))?.alike, []);
  const homes = await sql<{ door: string }>(
    `select u.door from household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
      where h.community_id = $1 and u.door in ('102', '103')`,
    [here.communityId],
  );
  assert.deepEqual(homes, [{ door: '103' }]);
});

test('who sells and is still registered as living there is named', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [seller, other] = [newPhone(), newPhone()];
  const row = (name: string, number: string) => ['14', '1', '101', '80', name, number, '', ''];
  await importRegister(here.byImport(), registerOf(row('张三、李四', `${seller}、${other}`)));
  await sql(
    `insert into residency (community_id, household_id, person_id)
     select h.community_id, h.id, p.id from household h join person p on p.phone = any ($2) where h.community_id = $1`,
    [here.communityId, [seller, other]],
  );
  const sold = await registerPlan(here.byImport(), registerOf(row('李四、赵六', `${other}、${newPhone()}`)));
  assert.deepEqual(
    sold?.sellers.map(({ building, entrance, door, name }) => [building, entrance, door, name]),
    [['14', 1, '101', '张三']],
  );
  assert.deepEqual((await registerPlan(here.byImport(), registerOf(row('张三、李四', ''))))?.sellers, []);
});

test('an earlier sheet again goes back, and says since when and what; the last one changes nothing', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [before, after] = ['80', '90'].map((area) => registerOf(['14', '1', '101', area, '张三', '', '', '']));
  assert.ok(before && after);
  for (const sheet of [before, after]) assert.ok((await importRegister(here.byImport(), sheet)).ok);
  assert.equal((await registerPlan(here.byImport(), after))?.imported, true);
  assert.equal(codeOf(await importRegister(here.byImport(), after)), 'already_imported');
  const plan = await registerPlan(here.byImport(), before);
  assert.deepEqual([plan?.imported, plan?.before instanceof Date, plan?.changes[0]?.area], [false, true, [9000, 8000]]);
  assert.ok((await importRegister(here.byImport(), before)).ok);
  assert.deepEqual(await triedRegister(here.byImport(), before), [0, 0, 1]);
});

test('every door that changes is named, page by page, each once, however many there are', async () => {
  const here = await makeCommunity({ buildings: [] });
  const doors = Array.from({ length: 450 }, (_, n) => `${101 + n}`);
  const sheet = (area: number) => registerFile(...doors.map((door) => ['14', '1', door, area, '张三', '', '', '']));
  assert.ok((await importRegister(here.byImport(), await sheet(80))).ok);
  const next = await sheet(90);
  const first = await registerPlan(here.byImport(), next);
  assert.deepEqual([first?.changed, first?.lists.changes.count, first?.changes.length], [450, 450, 200]);
  const named = [...(first?.changes ?? [])];
  for (let after = first?.lists.changes.next ?? null; after !== null; ) {
    const page = await registerPlan(here.byImport(), { ...next, list: 'changes', after });
    named.push(...(page?.changes ?? []));
    after = page?.lists.changes.next ?? null;
  }
  assert.deepEqual(
    named.map(({ door }) => door),
    doors,
  );
  const beyond = await registerPlan(here.byImport(), { ...next, list: 'changes', after: 100_000 });
  assert.deepEqual([beyond?.lists.changes.count, beyond?.changes], [0, []]);
  assert.equal((await registerPlan(here.byImport(), { ...next, whole: true }))?.changes.length, 450);
});

test('a workbook: doors and areas that are numbers, a home that begins, one that ends, a sale, doors divided and made one', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [seller, buyer] = [newPhone(), newPhone()];
  const row = (door: string | number, owner = '张三', phone = '', status = '', home = '', area: string | number = 80) =>
    [14, 1, door, area, owner, phone, status, home] as const;
  const before = await registerFile(
    ...[row(101), row(102, '李四', seller), row(103, '王五', '', '', '无人'), row(104), row(105), row(106)].map(
      (one) => [...one],
    ),
  );
  assert.ok((await importRegister(here.byImport(), before)).ok);
  await sql(
    `insert into residency (community_id, household_id, person_id) select h.community_id, h.id, p.id
       from household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
       join person p on p.phone = $2 where h.community_id = $1 and u.door = '102'`,
    [here.communityId, seller],
  );
  const after = await registerFile(
    ...[
      ...[row(101, '张三', '', '已拆分'), row('101A', '张三', '', '', '', 40), row('101B', '赵六', '', '', '', 40)],
      ...[row(102, '孙八', buyer), row(103, '王五'), row(104, '张三', '', '', '无人')],
      ...[row(105, '张三', '', '', '', 160), row(106, '张三', '', '已合并')],
    ].map((one) => [...one]),
  );
  const plan = await registerPlan(here.byImport(), after);
  assert.deepEqual(
    plan?.changes.map(({ door, area, status, owners, home }) => [door, area, status, owners, home]),
    [
      ['101', null, ['delivered', 'gone'], ['张三', null], [true, false]],
      ['102', null, null, ['李四', '孙八'], null],
      ['103', null, null, null, [false, true]],
      ['104', null, null, null, [true, false]],
      ['105', [8000, 16000], null, null, null],
      ['106', null, ['delivered', 'gone'], ['张三', null], [true, false]],
    ],
  );
  assert.deepEqual([plan?.changed, plan?.homes, plan?.owners, plan?.barred], [6, 4, 3, 0]);
  assert.deepEqual(
    plan?.doors.map(({ door, owners }) => [door, owners]),
    [
      ['101A', '张三'],
      ['101B', '赵六'],
    ],
  );
  assert.deepEqual(
    plan?.sellers.map(({ door, name }) => [door, name]),
    [['102', '李四']],
  );
  assert.ok((await importRegister(here.byImport(), after)).ok);
  assert.deepEqual(await triedRegister(here.byImport(), { ...after, hash: 'f'.repeat(64) }), [0, 0, 8]);
  const back = await registerPlan(here.byImport(), before);
  assert.deepEqual(
    [back?.before instanceof Date, back?.changed, back?.missing.map(({ door }) => door)],
    [true, 6, ['101A', '101B']],
  );
  assert.ok((await importRegister(here.byImport(), before)).ok);
  const homes = await sql<{ door: string }>(
    `select u.door from household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
      where h.community_id = $1 and h.ended_at is null order by u.door`,
    [here.communityId],
  );
  assert.deepEqual(
    homes.map(({ door }) => door),
    ['101', '101A', '101B', '102', '104', '105', '106'],
    'what the earlier sheet says, and what it does not know of stays',
  );
});
