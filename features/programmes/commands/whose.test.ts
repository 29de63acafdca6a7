import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { havingSeen } from '@/db/seed/shown';
import { exportOfMe } from '@/features/account/queries';
import { closeAll, makePerson, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { fair, haircut } from '@/tests/programmes';
import { deskOccasion, deskProgrammes, doorOccasion, doorProgrammes } from '../queries/desk';
import { myOccasion, myProgrammes } from '../queries/mine';
import { planProgramme, setPlaces } from './plan';
import { attend, recordSignUp, takeBackPlace, tellHow, walkIn } from './sign-up';

after(closeAll);

type Fair = Awaited<ReturnType<typeof fair>>;

const livesIn = async ({ here }: Fair, household: number | undefined, from: string) => {
  const person = await makePerson('新来的');
  await sql('insert into residency (community_id, household_id, person_id, from_at) values ($1, $2, $3, $4)', [
    here.communityId,
    household,
    person,
    from,
  ]);
  return person;
};

const wordsOf = async (person: number) =>
  ((await exportOfMe(person, undefined)).signUps as { words: string | null }[]).map(({ words }) => words);

test('who moves in later neither reads whether those before her came nor what they said, and writes nothing over it', async () => {
  const of = await fair();
  const { here, worker, occasion, homes, people, sign } = of;
  const { signUp } = value(await sign(0));
  here.at('2022-03-05T10:30');
  value(await attend(here.by(worker), { signUp, came: 'no' }));
  value(await tellHow(here.by(people[0] ?? 0), { signUp, words: '利索' }));
  const before = await livesIn(of, homes[0], '2022-03-05 09:00+08');
  const later = await livesIn(of, homes[0], '2022-03-05 09:01+08');
  const seen = async (person: number) => (await myOccasion(here.by(person), { no: occasion }))?.homes[0]?.place ?? null;
  assert.equal(await seen(later), null);
  assert.deepEqual((await myProgrammes(later, { after: null })).page, []);
  assert.equal(code(await tellHow(here.by(later), { signUp, words: '不好' })), 'not_allowed');
  assert.deepEqual([(await seen(before))?.came, (await seen(before))?.feedback], [false, '利索']);
  assert.equal((await myProgrammes(before, { after: null })).page.length, 1);
});

test('a place that is still to come is the household’s: who has moved in gives it up', async () => {
  const of = await fair();
  const { here, occasion, homes, sign } = of;
  const { signUp } = value(await sign(0));
  const later = await livesIn(of, homes[0], '2022-03-01 09:00+08');
  assert.equal((await myOccasion(here.by(later), { no: occasion }))?.homes[0]?.place?.state, 'taken');
  assert.equal((await myProgrammes(later, { after: null })).page.length, 1);
  value(await takeBackPlace(here.by(later), { signUp }));
});

test('the three words are whose they are: exported to them, and gone with them, whoever had signed the household up', async () => {
  const of = await fair();
  const { here, captain, worker, occasion, homes, people } = of;
  const home = { occasion, building: '14', entrance: '1', door: '101', heads: '1', channel: 'door' };
  const { signUp } = value(await havingSeen(recordSignUp)(here.by(captain), home));
  const other = await livesIn(of, homes[0], '2022-03-01 09:00+08');
  here.at('2022-03-05T10:30');
  value(await tellHow(here.by(other), { signUp, words: '利索' }));
  assert.deepEqual(await wordsOf(other), ['利索']);
  assert.deepEqual(await wordsOf(people[0] ?? 0), [null]);
  const words = async () => (await deskOccasion(here.by(worker), { no: occasion }))?.said;
  await sql('select erase($1, moment())', [people[0]]);
  assert.deepEqual(await words(), ['利索']);
  await sql('select erase($1, moment())', [other]);
  assert.deepEqual(await words(), []);
});

test('a number given out at the door is taken back like any other, and nobody is written to', async () => {
  const { here, worker, occasion, sign } = await fair();
  here.at('2022-03-05T08:00');
  const { signUp } = value(await walkIn(here.by(worker), { occasion, heads: '2' }));
  value(await takeBackPlace(here.by(worker), { signUp }));
  here.at('2022-03-01T10:00');
  assert.equal(value(await sign(0)).state, 'taken');
});

test('a family that waits keeps nobody out once it has begun, and places are never fewer than it needs', async () => {
  const { here, worker, occasion, sign } = await fair({ places: '3' });
  value(await sign(0, '2'));
  assert.equal(value(await sign(1, '3')).state, 'waiting');
  assert.equal(code(await havingSeen(setPlaces)(here.by(worker), { occasion, places: '2' })), 'places_waited_for');
  await assert.rejects(
    sql('update occasion set places = 2 where community_id = $1 and no = $2', [here.communityId, occasion]),
    /could never come in/,
  );
  here.at('2022-03-05T08:59');
  assert.equal(code(await walkIn(here.by(worker), { occasion, heads: '1' })), 'no_place_left', 'it is their turn');
  here.at('2022-03-05T09:00');
  value(await walkIn(here.by(worker), { occasion, heads: '1' }));
  assert.equal(code(await walkIn(here.by(worker), { occasion, heads: '1' })), 'no_place_left');
});

test('who comes, and what there is to sign up for, is read to its end', async () => {
  const { here, worker, captain, planned, occasion } = await fair({ places: '200' });
  await sql(
    `insert into sign_up (community_id, occasion_id, channel, ticket, state, at)
     select $1, o.id, 'walk_in', n, 'taken', moment() from occasion o, generate_series(1, 130) n
      where o.community_id = $1 and o.no = $2`,
    [here.communityId, occasion],
  );
  const first = await deskOccasion(here.by(worker), { no: occasion });
  const rest = await deskOccasion(here.by(worker), { no: occasion, after: first?.next ?? null });
  assert.deepEqual([first?.guests.length, rest?.guests.length, rest?.next], [100, 30, null]);
  assert.equal((await doorOccasion(here.by(captain), { no: occasion }))?.guests.length, 0);
  assert.equal(planned.programme, 1);
  for (const n of [1, 2, 3])
    value(await planProgramme(here.by(worker), { ...haircut, title: `剪${n}`, recurrence: 'weekly', times: '12' }));
  const dates = async (
    read: (after: number | null) => Promise<{ occasions: { no: number }[]; next: number | null } | undefined>,
  ) => {
    const page = await read(null);
    const more = await read(page?.next ?? null);
    return [page?.occasions.length, more?.occasions.length, more?.next];
  };
  assert.deepEqual(await dates((after) => deskProgrammes(here.by(worker), { over: false, after })), [30, 7, null]);
  assert.deepEqual(await dates((after) => doorProgrammes(here.by(captain), { after })), [30, 7, null]);
});
