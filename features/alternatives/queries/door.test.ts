import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { waitsAtDoor } from '@/features/desk/queries/door';
import { myToday } from '@/features/me/queries';
import { endResidency } from '@/features/people/commands/residents';
import { ownPicture } from '@/features/pictures/queries';
import { makeComparison } from '@/tests/choosing';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { chooseAlternative, recordWord, sayWord } from '@/tests/shown';
import { noteAtDoor } from '../commands/say';
import { doorComparison } from './door';
import { myWords } from './mine';
import { ownComparison } from './own';

after(closeAll);

const pixel = { data: Buffer.from('signature').toString('base64'), width: 4, height: 3 };

test('signed on paper: kept with its picture, seen by the household and at its door, and it proves the opinion it becomes', async () => {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  const [signed, other] = [here.household('9', 0), here.household('9', 1)];
  const captain = here.by(here.captains['9'] ?? 0);
  const word = { proposal, household: signed, answers: here.answers([[2, 'cannot']]), channel: 'paper' };
  assert.equal(
    code(await recordWord(captain, { ...word, proof: 'read_back', witnessName: '王阿姨' })),
    'proof_missing',
  );
  const bare = await recordWord(captain, { ...word, proof: 'signature_photo' });
  assert.deepEqual(bare.ok ? null : bare.refusal.fieldErrors, { photo: 'photo_missing' });
  const all = await recordWord(captain, { ...word, takes: 2, proof: 'signature_photo' });
  assert.deepEqual(
    all.ok ? null : all.refusal.fieldErrors,
    { takes: 'takes_cannot', photo: 'photo_missing' },
    'all that is wrong, at once',
  );
  const empty = await recordWord(captain, { ...word, answers: [], proof: 'signature_photo' });
  assert.deepEqual(empty.ok ? null : empty.refusal.fieldErrors, { answers: 'choose_one', photo: 'photo_missing' });
  const photo = { small: pixel, large: pixel };
  done(await recordWord(captain, { ...word, proof: 'signature_photo', photo }));
  const [resident, neighbour] = [await here.resident(signed), await here.resident(other)];
  const [said] = (await doorComparison(captain, { no: proposal, household: signed }))?.home?.said ?? [];
  const [own] = (await ownComparison(here.by(resident), { no: proposal }))?.homes[0]?.said ?? [];
  assert.deepEqual([said?.channel, said?.proof, said?.photo], ['paper', 'signature_photo', own?.photo]);
  const sees = async (person: number) =>
    (await ownPicture(here.by(person), { id: said?.photo ?? 0, size: 'large' })) !== undefined;
  const others = [here.captains['7'] ?? 0, here.governance, neighbour];
  assert.deepEqual(await Promise.all([resident, here.captains['9'] ?? 0, here.worker].map(sees)), [true, true, true]);
  assert.deepEqual(await Promise.all(others.map(sees)), [false, false, false]);
  done(await here.close());
  const { round } = done(
    await chooseAlternative(here.by(here.governance), { proposal, alternative: 2, reason: '只有这里接得上电' }),
  );
  const proofs = await sql<{ household: number; proof: string; same: boolean }>(
    `select o.household_id as household, o.proof, x.large = y.large as same from opinion o
      join round r on r.community_id = o.community_id and r.id = o.round_id and r.no = $2
      join picture x on x.community_id = o.community_id and x.subject = 'opinion' and x.subject_id = o.id
      join picture y on y.community_id = o.community_id and y.id = $3 where o.community_id = $1`,
    [here.communityId, round, said?.photo ?? 0],
  );
  assert.deepEqual(
    proofs.map((one) => [one.household, one.proof, one.same]),
    [[signed, 'signature_photo', true]],
  );
});

