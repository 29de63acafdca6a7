import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { myOpinions } from '@/features/opinions/queries/mine';
import { askToJoin, refuseJoin } from '@/features/people/commands/join';
import { withdrawProposal } from '@/features/proposals/commands/withdraw';
import { closeRound } from '@/features/rounds/commands/close';
import { extendRound } from '@/features/rounds/commands/extend';
import { code, done, makeConsultation } from '@/tests/consultation';
import { closeAll, makeCommunity } from '@/tests/fixture';
import { confirmJoin, giveOpinion, recordOpinion } from '@/tests/shown';
import { readAllLetters, readLetter } from './commands';
import { myHomes, myLetters, myToday } from './queries';
import { cursorFrom } from './rules';

after(closeAll);

test('letters: my own and my household’s, unread first; nobody else opens them', async () => {
  const here = await makeCommunity();
  const home = here.household('14', 0);
  const person = await here.resident(home);
  const stranger = await here.resident(here.household('14', 1));
  const post = async (kind: string, to: { household?: number; person?: number }) => {
    const [row] = await here.sql<{ id: number }>(
      `insert into letter (community_id, household_id, person_id, kind, about_kind, about_no, detail, until)
       values ($1, $2, $3, $4, 'proposal', 1, '{"title": "一条路"}', moment() + interval '60 days') returning id`,
      [here.communityId, to.household ?? null, to.person ?? null, kind],
    );
    return row?.id ?? 0;
  };
  const first = await post('round_opened', { household: home });
  const second = await post('proposal_received', { person });
  await post('round_opened', { person: stranger });
  const ids = async () => (await myLetters(person, { after: null })).letters.map((one) => [one.id, one.read]);
  assert.deepEqual(await ids(), [
    [second, false],
    [first, false],
  ]);
  assert.equal(code(await readLetter(stranger, { letter: String(first) })), 'not_found');
  assert.equal(code(await readLetter(null, { letter: String(first) })), 'not_allowed');
  assert.deepEqual(done(await readLetter(person, { letter: String(second) })), {
    kind: 'proposal_received',
    no: 1,
    detail: { title: '一条路' },
    community: here.slug,
  });
  assert.deepEqual(await ids(), [
    [first, false],
    [second, true],
  ]);
  const rest = await myLetters(person, { after: { read: false, id: first } });
  assert.deepEqual(
    rest.letters.map((one) => one.id),
    [second],
  );
  const later = await here.resident(home);
  await here.sql(
    `update residency set from_at = moment() + interval '1 minute' where community_id = $1 and person_id = $2`,
    [...[here.communityId, later]],
  );
  assert.deepEqual((await myLetters(later, { after: null })).letters, []);
  assert.equal(code(await readLetter(later, { letter: String(first) })), 'not_found');
  await here.sql('update residency set to_at = now() where community_id = $1 and person_id = $2', [
    here.communityId,
    person,
  ]);
  assert.deepEqual(await ids(), [[second, true]]);
});

test('more letters than a page are followed by a cursor, none twice and none left out', async () => {
  const here = await makeCommunity();
  const person = await here.resident(here.household('14', 0));
  await here.sql(
    `insert into letter (community_id, person_id, kind, about_kind, about_no, detail, until, read_at)
     select $1, $2, 'round_closed', 'round', n, '{}', moment() + interval '1 day', case when n % 3 = 0 then now() end
       from generate_series(1, 45) n`,
    [here.communityId, person],
  );
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof myLetters>> = await myLetters(person, {
      after: cursor ? (cursorFrom(cursor) ?? null) : null,
    });
    seen.push(...page.letters.map((one) => one.id));
    cursor = page.next;
  } while (cursor);
  assert.equal(seen.length, 45);
  assert.equal(new Set(seen).size, 45);
});

test('all letters up to the newest shown are read at once, those of others and later ones are not', async () => {
  const here = await makeCommunity();
  const home = here.household('14', 0);
  const person = await here.resident(home);
  const stranger = await here.resident(here.household('14', 1));
  const post = async (to: number, old = false) => {
    const [row] = await here.sql<{ id: number }>(
      `insert into letter (community_id, person_id, kind, about_kind, about_no, detail, until)
       values ($1, $2, 'proposal_accepted', 'proposal', 1, '{}', moment() + make_interval(days => $3)) returning id`,
      [here.communityId, to, old ? -1 : 60],
    );
    return row?.id ?? 0;
  };
  await post(person, true);
  const upto = await post(person);
  const other = await post(stranger);
  const later = await post(person);
  const today = await myToday(person, {});
  assert.deepEqual(
    [today.unread, today.letters.map((one) => one.id)],
    [2, [later, upto]],
    'what is no longer news does not wait',
  );
  assert.equal(code(await readAllLetters(null, { upto: String(upto) })), 'not_allowed');
  assert.deepEqual(done(await readAllLetters(person, { upto: String(upto) })), { read: 2 });
  assert.deepEqual(
    (await myToday(person, {})).letters.map((one) => one.id),
    [later],
  );
  assert.deepEqual(
    (await myToday(stranger, {})).letters.map((one) => one.id),
    [other],
  );
});

