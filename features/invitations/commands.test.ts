import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskToday } from '@/features/desk/queries';
import { myLetters } from '@/features/me/queries';
import { noteVisit } from '@/features/opinions/commands/visit';
import { askNoVisits } from '@/features/visits/commands/visit';
import { code, done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { keepInvitation, makeInvitation, takeBackInvitation } from './commands';
import { invitations, myInvitation } from './queries';

after(closeAll);

async function asking() {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 1);
  const person = await here.resident(household);
  const kin = await here.resident(household);
  const asked = async (by: number) =>
    (await invitations(here.by(by), {}))?.waiting.map(({ door, words }) => [door, words]);
  const letters = async (by: number) =>
    (await myLetters(by, { after: null })).letters
      .filter(({ kind }) => kind.startsWith('captain_'))
      .map(({ kind, over }) => [kind, over]);
  const waits = async () =>
    (await deskToday(here.by(here.worker), {}))?.lines.filter((one) => one.act === 'invitations');
  return { here, household, person, kin, asked, letters, waits };
}

test('a household asks its captain to come: a letter, a line at the door, once at a time; anybody of it takes it back', async () => {
  const { here, household, person, kin, asked, letters } = await asking();
  const make = (by: number) => makeInvitation(here.by(by), { household, words: '晚上在家' });
  const stranger = await here.resident(here.household('14', 2));
  const elsewhere = await here.resident(here.household('15', 3));
  await sql(
    `insert into grants (community_id, person_id, role, entrance_id, from_at) values ($1, $2, 'captain', $3, '2022-01-01')`,
    [...[here.communityId, elsewhere], here.entrance('15', 1)],
  );
  assert.equal(code(await make(stranger)), 'not_allowed');
  assert.equal(code(await make(here.captain)), 'not_allowed');
  assert.equal((await myInvitation(here.by(person), {}))?.open, null);
  assert.equal(await myInvitation(here.by(await here.outsider()), {}), undefined);

  const { invitation } = done(await make(person));
  assert.equal(code(await make(kin)), 'already_invited');
  assert.deepEqual(await letters(here.captain), [['captain_invited', false]]);
  assert.deepEqual(
    (await asked(here.captain))?.map(([, words]) => words),
    ['晚上在家'],
  );
  assert.deepEqual(await asked(elsewhere), []);
  assert.equal(await asked(person), undefined);
  assert.equal((await myInvitation(here.by(kin), {}))?.open?.words, '晚上在家');

  here.at('2022-03-01T10:00');
  assert.equal(code(await takeBackInvitation(here.by(stranger), { invitation })), 'not_allowed');
  done(await takeBackInvitation(here.by(kin), { invitation }));
  assert.deepEqual(await asked(here.captain), []);
  assert.deepEqual(await letters(here.captain), [['captain_invited', true]], 'it is no news any more');
  assert.equal(code(await keepInvitation(here.by(here.captain), { invitation })), 'invitation_over');
  done(await make(kin));
});

test('it is over once something was written down at that door, or whoever went says so and the household reads it', async () => {
  const { here, household, person, asked, letters } = await asking();
  const first = done(await makeInvitation(here.by(person), { household }));
  here.at('2022-03-01T10:00');
  const knock = (outcome: string) => noteVisit(here.by(here.captain), { round: 1, household, outcome });
  done(await knock('not_home'));
  assert.equal((await asked(here.captain))?.length, 1, 'nobody was home');
  done(await knock('refused'));
  assert.deepEqual(await asked(here.captain), []);
  assert.equal(code(await takeBackInvitation(here.by(person), first)), 'invitation_over');
  assert.ok((await myInvitation(here.by(person), {}))?.came);

  const second = done(await makeInvitation(here.by(person), { household }));
  assert.equal(code(await keepInvitation(here.by(person), second)), 'not_allowed');
  done(await keepInvitation(here.by(here.captain), second));
  assert.equal((await myInvitation(here.by(person), {}))?.open, null);
  assert.deepEqual(await letters(person), [['captain_came', false]]);
});

test('a household that wants nobody to knock is told so where it asks for a visit, and may ask', async () => {
  const { here, household, person } = await asking();
  const quiet = async () => (await myInvitation(here.by(person), {}))?.quiet;
  assert.equal(await quiet(), false);
  done(await askNoVisits(here.by(person), { household }));
  assert.equal(await quiet(), true);
  done(await makeInvitation(here.by(person), { household }));
  assert.equal(await quiet(), true, 'asking for one visit takes nothing back');
});

test('after three days, or where nobody is captain, it waits at the desk of a social worker', async () => {
  const { here, household, person, waits } = await asking();
  const { invitation } = done(await makeInvitation(here.by(person), { household }));
  const since = (interval: string) =>
    sql(`update invitation set at = $3::timestamptz - $4::interval where community_id = $1 and id = $2`, [
      ...[here.communityId, invitation],
      ...['2022-03-01T09:00+08:00', interval],
    ]);
  await since('71 hours');
  assert.deepEqual(await waits(), []);
  assert.equal((await myInvitation(here.by(person), {}))?.late, false);
  await since('73 hours');
  assert.equal((await waits())?.length, 1);
  assert.equal((await myInvitation(here.by(person), {}))?.late, true);
  await since('1 hour');
  await sql(`update grants set to_at = '2022-03-01T08:00+08:00' where community_id = $1 and role = 'captain'`, [
    here.communityId,
  ]);
  assert.equal((await waits())?.length, 1);
  assert.equal((await myInvitation(here.by(person), {}))?.captain, false);
});
