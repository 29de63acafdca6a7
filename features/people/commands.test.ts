import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { LEAFLETS } from '@/lib/segments';
import { communities, communityNamed } from '@/lib/site';
import { closeAll, makeCommunity, sql, type TestCommunity } from '@/tests/fixture';
import { atMost } from '@/tests/pace';
import { linesOf } from '@/tests/sheets';
import { confirmJoin } from '@/tests/shown';
import { importCaptains } from './commands/captains';
import { createCommunity, setTelephone } from './commands/community';
import { giveGrant, revokeGrant } from './commands/grant';
import { askToJoin, refuseJoin } from './commands/join';
import { importRegister } from './commands/register';
import { openTerm } from './commands/term';
import { beginning } from './queries/beginning';
import { grantsPage } from './queries/grants';
import { joinRequests } from './queries/joins';
import { myPlace, placeToJoin } from './queries/place';
import { registerPlan } from './queries/plan';
import { registerPage } from './queries/register';
import { captains, register } from './sheet';

after(closeAll);

const phone = () => `15${String(randomBytes(4).readUInt32LE() % 1_000_000_000).padStart(9, '0')}`;
const head = ['楼栋', '单元', '门牌', '面积', '业主', '电话', '状态', '住户'];
const file = (...rows: string[][]) => {
  const read = register.read(linesOf([head, ...rows]));
  assert.deepEqual(read.problems, []);
  return { hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex'), rows: read.rows };
};
/** How many doors a sheet would add, change and leave. */
const tried = async (...asked: Parameters<typeof registerPlan>) => {
  const plan = await registerPlan(...asked);
  return plan && [plan.added, plan.changed, plan.same];
};
const count = async (here: TestCommunity, table: string): Promise<number> =>
  (await sql<{ n: number }>(`select count(*)::int as n from ${table} where community_id = $1`, [here.communityId]))[0]
    ?.n ?? 0;
const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  outcome.ok ? 'ok' : outcome.refusal.code;

test('a register comes in; the same file twice changes nothing; a corrected one changes what differs', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  const owner = phone();
  const first = file(
    ['14', '1', '101', '89.5', '张三、李四', owner, '', ''],
    ['14', '1', '102', '60', '王五', '', '', '空置'],
    ['15', '1', '101', '70', '', '', '未售', ''],
  );
  assert.deepEqual(await tried(here.by(worker), first), [3, 0, 0]);
  const done = await importRegister(here.by(worker), first);
  assert.deepEqual(done.ok && done.value, { rows: 3, added: 3, changed: 0, households: 1, owners: 4 });
  assert.equal(codeOf(await importRegister(here.by(worker), first)), 'already_imported');
  assert.equal((await here.leaves()).length, 1);
  const corrected = file(
    ['14', '1', '101', '89.6', '张三、李四', owner, '', ''],
    ['14', '1', '102', '60', '王六', '', '', ''],
    ['15', '1', '101', '70', '', '', '未售', ''],
  );
  assert.deepEqual(await tried(here.by(worker), corrected), [0, 2, 1]);
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
  const [first, second] = [phone(), phone()];
  await sql('insert into person (name, phone) values ($1, $2)', ['买买提•吐尔逊', first]);
  await importRegister(
    here.byImport(),
    file(['14', '1', '101', '89.5', '买买提·吐尔逊、阿里‧肉孜', `${first}、${second}`, '', '']),
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
  const again = file(['14', '1', '101', '89.6', '买买提•吐尔逊、阿里·肉孜', '', '', '']);
  const done = await importRegister(here.byImport(), again);
  assert.ok(done.ok && done.value.owners === 0 && done.value.changed === 1);
  assert.deepEqual(await owners(), before);
});

const owned = (here: TestCommunity) =>
  sql<{ door: string; name: string; phone: string | null; voter: boolean }>(
    `select u.door, w.owner_name as name, p.phone, w.voter from ownership w
       join unit u on u.community_id = w.community_id and u.id = w.unit_id left join person p on p.id = w.person_id
      where w.community_id = $1 order by u.door, w.voter desc, w.owner_name`,
    [here.communityId],
  );

test('the trial names every door at which an owner, the vote or a telephone changes; importing takes just that', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [one, two, three] = [phone(), phone(), phone()];
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
  const first = file(row('101', '张三、李四', one), row('102', '王五', two), row('103', '赵六'), row('104', '钱七'));
  assert.ok((await importRegister(here.byImport(), first)).ok);
  const next = file(
    row('101', '李四、张三'),
    row('102', '王五', three),
    row('103', '孙八'),
    row('104', '钱七', '', '80.5'),
    row('105', '周九'),
  );
  const plan = await registerPlan(here.byImport(), next);
  const { added, changed, same, owners, voters, phones } = plan ?? {};
  assert.deepEqual([added, changed, same, owners, voters, phones], [1, 4, 0, 1, 1, 1]);
  const at = { building: '14', entrance: 1, area: null, status: null, owners: null, voter: null, phones: null };
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
  assert.deepEqual(await tried(here.byImport(), { ...next, hash: 'f'.repeat(64) }), [0, 0, 5]);
});