test('nobody knocks where no visit is wanted; paper and the telephone are heard', async () => {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  const household = here.household('7', 0);
  await sql('insert into no_visits (community_id, household_id, recorder_id, at) values ($1, $2, $3, moment())', [
    ...[here.communityId, household, here.captains['7'] ?? 0],
  ]);
  const captain = here.by(here.captains['7'] ?? 0);
  assert.equal(code(await noteAtDoor(captain, { proposal, household, outcome: 'not_home' })), 'wants_no_visits');
  assert.equal(code(await here.record('7', 0, [[1, 'can']])), 'wants_no_visits');
  assert.equal((await doorComparison(captain, { no: proposal, household }))?.home?.quiet, true);
  const rung = { proposal, household, answers: here.answers([[1, 'can']]), channel: 'phone', proof: 'read_back' };
  done(await recordWord(captain, { ...rung, witnessName: '王阿姨' }));
});

test('what is not heard waits at the doors and on one’s own page, until it is said', async () => {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  const captain = here.captains['7'] ?? 0;
  const waiting = async () => (await waitsAtDoor(here.by(captain), {}))?.waiting ?? [];
  assert.deepEqual(
    (await waiting()).map(({ kind, no, count }) => [kind, no, count]),
    [['alternatives', proposal, 12]],
  );
  const resident = await here.resident(here.household('7', 0));
  const own = async () => {
    const { asked, recorded } = await myToday(resident, {});
    const comparisons = asked['alternative.say'] ?? [];
    return [comparisons.map((one) => one.no), recorded.map((one) => [one.round, one.proposal])];
  };
  assert.deepEqual(await own(), [[proposal], []]);
  done(await here.record('7', 0, [[1, 'cannot']]));
  assert.deepEqual(await own(), [[], [[null, proposal]]]);
  assert.equal((await waiting())[0]?.count, 11);
  const words = async () =>
    ((await myWords(here.by(resident), {})) ?? []).flatMap(({ said }) =>
      said.map(({ own: theirs, counts, correctUntil, answers }) => [
        theirs,
        counts,
        correctUntil !== null,
        answers.map(({ position, answer }) => [position, answer]),
      ]),
    );
  assert.deepEqual(await words(), [[false, true, true, [[1, 'cannot']]]]);
  done(await sayWord(here.by(resident), { proposal, answers: here.answers([[1, 'no_view']]) }));
  assert.deepEqual(await own(), [[], []]);
  assert.deepEqual(await words(), [
    [false, false, false, [[1, 'cannot']]],
    [true, true, false, [[1, 'no_view']]],
  ]);
  const stranger = await here.resident(here.household('9', 0));
  assert.deepEqual(await myWords(here.by(stranger), {}), []);
  done(await here.close());
  assert.deepEqual(await waiting(), []);
});

test('what somebody said of alternatives for a home that is not theirs is named as a loss, counts for nobody, and the home is asked again', async () => {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  const home = here.household('7', 0);
  const wrong = await here.resident(home);
  done(await sayWord(here.by(wrong), { proposal, answers: here.answers([[1, 'cannot']]) }));
  const [lives] = await sql<{ id: number }>('select id from residency where community_id = $1 and person_id = $2', [
    ...[here.communityId, wrong],
  ]);
  const ending = { resident: lives?.id, reason: '住的是另一户' };
  const first = await endResidency({ ...here.by(here.worker), undoes: '' }, ending);
  assert.deepEqual(first.ok ? null : [first.refusal.code, first.refusal.details?.words], ['undoes', 1]);
  const undoes = String(first.ok ? '' : first.refusal.details?.undoes);
  assert.equal(done(await endResidency({ ...here.by(here.worker), undoes }, ending)).words, 1);
  assert.equal((await waitsAtDoor(here.by(here.captains['7'] ?? 0), {}))?.waiting[0]?.count, 12);
  const right = await here.resident(home);
  assert.deepEqual(
    (await myToday(right, {})).asked['alternative.say']?.map((one) => one.no),
    [proposal],
  );
  done(await here.close());
  const [cell] = await sql<{ opposes: number; not_tried: number }>(
    `select c.opposes, c.not_tried from alternative_cell c join alternative_group g on g.community_id = c.community_id
      and g.id = c.group_id where c.community_id = $1 and g.name = '7号楼'`,
    [here.communityId],
  );
  assert.deepEqual(cell, { opposes: 0, not_tried: 12 });
});
