import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { havingSeen } from '@/db/seed/shown';
import { myToday } from '@/features/me/queries';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { fair, haircut } from '@/tests/programmes';
import { boardComing, boardMonth, boardProgramme, boardWeek } from '../queries/board';
import { deskOccasion, doorOccasion, isSoon, slip } from '../queries/desk';
import { myOccasion, myProgrammes } from '../queries/mine';
import { addDates, cancelOccasion, moveOccasion, planProgramme, setPlaces } from './plan';
import { remind } from './remind';
import { attend, makeSignUp, recordSignUp, takeBackPlace, tellHow, walkIn } from './sign-up';

after(closeAll);

test('a household takes a place, waits, comes in by turn when another gives up, and nobody twice', async () => {
  const { here, worker, occasion, homes, people, sign, letters } = await fair();
  const first = value(await sign(0));
  assert.equal(first.state, 'taken');
  assert.equal(code(await sign(0)), 'signed_up_already');
  assert.equal(value(await sign(1)).state, 'taken');
  assert.equal(value(await sign(2, '2')).state, 'waiting');
  assert.equal(value(await sign(3)).state, 'waiting');
  const stranger = await here.resident(here.household('15', 0));
  const other = { occasion, household: homes[0], heads: '1' };
  assert.equal(code(await havingSeen(makeSignUp)(here.by(stranger), other)), 'not_allowed');
  assert.equal(code(await takeBackPlace(here.by(stranger), { signUp: first.signUp })), 'not_allowed');

  value(await takeBackPlace(here.by(people[0] ?? 0), { signUp: first.signUp }));
  const states = async () =>
    (await deskOccasion(here.by(worker), { no: occasion }))?.guests.map(({ ticket, state }) => [ticket, state]);
  assert.deepEqual(await states(), [
    [2, 'taken'],
    [3, 'waiting'],
    [4, 'waiting'],
  ]);
  value(await havingSeen(setPlaces)(here.by(worker), { occasion, places: '3' }));
  assert.deepEqual(await states(), [
    [2, 'taken'],
    [3, 'taken'],
    [4, 'waiting'],
  ]);
  assert.deepEqual(await letters(2), ['sign_up_advanced']);
  assert.deepEqual(await letters(3), []);
  assert.equal(code(await havingSeen(setPlaces)(here.by(worker), { occasion, places: '2' })), 'places_taken');
  assert.equal(code(await sign(0, '4')), 'more_than_places');
  assert.equal(value(await sign(0)).state, 'waiting', 'nobody passes those who wait');
  const mine = await myOccasion(here.by(people[3] ?? 0), { no: occasion });
  assert.deepEqual([mine?.homes[0]?.place?.state, mine?.homes[0]?.place?.before], ['waiting', 0]);
  assert.equal((await myProgrammes(people[3] ?? 0, { after: null })).page[0]?.state, 'waiting');
  const dates = async (which: number) =>
    (await myToday(people[which] ?? 0, {})).occasions.map(({ no, waiting }) => [no, waiting]);
  assert.deepEqual([await dates(2), await dates(3)], [[[occasion, false]], [[occasion, true]]]);
});

test('at the door its captain signs up and prints the slip; the household has a letter and may take it back', async () => {
  const { here, captain, worker, occasion, people, letters } = await fair();
  const home = { occasion, building: '14', entrance: '1', door: '101', heads: '1', channel: 'door' };
  const record = havingSeen(recordSignUp);
  assert.equal(code(await record(here.by(captain), { ...home, building: '15' })), 'not_allowed');
  assert.equal(code(await record(here.by(captain), { ...home, door: '909' })), 'no_such_door');
  assert.equal(code(await record(here.by(captain), { ...home, building: '99' })), 'no_such_building');
  assert.equal(code(await record(here.by(people[1] ?? 0), { ...home, door: '909' })), 'not_allowed');
  const done = value(await record(here.by(captain), home));
  assert.deepEqual(await letters(0), ['sign_up_recorded']);
  assert.equal((await slip(here.by(captain), { no: done.signUp }))?.door, '101');
  const elsewhere = await here.captain(here.entrance('15', 1));
  assert.equal(await slip(here.by(elsewhere), { no: done.signUp }), undefined);
  assert.deepEqual((await doorOccasion(here.by(elsewhere), { no: occasion }))?.guests, []);
  assert.equal((await doorOccasion(here.by(captain), { no: occasion }))?.guests.length, 1);
  value(await takeBackPlace(here.by(people[0] ?? 0), { signUp: done.signUp }));
  value(await record(here.by(worker), { ...home, channel: 'phone' }));
});