test('a number beside several names is given to none of them, and neither is one that somebody else has', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [shared, theirs, own] = [phone(), phone(), phone()];
  await sql('insert into person (name, phone) values ($1, $2)', ['周围', theirs]);
  const asked = file(
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
  assert.deepEqual(await tried(here.byImport(), { ...asked, hash: 'f'.repeat(64) }), [0, 0, 5]);
});

test('new buildings, doors the sheet leaves out, doors that look alike and homes nobody lives in are named', async () => {
  const here = await makeCommunity({ buildings: [] });
  const row = (building: string, door: string, home = '') => [building, '1', door, '80', '张三', '', '', home];
  await importRegister(here.byImport(), file(row('14', '101'), row('14', '102'), row('14', '103'), row('14', '201A')));
  const [lived] = await sql<{ id: number }>(
    `select h.id from household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
      where h.community_id = $1 and u.door = '103'`,
    [here.communityId],
  );
  await sql('insert into residency (community_id, household_id, person_id) values ($1, $2, $3)', [
    ...[here.communityId, lived?.id, await here.outsider()],
  ]);
  const next = file(
    ...[row('14', '0101'), row('14', '102', '无人'), row('14', '103', '空置'), row('14', '201a'), row('14', '1-201A')],
    ...[row('16', '301b'), row('16', '301B')],
  );
  const plan = await registerPlan(here.byImport(), next);
  const at = { building: '14', entrance: 1 };
  assert.deepEqual(plan?.buildings, [{ compound: '测试社区', building: '16', units: 2 }]);
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

test('a door that was divided is no more, keeps what it said, and is asked nothing new; neither is an empty home', async () => {
  const here = await makeCommunity({ buildings: [] });
  const row = (door: string, status = '', home = '') => ['14', '1', door, '80', '张三', '', status, home];
  const doors = ['101', '102', '103', '201', '202'].map((door) => row(door));
  await importRegister(here.byImport(), file(...doors));
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
  const barred = file(...next.slice(0, 5), row('201', '不存在'), row('202'));
  const place = { building: '14', entrance: 1 };
  assert.deepEqual((await registerPlan(here.byImport(), barred))?.empty, [
    { ...place, door: '101', what: 'ends' },
    { ...place, door: '102', what: 'ends' },
    { ...place, door: '103', what: 'goes' },
    { ...place, door: '201', what: 'barred' },
  ]);
  assert.equal(codeOf(await importRegister(here.byImport(), barred)), 'door_lived_in');
  assert.equal((await homeOf('101'))?.ended, false, 'all of it or nothing');
  assert.ok((await importRegister(here.byImport(), file(...next))).ok);
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
  assert.ok((await importRegister(here.byImport(), file(...next.with(3, row('102'))))).ok);
  assert.deepEqual(await seen('102'), ['delivered', 'home', 1]);
  assert.ok((await askToJoin(here.by(asks), { ...at, door: '102' })).ok);
});

test('who sells and is still registered as living there is named', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [seller, other] = [phone(), phone()];
  const row = (name: string, number: string) => ['14', '1', '101', '80', name, number, '', ''];
  await importRegister(here.byImport(), file(row('张三、李四', `${seller}、${other}`)));
  await sql(
    `insert into residency (community_id, household_id, person_id)
     select h.community_id, h.id, p.id from household h join person p on p.phone = any ($2) where h.community_id = $1`,
    [here.communityId, [seller, other]],
  );
  const sold = await registerPlan(here.byImport(), file(row('李四、赵六', `${other}、${phone()}`)));
  assert.deepEqual(sold?.sellers, [{ building: '14', entrance: 1, door: '101', name: '张三' }]);
  assert.deepEqual((await registerPlan(here.byImport(), file(row('张三、李四', ''))))?.sellers, []);
});

test('an earlier sheet again goes back, and says since when and what; the last one changes nothing', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [before, after] = ['80', '90'].map((area) => file(['14', '1', '101', area, '张三', '', '', '']));
  assert.ok(before && after);
  for (const sheet of [before, after]) assert.ok((await importRegister(here.byImport(), sheet)).ok);
  assert.equal((await registerPlan(here.byImport(), after))?.imported, true);
  assert.equal(codeOf(await importRegister(here.byImport(), after)), 'already_imported');
  const plan = await registerPlan(here.byImport(), before);
  assert.deepEqual([plan?.imported, plan?.before instanceof Date, plan?.changes[0]?.area], [false, true, [9000, 8000]]);
  assert.ok((await importRegister(here.byImport(), before)).ok);
  assert.deepEqual(await tried(here.byImport(), before), [0, 0, 1]);
});