test('the page begins with what has to come first: no household, one being checked, one refused', async () => {
  const here = await makeCommunity();
  const newcomer = await here.outsider();
  const worker = await here.staff('social-worker');
  const bare = await myToday(newcomer, {});
  assert.deepEqual([bare.claims, bare.homes, bare.roles], [[], [], []]);
  const door = { name: '刘女士', building: '14', entrance: '1', door: '201' };
  const asked = done(await askToJoin(here.by(newcomer), door));
  const states = async () => (await myToday(newcomer, {})).claims.map(({ state, door: at }) => [state, at]);
  assert.deepEqual(await states(), [['requested', '201']]);
  done(await refuseJoin(here.by(worker), { ...asked, reason: '房号对不上' }));
  assert.deepEqual(await states(), [['refused', '201']]);
  const again = done(await askToJoin(here.by(newcomer), door));
  assert.deepEqual(await states(), [['requested', '201']]);
  done(await confirmJoin(here.by(worker), again));
  assert.deepEqual([await states(), (await myToday(newcomer, {})).homes.length], [[], 1]);
});

test('a resident is told of an open round until their household has answered it', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 3);
  const person = await here.resident(household);
  const before = await myToday(person, {});
  assert.deepEqual(
    before.asked['opinion.give']?.map(({ community, no, k }) => [community, no, k]),
    [[here.slug, 1, 1]],
  );
  assert.equal(before.letters[0]?.kind, 'round_opened');
  done(await giveOpinion(here.by(person), { round: 1, household, stance: 'support', words: '好走就行' }));
  const afterwards = await myToday(person, {});
  assert.deepEqual(Object.values(afterwards.asked).flat(), []);
  assert.deepEqual([afterwards.recorded, afterwards.meetings, afterwards.turns], [[], [], []]);
  assert.deepEqual(
    afterwards.spoken.map(({ stance, compared, change }) => [stance, compared, change?.round]),
    [['support', false, 1]],
  );
  assert.deepEqual(
    (await myHomes(person, {})).map((one) => one.community),
    [here.slug],
  );
  assert.deepEqual(
    (await myToday(here.worker, {})).roles.map((one) => one.role),
    ['social-worker'],
  );
});

test('what a captain wrote down is shown for 72 hours with the last moment to say it otherwise: here the close of the round', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 5);
  const person = await here.resident(household);
  const said = { round: 1, household, stance: 'oppose', ground: 'noise', words: '怕吵', channel: 'door' };
  const proof = { proof: 'read_back', witnessName: '对门王阿姨' };
  done(await recordOpinion(here.by(here.captain), { ...said, ...proof }));
  const today = await myToday(person, {});
  assert.deepEqual(
    today.recorded.map(({ round, until }) => [round, until.toISOString()]),
    [[1, '2022-03-12T16:00:00.000Z']],
  );
  assert.ok(today.letters.some((one) => one.kind === 'opinion_recorded'));
  const call = here.by(person);
  const [mine] = (await myOpinions(call, {})) ?? [];
  assert.deepEqual([mine?.version, mine?.own, mine?.counts], [1, false, true]);
  assert.equal(mine?.correctUntil?.toISOString(), '2022-03-12T16:00:00.000Z');
  here.at('2022-03-04');
  assert.deepEqual((await myToday(person, {})).recorded, []);
  assert.equal((await myOpinions(call, {}))?.[0]?.correctUntil, null);
});

test('what somebody else writes down after a household has spoken itself is not shown as what it said later', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 5);
  const call = here.by(await here.resident(household));
  const said = { round: 1, household, stance: 'oppose', ground: 'noise', channel: 'door', proof: 'read_back' };
  const record = (words: string) => recordOpinion(here.by(here.captain), { ...said, words, witnessName: '对门王阿姨' });
  done(await record('怕吵'));
  done(await giveOpinion(call, { round: 1, household, stance: 'support' }));
  done(await record('还是怕吵'));
  assert.deepEqual(
    (await myOpinions(call, {}))?.map(({ own, counts, outranked }) => [own, counts, outranked]),
    [
      [false, false, true],
      [true, true, false],
      [false, false, false],
    ],
  );
});

test('a letter that asks is over when the round has closed, was longer, or the household has spoken; all when the matter ends', async () => {
  const here = await makeConsultation();
  await here.firstRound('2022-03-09');
  const [silent, spoken] = [here.household('14', 3), here.household('14', 4)];
  const people = { silent: await here.resident(silent), spoken: await here.resident(spoken) };
  const news = async (who: keyof typeof people) => {
    const { letters } = await myLetters(people[who], { after: null });
    return letters.map((one) => [one.kind, one.over]);
  };
  assert.deepEqual(await news('silent'), [['round_opened', false]]);
  done(await extendRound(here.by(here.worker), { round: 1, closesOn: '2022-03-12' }));
  done(await giveOpinion(here.by(people.spoken), { round: 1, household: spoken, stance: 'support' }));
  assert.deepEqual(await news('spoken'), [['round_opened', true]]);
  here.at('2022-03-11');
  assert.deepEqual(await news('silent'), [['round_opened', false]]);
  here.at('2022-03-13');
  assert.deepEqual(await news('silent'), [['round_opened', true]]);
  done(await closeRound({ by: { system: 'round_close' }, community: here.slug }, { round: 1 }));
  assert.deepEqual(await news('silent'), [
    ['round_closed', false],
    ['round_opened', true],
  ]);
  here.at('2022-03-14');
  done(await withdrawProposal(here.by(here.author), { proposal: 1, reason: '不修了' }));
  assert.deepEqual(await news('silent'), [
    ['round_closed', true],
    ['round_opened', true],
  ]);
  assert.deepEqual((await myToday(people.silent, {})).letters, []);
});