test('what was moved meanwhile is told before anybody signs up; who comes is written to, once', async () => {
  const { here, worker, occasion, homes, people, sign, letters } = await fair();
  value(await sign(0));
  const seen = JSON.stringify({ place: '社区二层', when: '2022-03-05 09:00–10:00' });
  const move = { occasion, startsAt: '2022-03-06T15:00', reason: '理发的师傅那天有事' };
  const moving = havingSeen(moveOccasion);
  const asked = await moving({ ...here.by(worker), undoes: '' }, move);
  assert.ok(!asked.ok);
  assert.deepEqual([asked.refusal.code, asked.refusal.details?.moved], ['undoes', 1]);
  value(await moving({ ...here.by(worker), undoes: String(asked.refusal.details?.undoes) }, move));
  assert.equal(code(await moving(here.by(worker), move)), 'nothing_changed');
  const late = await makeSignUp(here.by(people[1] ?? 0), { occasion, household: homes[1], heads: '1', shown: seen });
  assert.equal(code(late), 'overtaken');
  assert.deepEqual(await letters(0), ['occasion_moved']);
  const cancel = havingSeen(cancelOccasion);
  const call = here.by(worker);
  const refused = await cancel({ ...call, undoes: '' }, { occasion, reason: '停电' });
  assert.ok(!refused.ok);
  assert.deepEqual([refused.refusal.code, refused.refusal.details?.signUps], ['undoes', 1]);
  value(await cancel({ ...call, undoes: String(refused.refusal.details?.undoes) }, { occasion, reason: '停电' }));
  assert.deepEqual((await letters(0)).sort(), ['occasion_cancelled', 'occasion_moved']);
  assert.equal(code(await sign(1)), 'occasion_cancelled');
});

test('after it has begun nobody signs up or gives up; who came is ticked, and says three words', async () => {
  const { here, worker, occasion, people, sign } = await fair();
  const { signUp } = value(await sign(0));
  const resident = here.by(people[0] ?? 0);
  assert.equal(code(await tellHow(resident, { signUp, words: '好' })), 'not_begun');
  assert.equal(code(await walkIn(here.by(worker), { occasion, heads: '1' })), 'not_its_day');
  here.at('2022-03-05T09:00');
  assert.equal(code(await sign(1)), 'occasion_begun');
  assert.equal(code(await takeBackPlace(resident, { signUp })), 'begun_already');
  assert.equal(value(await walkIn(here.by(worker), { occasion, heads: '1' })).ticket, 2);
  assert.equal(code(await walkIn(here.by(worker), { occasion, heads: '1' })), 'no_place_left');
  assert.equal(code(await attend(resident, { signUp, came: 'yes' })), 'not_allowed');
  value(await attend(here.by(worker), { signUp, came: 'no' }));
  assert.equal(code(await tellHow(resident, { signUp, words: '一 二 三 四' })), 'three_words');
  value(await tellHow(resident, { signUp, words: '利索、便宜' }));
  const places = async () => (await myProgrammes(people[0] ?? 0, { after: null })).page.map(({ over }) => over);
  assert.deepEqual(await places(), [false]);
  here.at('2022-03-05T10:00');
  assert.deepEqual(await places(), [true]);
  const guests = (await deskOccasion(here.by(worker), { no: occasion }))?.guests;
  assert.deepEqual(
    guests?.map(({ came, feedback, door }) => [came, feedback, door]),
    [
      [false, '利索 便宜', '101'],
      [true, '', null],
    ],
  );
});

