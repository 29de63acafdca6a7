import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { myLetters } from '@/features/me/queries';
import { endSteward, nameSteward } from '@/features/stewards/commands/team';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { deskVisits } from '../queries/desk';
import { doorEntrance, doorVisits } from '../queries/door';
import { doorHome } from '../queries/home';
import { teamDoor, teamDoors } from '../queries/team';
import { writeCare } from './care';
import { answerNeed, noteNeed } from './need';
import { askNoVisits, dropVisit, planVisit, recordVisit, welcomeVisits } from './visit';

after(closeAll);

/** A volunteer of building 15 who looks after the entrance of building 14, and the office. */
async function begun() {
  const here = await makeCommunity();
  here.at('2022-04-15T10:00');
  const worker = await here.staff('social-worker');
  const captain = await here.captain(here.entrance('14', 1));
  const household = here.household('14', 0);
  const living = await here.resident(household);
  const volunteer = await here.resident(here.household('15', 0));
  const [{ phone } = { phone: '' }] = await sql<{ phone: string }>('select phone from person where id = $1', [
    volunteer,
  ]);
  const entrances = [String(here.entrance('14', 1))];
  const { steward } = value(await nameSteward(here.by(worker), { phone, kind: 'volunteer', entrances }));
  const record = (by: number, more: Record<string, unknown> = {}) =>
    recordVisit(here.by(by), {
      household,
      purpose: 'comfort',
      outcome: 'met',
      on: '2022-04-15T09:30',
      place: 'home',
      met: '老两口',
      said: '下楼要扶，台阶滑',
      ...more,
    });
  return { here, worker, captain, household, living, volunteer, steward, record };
}

test('a volunteer writes down a visit at an entrance they look after, and sees doors alone; captain and home read it', async () => {
  const { here, captain, household, living, volunteer, record } = await begun();
  value(await record(captain, { said: '别人记的话', on: '2022-04-15T08:00' }));
  value(await record(volunteer, { person: living }));
  const seen = await teamDoors(here.by(volunteer), {});
  assert.equal(
    seen?.homes.length,
    (await doorEntrance(here.by(captain), { entrance: here.entrance('14', 1) }))?.homes.length,
  );
  const one = await teamDoor(here.by(volunteer), { household });
  assert.deepEqual(Object.keys(one ?? {}).sort(), [
    ...['asked', 'building', 'captain', 'door', 'entrance', 'household', 'mine', 'now', 'quiet'],
  ]);
  assert.equal(one?.mine?.slice(0, 10), '2022-04-15');
  assert.equal(one?.asked, null);
  assert.equal(JSON.stringify([seen, one]).includes('台阶'), false, 'not even their own words are kept open there');
  for (const read of [
    doorHome(here.by(volunteer), { household }),
    doorEntrance(here.by(volunteer), { entrance: here.entrance('14', 1) }),
    doorVisits(here.by(volunteer), {}),
  ])
    assert.equal(await read, undefined);
  const [last] = (await doorHome(here.by(captain), { household }))?.visits ?? [];
  assert.equal(last?.said, '下楼要扶，台阶滑');
  const [{ person } = { person: 0 }] = await sql<{ person: number | null }>(
    'select person_id as person from home_visit where community_id = $1 and recorded_by = $2',
    [here.communityId, volunteer],
  );
  assert.equal(person, null, 'who lives there is not theirs to know, so not theirs to say');
  assert.equal((await myLetters(living, { after: null })).letters[0]?.kind, 'visit_recorded');
});

test('nothing else of visits is theirs: no plan, no private note, no task, no word that visits are welcome again', async () => {
  const { here, worker, captain, household, volunteer, record } = await begun();
  const by = here.by(volunteer);
  value(
    await planVisit(here.by(worker), {
      household,
      purpose: 'comfort',
      reason: 'fall',
      day: '2022-04-18',
      visitor: captain,
    }),
  );
  const refused = [
    planVisit(by, { household, purpose: 'comfort', reason: 'fall', day: '2022-04-18' }),
    dropVisit(by, { household, reason: '不去' }),
    writeCare(by, { household, consent: 'said', agreed: '奶奶', words: '药' }),
    welcomeVisits(by, { household }),
  ];
  for (const one of refused) assert.equal(code(await one), 'not_allowed');
  value(await record(volunteer, { outcome: 'not_home', met: '', said: '' }));
  assert.ok(
    (await doorHome(here.by(captain), { household }))?.plan,
    'what the captain is to do there is still to be done',
  );
  const { need } = value(await noteNeed(by, { household, wording: '想理发' }));
  assert.equal(code(await answerNeed(by, { need, words: '理好了' })), 'not_allowed');
  assert.equal((await doorHome(here.by(captain), { household }))?.needs[0]?.wording, '想理发');
  value(await askNoVisits(by, { household }));
  const [quiet] = await sql<{ own: boolean }>(
    'select person_id is not null as own from no_visits where community_id = $1',
    [here.communityId],
  );
  assert.equal(quiet?.own, false, 'heard at the door, and the household has a letter of it');
  assert.equal((await teamDoor(by, { household }))?.quiet, true);
  assert.equal(code(await record(volunteer)), 'asked_not_to');
});