test('the record of an import holds no name and no number', async () => {
  const here = await makeCommunity({ buildings: [] });
  const number = phone();
  await importRegister(here.byImport(), file(['14', '1', '101', '89.5', '欧阳独一', number, '', '']));
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
    const done = await importRegister(here.byImport(), file(...Array.from({ length: households }, (_, n) => row(n))));
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
  const one = file(['14', '1', '101', '89.5', '张三', '', '', '']);
  const both = await Promise.all([importRegister(here.byImport(), one), importRegister(here.byImport(), one)]);
  assert.deepEqual(both.map(codeOf).sort(), ['already_imported', 'ok']);
  assert.equal(await count(here, 'unit'), 1);
});

test('who may import', async () => {
  const here = await makeCommunity();
  const one = file(['14', '1', '909', '89.5', '张三', '', '', '']);
  for (const person of [
    await here.outsider(),
    await here.resident(here.household('14', 0)),
    await here.staff('hotline'),
  ])
    assert.equal(codeOf(await importRegister(here.by(person), one)), 'not_allowed');
  assert.equal(codeOf(await importRegister(here.byVisitor(), one)), 'not_allowed');
});

test('a new community has settings and a record; its name is its own', async () => {
  const slug = `n-${randomBytes(4).toString('hex')}`;
  const names = { slug, nameZh: '新社区', nameEn: 'New' };
  assert.ok((await createCommunity(null, names)).ok);
  assert.equal(codeOf(await createCommunity(null, names)), 'slug_taken');
  assert.equal(codeOf(await createCommunity(null, { ...names, slug: 'desk' })), 'reserved_slug');
  assert.equal(codeOf(await createCommunity(1, { ...names, slug: 'other-one' })), 'not_allowed');
  for (const slug of LEAFLETS) assert.equal(codeOf(await createCommunity(null, { ...names, slug })), 'reserved_slug');
  const telephoneOf = async () => (await communities(1000)).find((one) => one.slug === slug)?.telephone;
  assert.equal(await telephoneOf(), '');
  assert.equal(codeOf(await setTelephone(null, { slug, telephone: '010-8888 6666' })), 'ok');
  assert.equal(await telephoneOf(), '010-8888 6666');
  assert.equal(codeOf(await setTelephone(null, { slug, telephone: '<b>' })), 'invalid');
  assert.equal(codeOf(await setTelephone(null, { slug: 'nobody-there', telephone: '' })), 'no_such_community');
  assert.equal(codeOf(await setTelephone(1, { slug, telephone: '' })), 'not_allowed');
  const done = await importRegister(
    { by: { import: true }, community: slug },
    file(['14', '1', '101', '89.5', '张三', '', '', '']),
  );
  assert.ok(done.ok);
});