test('slots are booked one by one; dates recur, and the board tells what is on and nobody’s place', async () => {
  const { here, worker, planned, sign, occasion } = await fair({
    recurrence: 'weekly',
    times: '3',
    slotMinutes: '20',
    places: '1',
  });
  assert.deepEqual(planned.occasions, [1, 2, 3]);
  assert.equal(value(await sign(0, '1', { slot: '1' })).state, 'taken');
  assert.equal(value(await sign(1, '1', { slot: '1' })).state, 'waiting');
  assert.equal(value(await sign(2, '1', { slot: '2' })).state, 'taken');
  assert.equal(code(await sign(3, '1', { slot: '3' })), 'no_such_slot');
  value(await addDates(here.by(worker), { programme: '1', ...haircut, startsAt: '2022-04-02T09:00' }));
  assert.deepEqual(
    (await boardComing(here.slug, {}))?.occasions.map(({ no, full }) => [no, full]),
    [
      [1, null],
      [2, null],
      [3, null],
      [4, null],
    ],
  );
  assert.equal((await boardComing(here.slug, { kind: 'heritage' }))?.occasions.length, 0);
  assert.equal((await boardComing(here.slug, { after: 2 }))?.occasions.length, 2);
  assert.equal((await boardWeek(here.slug, {}))?.occasions.length, 1);
  assert.equal((await boardMonth(here.slug, { month: '2022-03' }))?.occasions.length, 3);
  assert.equal(await boardMonth(here.slug, { month: '2023-03' }), undefined);
  assert.equal((await boardProgramme(here.slug, { no: 1 }))?.coming.length, 4);
  const told = JSON.stringify(await boardProgramme(here.slug, { no: 1 }));
  assert.doesNotMatch(told, /101|household|ticket|taken/);
  here.at('2022-03-04T17:00');
  assert.equal(await isSoon({ by: { system: 'programmes_remind' }, community: here.slug }, {}), true);
  const done = value(await remind({ by: { system: 'programmes_remind' }, community: here.slug }, {}));
  assert.deepEqual(done, { occasions: 1, told: 2 });
  assert.equal(await isSoon({ by: { system: 'programmes_remind' }, community: here.slug }, {}), false);
  assert.equal((await myOccasion(here.by(worker), { no: occasion }))?.free.join(), 'true,false,false');
});

test('where ten and more can come the board says that it is full, and not before', async () => {
  const { here, worker, sign } = await fair({ places: '10' });
  for (const n of [0, 1, 2]) value(await sign(n, '3'));
  const full = async () => (await boardComing(here.slug, {}))?.occasions[0]?.full;
  assert.equal(await full(), false);
  here.at('2022-03-01T10:00');
  value(await sign(3, '1'));
  assert.equal(await full(), true);
  assert.equal((await deskOccasion(here.by(worker), { no: 1 }))?.taken, 10);
});

test('a thousand tries for seven places: seven are taken, and the table itself takes no eighth', async () => {
  const here = await makeCommunity({ buildings: [{ name: '1', entrances: 1, doorsPerEntrance: 40 }] });
  here.at('2022-03-01');
  const worker = await here.staff('social-worker');
  const homes = here.households('1');
  const people = await Promise.all(homes.map((home) => here.resident(home)));
  for (let round = 0; round < 25; round += 1) {
    const { occasions } = value(await planProgramme(here.by(worker), { ...haircut, places: '7' }));
    const [occasion = 0] = occasions;
    const tries = await Promise.all(
      homes.map((household, n) => havingSeen(makeSignUp)(here.by(people[n] ?? 0), { occasion, household, heads: '1' })),
    );
    const states = tries.map((one) => value(one).state);
    assert.equal(states.filter((state) => state === 'taken').length, 7);
    assert.equal(states.filter((state) => state === 'waiting').length, 33);
    const [held] = await sql<{ n: number; tickets: number }>(
      `select count(*) filter (where s.state = 'taken')::int as n, count(distinct s.ticket)::int as tickets from sign_up s
        join occasion o on o.community_id = s.community_id and o.id = s.occasion_id
       where o.community_id = $1 and o.no = $2`,
      [here.communityId, occasion],
    );
    assert.deepEqual(held, { n: 7, tickets: 40 });
  }
  const [at] = await sql<{ id: number }>('select max(id) as id from occasion where community_id = $1', [
    here.communityId,
  ]);
  const push = (text: string) => sql(text, [here.communityId, at?.id]);
  await assert.rejects(
    push(`update sign_up set state = 'taken' where community_id = $1 and occasion_id = $2 and state = 'waiting'`),
    /no place left/,
  );
  await assert.rejects(
    push(
      `insert into sign_up (community_id, occasion_id, channel, ticket, state, at) values ($1, $2, 'walk_in', 99, 'taken', moment())`,
    ),
    /no place left/,
  );
  await assert.rejects(
    push('update occasion set places = 6 where community_id = $1 and id = $2'),
    /no place that is taken goes/,
  );
});