test('a social worker asks somebody of the team to go: they read door, purpose and day, and end it by having been there', async () => {
  const { here, worker, captain, household, living, volunteer, steward, record } = await begun();
  const plan = (by: number, visitor: number, home = household) =>
    planVisit(here.by(by), { household: home, purpose: 'comfort', reason: 'fall', day: '2022-04-18', visitor });
  assert.equal(code(await plan(captain, volunteer)), 'not_theirs', 'a captain has no list of the team');
  assert.equal(code(await plan(worker, living)), 'not_theirs');
  assert.equal(code(await plan(worker, volunteer, here.household('15', 0))), 'not_theirs', 'not at their own door');
  const team = async (by: number) => (await doorHome(here.by(by), { household }))?.team.map(({ id }) => id);
  assert.deepEqual([await team(worker), await team(captain)], [[volunteer], []]);
  value(await plan(worker, volunteer));
  assert.equal((await myLetters(volunteer, { after: null })).letters[0]?.kind, 'visit_asked');
  const [one] = (await teamDoors(here.by(volunteer), {}))?.homes.filter(({ asked }) => asked) ?? [];
  assert.deepEqual([one?.household, one?.asked], [household, { purpose: 'comfort', day: '2022-04-18' }]);
  value(await record(volunteer));
  assert.equal((await doorHome(here.by(captain), { household }))?.plan, undefined);
  assert.equal((await teamDoor(here.by(volunteer), { household }))?.asked, null);

  value(await plan(worker, volunteer));
  value(await dropVisit(here.by(volunteer), { household, reason: '那几天不在' }));
  assert.equal((await myLetters(worker, { after: null })).letters[0]?.kind, 'visit_not_made');
  assert.equal((await doorHome(here.by(captain), { household }))?.dropped?.reason, '那几天不在');

  value(await plan(worker, volunteer));
  assert.deepEqual((await deskVisits(here.by(worker), {}))?.late, []);
  value(await endSteward(here.by(worker), { steward, reason: '搬走了' }));
  assert.equal(code(await dropVisit(here.by(volunteer), { household, reason: '不去' })), 'not_allowed');
  assert.deepEqual(
    (await deskVisits(here.by(worker), {}))?.late.map(({ gone }) => gone),
    [true],
    'nobody goes there any more',
  );
});

test('only at their entrances, only while they look after them, and never at their own door', async () => {
  const { here, worker, volunteer, steward, record } = await begun();
  assert.equal(code(await record(volunteer, { household: here.household('15', 3) })), 'not_allowed');
  assert.equal(await teamDoor(here.by(volunteer), { household: here.household('15', 3) }), undefined);
  const [{ phone } = { phone: '' }] = await sql<{ phone: string }>('select p.phone from person p where p.id = $1', [
    await here.resident(here.household('14', 1)),
  ]);
  const entrances = [String(here.entrance('14', 1))];
  value(await nameSteward(here.by(worker), { phone, kind: 'volunteer', entrances }));
  const [{ id } = { id: 0 }] = await sql<{ id: number }>('select id from person where phone = $1', [phone]);
  assert.equal(code(await record(id, { household: here.household('14', 1) })), 'not_allowed');
  assert.equal(await teamDoor(here.by(id), { household: here.household('14', 1) }), undefined);
  value(await record(id));
  value(await record(volunteer));
  value(await endSteward(here.by(worker), { steward, reason: '搬走了' }));
  assert.equal(code(await record(volunteer)), 'not_allowed');
  assert.deepEqual((await teamDoors(here.by(volunteer), {}))?.homes, []);
});