const door = { name: '刘女士', building: '14', entrance: '1', door: '201' };

test('attack 14, joining: asked, confirmed by the captain of that entrance where the register proves it, told to the household', async () => {
  const here = await makeCommunity();
  const home = here.household('14', 4);
  const newcomer = await here.outsider();
  await here.resident(home);
  const captain = await here.captain(here.entrance('14', 1));
  const elsewhere = await here.captain(here.entrance('14', 2));
  const asked = await askToJoin(here.by(newcomer), door);
  assert.ok(asked.ok);
  const request = asked.value.request;
  assert.equal(codeOf(await askToJoin(here.by(newcomer), door)), 'already_asked');
  assert.equal((await joinRequests(here.by(captain), undefined))?.open.length, 1);
  assert.equal((await joinRequests(here.by(elsewhere), undefined))?.open.length, 0);
  assert.equal(await joinRequests(here.by(newcomer), undefined), undefined);
  assert.equal(codeOf(await confirmJoin(here.by(elsewhere), { request })), 'not_allowed');
  assert.equal(codeOf(await confirmJoin(here.by(newcomer), { request })), 'not_allowed');
  assert.equal(codeOf(await confirmJoin(here.by(captain), { request })), 'worker_confirms');
  assert.equal((await joinRequests(here.by(captain), undefined))?.open[0]?.byWorker, true);
  await sql(
    `insert into ownership (community_id, unit_id, person_id, owner_name)
     select community_id, unit_id, $2, '刘女士' from household where id = $1`,
    [home, newcomer],
  );
  assert.ok((await confirmJoin(here.by(captain), { request })).ok);
  assert.equal(codeOf(await confirmJoin(here.by(captain), { request })), 'already_decided');
  assert.equal(codeOf(await askToJoin(here.by(newcomer), door)), 'already_lives');
  assert.equal(await count(here, 'letter'), 2);
});

test('the name somebody writes where they say they live is what is checked, and theirs where nobody vouched for another', async () => {
  const here = await makeCommunity();
  const newcomer = await here.outsider();
  const worker = await here.staff('social-worker');
  await sql('update person set name = $2 where id = $1', [newcomer, '小刘']);
  const asked = await askToJoin(here.by(newcomer), door);
  assert.ok(asked.ok);
  const [seen] = (await joinRequests(here.by(worker), undefined))?.open ?? [];
  assert.deepEqual([seen?.name, seen?.called], ['刘女士', '小刘']);
  assert.ok((await confirmJoin(here.by(worker), asked.value)).ok);
  const named = () => sql('select name from person where id = $1', [newcomer]);
  assert.deepEqual(await named(), [{ name: '刘女士' }]);
  const other = await askToJoin(here.by(newcomer), { ...door, name: '刘大妈', building: '15' });
  assert.ok(other.ok);
  assert.ok((await confirmJoin(here.by(worker), other.value)).ok);
  assert.deepEqual(await named(), [{ name: '刘女士' }], 'somebody has vouched for it');
});

test('a captain does not confirm themself; a social worker may refuse with a reason', async () => {
  const here = await makeCommunity();
  const captain = await here.captain(here.entrance('14', 1));
  const worker = await here.staff('social-worker');
  const asked = await askToJoin(here.by(captain), door);
  assert.ok(asked.ok);
  assert.equal(codeOf(await confirmJoin(here.by(captain), asked.value)), 'not_allowed');
  assert.equal(codeOf(await refuseJoin(here.by(worker), asked.value)), 'invalid');
  assert.ok((await refuseJoin(here.by(worker), { ...asked.value, reason: '房号和户册对不上' })).ok);
  assert.equal(await count(here, 'residency'), 0);
});

