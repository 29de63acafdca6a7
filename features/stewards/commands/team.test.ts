import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { havingSeen } from '@/db/seed/shown';
import { myLetters } from '@/features/me/queries';
import { giveGrant, revokeGrant } from '@/features/people/commands/grant';
import { endResidency } from '@/features/people/commands/residents';
import { closeAll, makeCommunity, newPhone, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { team } from '@/tests/stewards';
import { handlers } from '../jobs';
import { boardStewards } from '../queries/board';
import { deskSteward, deskStewards, parted } from '../queries/desk';
import { myService } from '../queries/mine';
import { assignAreas, endSteward, nameSteward, partSteward, showName } from './team';

after(closeAll);

test('somebody who lives here joins the team once; whose name stands on the board is theirs alone to say', async () => {
  const { here, worker, one, first, name, phone } = await team();
  assert.equal(code(await name(one)), 'in_the_team');
  assert.equal(code(await name(await here.outsider())), 'not_of_here');
  const call = { phone: await phone(one), kind: 'volunteer' };
  assert.equal(code(await nameSteward(here.by(one), call)), 'not_allowed');
  const board = async () => (await boardStewards(here.slug, {}))?.buildings;
  assert.deepEqual(
    (await board())?.map(({ building, entrances, covered, doors }) => [building, entrances, covered, doors]),
    [
      ['14', 2, 1, [{ entrance: 1, kind: 'volunteer', name: '' }]],
      ['15', 2, 0, []],
    ],
  );
  assert.equal(code(await showName(here.by(worker), { steward: first, name: '老刘' })), 'not_allowed');
  here.at('2022-03-01T10:00');
  value(await showName(here.by(one), { steward: first, name: '老刘' }));
  assert.equal((await board())?.[0]?.doors[0]?.name, '老刘');
  here.at('2022-03-01T11:00');
  value(await showName(here.by(one), { steward: first, name: '' }));
  assert.equal((await board())?.[0]?.doors[0]?.name, '');
  here.at('2022-03-01T12:00');
  const both = [here.entrance('15', 1), here.entrance('15', 2)].map(String);
  value(await havingSeen(assignAreas)(here.by(worker), { steward: first, entrances: both }));
  const old = { steward: first, entrances: [], shown: JSON.stringify({ entrances: '14-1' }) };
  assert.equal(code(await assignAreas(here.by(worker), old)), 'overtaken');
  assert.deepEqual(
    (await board())?.map(({ covered }) => covered),
    [0, 2],
  );
  const elsewhere = await makeCommunity();
  const foreign = { steward: first, entrances: [String(elsewhere.entrance('14', 1))] };
  assert.equal(code(await havingSeen(assignAreas)(here.by(worker), foreign)), 'no_such_entrance');
});

test('of the entrances without anybody the office sees which have a captain who could be asked in', async () => {
  const { here, worker, secretary } = await team();
  const captains = async () =>
    (await deskStewards(here.by(worker), {}))?.gaps
      .filter(({ captain }) => captain)
      .map(({ building, no }) => [building, no]);
  assert.deepEqual(await captains(), []);
  const entrances = [String(here.entrance('15', 2))];
  const given = value(
    await giveGrant(here.by(secretary), { phone: newPhone(), name: '孙建华', role: 'captain', entrances }),
  );
  assert.deepEqual(await captains(), [['15', 2]]);
  here.at('2022-03-01T13:00');
  value(await revokeGrant(here.by(secretary), { grant: given.grant, reason: '搬走了' }));
  assert.deepEqual(await captains(), []);
});

test('whoever moves out and holds no office is in the team no more, at once and without the office; their hours stay', async () => {
  const { here, worker, one, two, first, second, turns, plan } = await team();
  value(await showName(here.by(one), { steward: first, name: '老刘' }));
  value(await plan(first));
  const [home] = await sql<{ id: number }>('select id from residency where community_id = $1 and person_id = $2', [
    here.communityId,
    one,
  ]);
  const ended = { resident: home?.id, reason: '搬走了' };
  value(await endResidency(here.by(worker), ended));
  const job = (await here.jobs()).find(({ task }) => task === 'stewards_parted');
  assert.deepEqual(job?.payload, { community: here.slug });
  here.at('2022-03-01T10:00');
  const system = here.bySystem('stewards_parted');
  assert.equal(code(await partSteward(system, { steward: second })), 'still_here');
  value(await showName(here.by(one), { steward: first, name: '' }));
  value(await showName(here.by(one), { steward: first, name: '老刘' }));
  await handlers.stewards_parted?.(job?.payload ?? {});
  here.at('2022-03-01T11:00');
  const board = await boardStewards(here.slug, {});
  assert.deepEqual(board?.buildings[0], {
    id: here.buildingId('14'),
    building: '14',
    entrances: 2,
    covered: 0,
    doors: [],
  });
  assert.doesNotMatch(JSON.stringify(board), /老刘/);
  assert.equal((await turns())[0]?.vacant, true);
  assert.equal((await myLetters(one, { after: null })).letters[0]?.kind, 'steward_parted');
  assert.deepEqual(
    (await myService(two, {})).map(({ to }) => to),
    [null],
  );
  await handlers.stewards_parted?.(job?.payload ?? {});
  assert.equal((await myLetters(one, { after: null })).letters.length, 4, 'and is told once');
});

test('an office that is taken back, and one that ends by its date, end the part in the team that rests on it', async () => {
  const { here, worker, secretary, phone } = await team();
  const captain = await here.captain(here.entrance('15', 1));
  const own = value(await nameSteward(here.by(worker), { phone: await phone(captain), kind: 'captain' })).steward;
  const system = here.bySystem('stewards_parted');
  const grantOf = async () =>
    (
      await sql<{ id: number }>('select id from grants where community_id = $1 and person_id = $2', [
        here.communityId,
        captain,
      ])
    )[0]?.id;
  value(await revokeGrant(here.by(secretary), { grant: await grantOf(), reason: '搬家' }));
  assert.equal((await here.jobs()).filter(({ task }) => task === 'stewards_parted').length, 1);
  here.at('2022-03-01T10:00');
  assert.deepEqual(await parted(system, {}), [own]);
});

test('whoever is made captain looks after that entrance on the board, once, and as long as they are its captain', async () => {
  const { here, worker, secretary } = await team();
  const run = (task: string) => handlers[task]?.({ community: here.slug });
  const doors = async () =>
    (await boardStewards(here.slug, {}))?.buildings.flatMap(({ building, doors }) =>
      doors.map(({ entrance, kind }) => `${building}-${entrance} ${kind}`),
    );
  const phone = newPhone();
  const give = async (entrances: number[]) =>
    value(
      await giveGrant(here.by(secretary), { phone, name: '孙建华', role: 'captain', entrances: entrances.map(String) }),
    );
  const { grant } = await give([here.entrance('15', 1)]);
  const job = (await here.jobs()).find(({ task }) => task === 'stewards_joined');
  assert.deepEqual(job?.payload, { community: here.slug });
  assert.deepEqual(await doors(), ['14-1 volunteer']);
  await run('stewards_joined');
  assert.deepEqual(await doors(), ['14-1 volunteer', '15-1 captain']);
  const [own] = await sql<{ id: number; person: number }>(
    'select id, person_id as person from steward where community_id = $1 and kind = $2',
    [here.communityId, 'captain'],
  );
  assert.equal((await myLetters(own?.person ?? 0, { after: null })).letters[0]?.kind, 'steward_named');
  assert.equal((await myService(own?.person ?? 0, {}))[0]?.areas.length, 1);

  here.at('2022-03-01T11:00');
  const second = await give([here.entrance('15', 2)]);
  await run('stewards_joined');
  await run('stewards_joined');
  assert.deepEqual(await doors(), ['14-1 volunteer', '15-1 captain', '15-2 captain']);
  assert.equal((await myLetters(own?.person ?? 0, { after: null })).letters.length, 3, 'and is asked in once');

  here.at('2022-03-01T12:00');
  const rest = { steward: own?.id, entrances: [String(here.entrance('15', 1))] };
  value(await havingSeen(assignAreas)(here.by(worker), rest));
  await run('stewards_joined');
  assert.deepEqual(await doors(), ['14-1 volunteer', '15-1 captain'], 'what the office took off them stays off');

  here.at('2022-03-01T13:00');
  value(await revokeGrant(here.by(secretary), { grant, reason: '搬走了' }));
  await run('stewards_parted');
  assert.deepEqual(await doors(), ['14-1 volunteer'], 'and with the office goes what came with it');
  assert.equal((await myService(own?.person ?? 0, {}))[0]?.to, null, 'captain of another entrance yet');

  here.at('2022-03-01T14:00');
  value(await revokeGrant(here.by(secretary), { grant: second.grant, reason: '搬走了' }));
  await run('stewards_parted');
  assert.notEqual((await myService(own?.person ?? 0, {}))[0]?.to, null);
  here.at('2022-03-01T15:00');
  await give([here.entrance('15', 2)]);
  await run('stewards_joined');
  assert.deepEqual(await doors(), ['14-1 volunteer', '15-2 captain'], 'made captain anew they are in it anew');
});

test('one of the team who is made captain stays what they are in it; whom the office asked to leave it does not ask in again', async () => {
  const { here, worker, secretary, one, two, first, second, phone } = await team();
  const run = () => handlers.stewards_joined?.({ community: here.slug });
  const give = async (person: number, entrance: number) =>
    value(
      await giveGrant(here.by(secretary), {
        phone: await phone(person),
        name: (await sql<{ name: string }>('select name from person where id = $1', [person]))[0]?.name,
        alike: 'seen',
        role: 'captain',
        entrances: [String(entrance)],
      }),
    );
  await give(one, here.entrance('14', 1));
  await give(two, here.entrance('15', 1));
  await run();
  const areas = () =>
    sql<{ steward: number; entrance: number; came: boolean }>(
      `select steward_id as steward, entrance_id as entrance, grant_id is not null as came from steward_area
        where community_id = $1 and to_at is null order by id`,
      [here.communityId],
    );
  assert.deepEqual(await areas(), [
    { steward: first, entrance: here.entrance('14', 1), came: true },
    { steward: second, entrance: here.entrance('15', 1), came: true },
  ]);
  assert.equal((await boardStewards(here.slug, {}))?.buildings[0]?.doors[0]?.kind, 'volunteer');
  here.at('2022-03-01T11:00');
  value(await endSteward(here.by(worker), { steward: second, reason: '太忙' }));
  await run();
  assert.equal((await areas()).length, 1);
  assert.equal((await myService(two, {}))[0]?.to !== null, true);
});

test('who asks to be deleted is to leave the team, and once they are, looks after nothing', async () => {
  const { here, one, two, first, second, turns, plan } = await team();
  value(await showName(here.by(one), { steward: first, name: '老刘' }));
  value(await plan(first));
  const board = async () => JSON.stringify(await boardStewards(here.slug, {}));
  assert.match(await board(), /老刘/);
  here.at('2022-03-01T10:00');
  await sql(`update person set erases_at = moment() where id = $1`, [two]);
  assert.deepEqual(await parted(here.bySystem('stewards_parted'), {}), [second]);
  await sql(`select erase($1, '2022-03-01 11:00+08')`, [one]);
  here.at('2022-03-01T11:00');
  const page = await boardStewards(here.slug, {});
  assert.deepEqual(
    page?.buildings.map(({ covered, doors }) => [covered, doors.length]),
    [
      [0, 0],
      [0, 0],
    ],
  );
  assert.equal((await turns())[0]?.vacant, true);
  assert.equal((await myService(two, {}))[0]?.to, null);
});

test('two compounds that each have a building 14 are two buildings', async () => {
  const { here, worker, first } = await team();
  const [row] = await sql<{ entrance: number }>(
    `with k as (insert into compound (community_id, name) values ($1, '二区') returning id),
       b as (insert into building (community_id, compound_id, name) select $1, id, '14' from k returning id),
       e as (insert into entrance (community_id, building_id, no) select $1, id, 1 from b returning id, building_id),
       u as (insert into unit (community_id, entrance_id, door, area) select $1, id, '101', 8000 from e returning id)
     insert into household (community_id, unit_id, entrance_id, building_id) select $1, u.id, e.id, e.building_id from u, e
     returning entrance_id as entrance`,
    [here.communityId],
  );
  value(await havingSeen(assignAreas)(here.by(worker), { steward: first, entrances: [String(row?.entrance)] }));
  assert.deepEqual(
    (await boardStewards(here.slug, {}))?.buildings.map(({ building, covered, doors }) => [
      building,
      covered,
      doors.length,
    ]),
    [
      ['15', 0, 0],
      ['一区 14', 0, 0],
      ['二区 14', 1, 1],
    ],
  );
  assert.deepEqual((await deskSteward(here.by(worker), { no: first }))?.areas[0]?.building, '二区 14');
});

test('a team of more than a page is read to its end', async () => {
  const { here, worker } = await team();
  await sql(
    `with p as (insert into person (name, phone, created_at) select '管家' || n, '18' || lpad(($2 + n)::text, 9, '0'), moment()
        from generate_series(1, 60) n returning id)
     insert into steward (community_id, person_id, kind, added_by, from_at) select $1, id, 'volunteer', id, moment() from p`,
    [here.communityId, here.communityId * 100],
  );
  const page = await deskStewards(here.by(worker), {});
  const rest = await deskStewards(here.by(worker), { member: page?.nextMember ?? null });
  assert.deepEqual([page?.team.length, rest?.team.length, rest?.nextMember], [40, 22, null]);
});