test('an act asks whoever lives nowhere here to register first, and says when it is being checked or was refused', async () => {
  const here = await makeCommunity();
  const newcomer = await here.outsider();
  assert.deepEqual(await myPlace(here.by(newcomer), {}), { lives: false, claim: null });
  assert.equal(codeOf(await askToJoin(here.by(newcomer), { ...door, entrance: '东门' })), 'invalid');
  const asked = await askToJoin(here.by(newcomer), { ...door, entrance: '一单元', door: '201室' });
  assert.ok(asked.ok);
  const waiting = await myPlace(here.by(newcomer), {});
  assert.deepEqual([waiting?.lives, waiting?.claim?.state, waiting?.claim?.door], [false, 'requested', '201']);
  const worker = await here.staff('social-worker');
  assert.ok((await refuseJoin(here.by(worker), { ...asked.value, reason: '房号和户册对不上' })).ok);
  assert.equal((await myPlace(here.by(newcomer), {}))?.claim?.reason, '房号和户册对不上');
  const again = await askToJoin(here.by(newcomer), door);
  assert.ok(again.ok && (await confirmJoin(here.by(worker), again.value)).ok);
  assert.deepEqual(await myPlace(here.by(newcomer), {}), { lives: true, claim: null });
});

test('a door that is not there', async () => {
  const here = await makeCommunity();
  const refused = await askToJoin(here.by(await here.outsider()), { ...door, door: '999' });
  assert.deepEqual(refused, {
    ok: false,
    refusal: { code: 'no_such_door', fieldErrors: { door: 'no_such_door' } },
  });
});

test('grants: given by the secretary to a phone, never to oneself, and gone with the next click', async () => {
  const here = await makeCommunity();
  const secretary = await here.staff('party-secretary');
  const number = phone();
  const asked = {
    phone: number,
    name: '王楼长',
    role: 'captain',
    entrances: [String(here.entrance('14', 1))],
    until: '',
  };
  assert.equal(codeOf(await giveGrant(here.by(await here.staff('social-worker')), asked)), 'not_allowed');
  const given = await giveGrant(here.by(secretary), asked);
  assert.ok(given.ok);
  assert.equal(codeOf(await giveGrant(here.by(secretary), asked)), 'already_held');
  assert.equal(
    codeOf(await giveGrant(here.by(secretary), { ...asked, role: 'party-secretary', entrances: [] })),
    'not_allowed',
  );
  const [own] = await sql<{ phone: string }>('select phone from person where id = $1', [secretary]);
  assert.equal(
    codeOf(await giveGrant(here.by(secretary), { ...asked, phone: own?.phone, role: 'hotline', entrances: [] })),
    'not_allowed',
  );
  assert.ok((await revokeGrant(here.by(secretary), { grant: given.value.grant, reason: '搬走了' })).ok);
  const newcomer = await here.outsider();
  const request = await askToJoin(here.by(newcomer), door);
  assert.ok(request.ok);
  const [captain] = await sql<{ id: number }>('select id from person where phone = $1', [number]);
  assert.equal(codeOf(await confirmJoin(here.by(captain?.id ?? 0), request.value)), 'not_allowed');
  assert.equal(
    codeOf(await revokeGrant(here.by(secretary), { grant: given.value.grant, reason: '再收' })),
    'already_over',
  );
});

test('a captain is given many entrances at once, and later only those that are new', async () => {
  const here = await makeCommunity();
  const secretary = here.by(await here.staff('party-secretary'));
  const [one, two] = [here.entrance('14', 1), here.entrance('14', 2)].map(String);
  const asked = { phone: phone(), name: '王楼长', role: 'captain', entrances: [one] };
  assert.ok((await giveGrant(secretary, asked)).ok);
  assert.equal(codeOf(await giveGrant(secretary, { ...asked, name: '李四光' })), 'name_other');
  const more = await giveGrant(secretary, { ...asked, entrances: [one, two, String(here.entrance('15', 1))] });
  assert.ok(more.ok && more.value.given === 2);
  assert.equal(codeOf(await giveGrant(secretary, { ...asked, entrances: [two, one] })), 'already_held');
  assert.equal(
    codeOf(await giveGrant(secretary, { ...asked, phone: phone(), name: '赵六', entrances: [] })),
    'entrance_for_captains',
  );
  assert.equal(
    codeOf(await giveGrant(secretary, { ...asked, phone: phone(), name: '钱七', role: 'hotline' })),
    'entrance_for_captains',
  );
});

test('captains come from a sheet: all of them or none, and again changes nothing', async () => {
  const here = await makeCommunity();
  const [one, two] = [phone(), phone()];
  const sheet = (...rows: string[][]) => {
    const { problems, rows: read } = captains.read(linesOf([['楼号', '单元', '楼门长', '手机'], ...rows]));
    assert.deepEqual(problems, []);
    return { hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex'), rows: read };
  };
  const all = sheet(['14号楼', '1', '孙建华', one], ['14', '二单元', '孙建华', one], ['15', '1', '周玉梅', two]);
  const bring = (rows: typeof all) => importCaptains(here.byImport(), rows);
  assert.equal(codeOf(await importCaptains(here.by(await here.staff('party-secretary')), all)), 'not_allowed');
  for (const [code, row] of [
    ['row_no_entrance', ['16', '1', '周玉梅', two]],
    ['row_no_entrance', ['15', '9', '周玉梅', two]],
    ['row_two_names', ['15', '2', '周玉海', two]],
  ] as const)
    assert.equal(codeOf(await bring(sheet(['15', '1', '周玉梅', two], [...row]))), code);
  assert.equal(await count(here, 'grants'), 1, 'of none');
  const done = await bring(all);
  assert.deepEqual(done.ok && done.value, { rows: 3, captains: 2, given: 3 });
  const again = await bring(all);
  assert.deepEqual(again.ok && again.value, { rows: 3, captains: 2, given: 0 });
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

test('a new community is told what comes first', async () => {
  const here = await makeCommunity({ buildings: [] });
  const secretary = here.by(await here.staff('party-secretary'));
  const nothing = { telephone: false, households: 0, entrances: 0, captains: 0, proposals: 0 };
  assert.deepEqual(await beginning(secretary, undefined), { ...nothing, offices: ['party-secretary'] });
  assert.equal(await beginning(here.by(await here.outsider()), undefined), undefined);
  await importRegister(
    here.byImport(),
    file(['14', '1', '101', '80', '张三', '', '', ''], ['14', '2', '101', '80', '李四', '', '', '']),
  );
  const [door] = await sql<{ id: number }>('select min(id) as id from entrance where community_id = $1', [
    here.communityId,
  ]);
  await giveGrant(secretary, { phone: phone(), name: '王楼长', role: 'captain', entrances: [String(door?.id)] });
  const far = { ...nothing, households: 2, entrances: 2, captains: 1, offices: ['captain', 'party-secretary'] };
  assert.deepEqual(await beginning(secretary, undefined), far);
});

test('an entrance of another community is not found', async () => {
  const here = await makeCommunity();
  const other = await makeCommunity();
  const secretary = await here.staff('party-secretary');
  const asked = {
    phone: phone(),
    name: '王楼长',
    role: 'captain',
    entrances: [String(other.entrance('14', 1))],
    until: '',
  };
  assert.equal(codeOf(await giveGrant(here.by(secretary), asked)), 'not_found');
});

test('whoever holds the server gives the first secretary', async () => {
  const here = await makeCommunity();
  const asked = { phone: phone(), name: '书记', role: 'party-secretary' };
  assert.ok((await giveGrant(here.byImport(), asked)).ok);
});

test('terms do not overlap, and access ends with the term', async () => {
  const here = await makeCommunity();
  here.at('2021-12-01');
  const secretary = await here.staff('party-secretary');
  const number = phone();
  const first = { phone: number, name: '治理书记', cohort: '第一批', post: '', from: '2021-12-20', to: '2022-10-31' };
  assert.ok((await openTerm(here.by(secretary), first)).ok);
  const second = { ...first, phone: phone(), from: '2022-10-31', to: '2023-06-30' };
  assert.equal(codeOf(await openTerm(here.by(secretary), second)), 'term_overlaps');
  assert.equal(codeOf(await openTerm(here.by(secretary), { ...second, from: '2023-07-01' })), 'term_backwards');
  const [holder] = await sql<{ id: number }>('select id from person where phone = $1', [number]);
  const call = here.by(holder?.id ?? 0);
  assert.equal(await grantsPage(call, undefined), undefined);
  here.at('2022-10-31T23:59');
  assert.ok(await grantsPage(call, undefined));
  here.at('2022-11-01T00:00');
  assert.equal(await grantsPage(call, undefined), undefined);
  here.at(undefined);
});

test('where two compounds have a building of one name, the form and the sheet say which', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 4 }] });
  const worker = here.by(await here.staff('social-worker'));
  const asked = { name: '赵一', building: '14', entrance: '1', door: '101', note: '' };
  const buildings = async () => (await registerPage(worker, undefined))?.buildings.map((one) => one.name);
  assert.deepEqual(await buildings(), ['14']);
  assert.equal(codeOf(await askToJoin(here.by(await here.outsider()), asked)), 'ok');

  const sheet = (...rows: string[][]) => {
    const read = register.read(linesOf([['小区', ...head], ...rows]));
    const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    return { hash, ...read };
  };
  const second = sheet(['二区', '14', '1', '901', '80', '钱二', '', '', '']);
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

  const bare = file(['14', '1', '101', '90', '孙三', '', '', '']);
  assert.deepEqual((await registerPlan(worker, bare))?.unclear, [{ building: '14', compounds: ['一区', '二区'] }]);
  assert.equal(codeOf(await importRegister(worker, bare)), 'which_compound');
  const said = sheet(['一区', '14', '1', '101', '90', '孙三', '', '', '']);
  assert.deepEqual(await tried(worker, said), [0, 1, 0]);
  assert.equal(codeOf(await importRegister(worker, said)), 'ok');
  const mixed = sheet(
    ['二区', '15', '1', '101', '80', '周', '', '', ''],
    ['', '15', '1', '102', '80', '吴', '', '', ''],
  );
  assert.deepEqual(mixed.problems, [{ row: 3, code: 'compound', detail: '二区' }]);
});

test('communities of one street share its row, and its names are those it was first given', async () => {
  const place = { districtZh: '测试市东区', districtEn: 'East', streetZh: '河边街道', streetEn: 'Riverside' };
  const made = async (more: object) => {
    const slug = `t-${randomBytes(6).toString('hex')}`;
    assert.ok((await createCommunity(null, { slug, nameZh: '测试社区', nameEn: 'Test', ...more })).ok);
    const { placeZh, placeEn } = (await communityNamed(slug)) ?? {};
    const [row] = await sql<{ street: number | null }>('select street_id as street from community where slug = $1', [
      slug,
    ]);
    return { placeZh, placeEn, street: row?.street };
  };
  const first = await made({ place });
  assert.deepEqual(first, { placeZh: '测试市东区河边街道', placeEn: 'Riverside, East', street: first.street });
  assert.deepEqual(await made({ place: { ...place, streetEn: 'Other', districtEn: 'Other' } }), first);
  assert.notEqual((await made({ place: { ...place, streetZh: '山前街道' } })).street, first.street);
  assert.deepEqual(await made({ noteZh: '一份', noteEn: 'A copy' }), {
    placeZh: '一份',
    placeEn: 'A copy',
    street: null,
  });
  assert.deepEqual(await made({}), { placeZh: '', placeEn: '', street: null });
});
