import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { deskCase } from '@/features/cases/queries';
import { deskToday } from '@/features/desk/queries';
import { boardFront } from '@/features/front/queries/front';
import { chooseLooking } from '@/features/proposals/commands/look';
import { deskProposal } from '@/features/proposals/queries';
import { boardStory } from '@/features/story/queries';
import type { Result } from '@/lib/result';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { deskPairs, echoesOf, pairOf } from '../queries/pairs';
import { deskRepeats, deskTopics, topicOf, topicsWanted } from '../queries/topics';
import { AT_ONCE } from '../rules/topics';
import { keepOpposites } from './sides';
import { decideOpposite, keepTopics, proposeTopic } from './topics';

after(closeAll);

const value = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
  return result.value;
};
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const lifts = ['电梯又停了', '电梯困人', '电梯坏了没人修'];
const words = { kind: 'lift', title: '电梯换一部', place: '14号楼', problem: '三天两头停', ask: '换一部新的' };

async function begun() {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  const say = async (title: string, more: object = {}) =>
    value(
      await recordCase(worker, { kind: 'complaint', source: 'walk_in', title, words: title, place: '14号楼', ...more }),
    ).no;
  const numbers: number[] = [];
  for (const [at, title] of lifts.entries())
    numbers.push(await say(title, { household: place.household('14', at * 8) }));
  const other = await say('路灯不亮');
  return { ...place, worker, say, numbers, other };
}

test('cases that say the same stand together, with why, and one act makes a proposal of them', async () => {
  const here = await begun();
  const page = await deskTopics(here.worker, {});
  assert.deepEqual([page?.counted, page?.open.length, page?.gathered.length, page?.mayPropose], [4, 1, 0, true]);
  const [topic] = page?.open ?? [];
  assert.equal(topic?.words[0], '电梯');
  const { latest, ...reasons } = topic?.reasons ?? { latest: null };
  assert.deepEqual(reasons, { size: 3, recent: 3, buildings: 1, entrances: 2, unanswered: 3 });
  assert.ok(latest);
  assert.equal(await topicOf(here.worker, { no: here.other }), undefined, 'one alone is no topic');
  const form = await topicOf(here.worker, { no: here.numbers[1] ?? 0 });
  assert.deepEqual([form?.wanting.length, form?.fearing.length, form?.begun.place], [3, 0, '14号楼']);

  const { proposal } = value(await proposeTopic(here.worker, { ...words, cases: here.numbers }));
  const desk = await deskProposal(here.worker, { no: proposal });
  assert.deepEqual([desk?.state, desk?.cases.for.count, desk?.authorHouseholdId], ['submitted', 3, null]);
  assert.deepEqual(
    (await deskCase(here.worker, { no: here.numbers[0] ?? 0 }))?.links.map((one) => one.proposal),
    [proposal],
  );
  assert.equal((await boardStory(here.slug, { no: proposal }))?.problem, words.problem);
  await sql('update cases set posted_at = null where community_id = $1 and no > 1', [here.communityId]);
  await sql('update cases set posted_at = moment() where community_id = $1 and no = 1', [here.communityId]);
  const told = (await boardStory(here.slug, { no: proposal }))?.cases;
  assert.deepEqual(
    told?.map(({ side, count, titles }) => [side, count, titles.length]),
    [['for', 3, 1]],
    'as many as at the desk and on the front page, and those that hang by name',
  );
  const front = (await boardFront(here.slug, {}))?.proposals.find(({ no }) => no === proposal);
  assert.equal(front?.for, 3);
  const [leaf] = await sql<{ content: string }>(
    `select c.content from ledger_leaf l join ledger_content c using (community_id, seq)
      where l.community_id = $1 and l.act = 'topic.propose'`,
    [here.communityId],
  );
  assert.match(leaf?.content ?? '', /"cases":\[1,2,3\]/);
  const after = await deskTopics(here.worker, {});
  assert.deepEqual([after?.open.length, after?.gathered[0]?.proposals[0]?.no], [0, proposal]);
});

test('whoever may put cases with proposals may; each case is there and on one side, or nothing is done', async () => {
  const here = await begun();
  const by = async (role: 'hotline' | 'property' | 'party-secretary') => here.by(await here.staff(role));
  const given = { ...words, cases: here.numbers };
  assert.equal(code(await proposeTopic(await by('hotline'), given)), 'not_allowed');
  assert.equal((await topicOf(await by('hotline'), { no: 1 }))?.block?.code, 'not_allowed');
  assert.equal(await deskTopics(await by('property'), {}), undefined);
  assert.equal(code(await proposeTopic(here.worker, { ...given, cases: [...here.numbers, 99] })), 'no_such_case');
  assert.equal(code(await proposeTopic(here.worker, { ...given, against: [2] })), 'on_both_sides');
  assert.equal(code(await proposeTopic(here.worker, { ...given, cases: [] })), 'invalid');
  assert.equal(code(await proposeTopic(here.worker, { ...given, ask: '' })), 'invalid');
  const none = 'select from proposal where community_id = $1';
  assert.deepEqual(await sql(none, [here.communityId]), []);
  const { proposal } = value(await proposeTopic(await by('party-secretary'), { ...given, cases: [1], against: [2] }));
  const desk = await deskProposal(here.worker, { no: proposal });
  assert.deepEqual([desk?.cases.for.count, desk?.cases.against.count], [1, 1]);
});

test('where proposals are looked at first, one of an office waits too; the form begins with what hangs, and nothing else', async () => {
  const here = await begun();
  value(await chooseLooking(here.by(await here.staff('party-secretary')), { first: 'yes' }));
  const resident = here.by(await here.resident(here.household('15', 0)));
  value(
    await recordCase(resident, {
      kind: 'complaint',
      source: 'web',
      title: '电梯停了，三楼王家下不来',
      words: '电梯',
      place: '15号楼302',
      household: here.household('15', 0),
    }),
  );
  const form = await topicOf(here.worker, { no: 1 });
  assert.equal(form?.wanting.length, 4);
  assert.doesNotMatch(JSON.stringify(form?.begun), /王家|302/);
  const { proposal } = value(await proposeTopic(here.worker, { ...words, cases: [1, 2] }));
  assert.equal(await boardStory(here.slug, { no: proposal }), undefined);
});

test('what is brought against somebody is in no topic of theirs', async () => {
  const here = await begun();
  const secretary = await here.staff('governance-secretary');
  await sql('update cases set against_id = $2 where community_id = $1 and no in (2, 3)', [here.communityId, secretary]);
  assert.deepEqual((await deskTopics(here.by(secretary), {}))?.open, []);
  assert.equal(code(await proposeTopic(here.by(secretary), { ...words, cases: [1, 2] })), 'no_such_case');
});

test('of more complaints than one waits for it is kept at night, and says as of when; a year back and no further', async () => {
  const here = await begun();
  const system = { by: { system: 'topics_keep' }, community: here.slug };
  assert.equal(await topicsWanted(system, {}), false);
  await sql(
    `insert into cases (community_id, no, kind, source, title, place, happened_at)
      select $1::int, 100 + n, 'complaint', 'walk_in', case when n % 2 = 0 then '垃圾没人清' else '广场舞音响太吵' end, '东门',
        moment() - make_interval(days => n % 360) from generate_series(1, $2::int) n
      union all select $1::int, 9999, 'complaint', 'walk_in', '电梯停了', '14号楼', moment() - interval '367 days'`,
    [here.communityId, AT_ONCE],
  );
  assert.equal(await topicsWanted(system, {}), true);
  const before = await deskTopics(here.worker, {});
  assert.deepEqual([before?.at, before?.counted, before?.open], [null, AT_ONCE + 4, []]);
  assert.equal(code(await keepTopics(here.worker, {})), 'not_allowed');
  const kept = value(await keepTopics(system, {}));
  assert.deepEqual([kept.counted, kept.topics], [AT_ONCE + 4, 3]);
  const page = await deskTopics(here.worker, {});
  assert.ok(page?.at);
  assert.deepEqual(
    page?.open.map(({ reasons }) => reasons.size).sort((a, b) => b - a),
    [200, 200, 3],
  );
  await sql('update cases set against_id = $2 where community_id = $1 and no in (2, 3)', [
    here.communityId,
    await here.staff('hotline'),
  ]);
  value(await keepTopics(system, {}));
  assert.equal((await deskTopics(here.worker, {}))?.open.length, 3);
  const form = await topicOf(here.worker, { no: 102 });
  assert.deepEqual([form?.wanting.length, form?.more], [100, 100]);
});

const falls = '坡太滑，老人摔了，请修台阶';
const noise = '反对修路，从窗前走的人吵得睡不着';

async function sided() {
  const place = await makeCommunity();
  const worker = place.by(await place.staff('social-worker'));
  const say = async (title: string, building: '14' | '15') => {
    const household = place.household(building, 0);
    const given = { kind: 'complaint', source: 'walk_in', title, words: title, place: `${building}号楼` };
    return value(await recordCase(worker, { ...given, household })).no;
  };
  return { ...place, worker, say };
}
const matter = '过路';
const numbersOf = (of: readonly { complaint: { no: number } }[]) => of.map(({ complaint }) => complaint.no);

test('the first of two sides asks for a visit next door; when the other comes somebody says whether it is one matter', async () => {
  const here = await sided();
  const above = await here.say(falls, '14');
  const alone = await echoesOf(here.worker, { no: above });
  assert.deepEqual(
    alone?.alone.map((one) => [one.matter, one.side, one.beside]),
    [[matter, 'asks', ['15']]],
  );
  const below = await here.say(noise, '15');
  const echoes = await echoesOf(here.worker, { no: above });
  assert.deepEqual([echoes?.alone, echoes?.open, echoes?.opposite], [[], true, []]);
  const [pair, ...more] = (await deskPairs(here.worker, {}))?.open ?? [];
  assert.deepEqual(
    [pair?.matter, numbersOf(pair?.asks ?? []), numbersOf(pair?.bears ?? [])],
    [matter, [above], [below]],
  );
  assert.match(pair?.bears[0]?.words ?? '', /反对/);
  assert.deepEqual(more, []);
  assert.equal((await deskTopics(here.worker, {}))?.pairs, 1);

  const said = { matter, asks: [above], bears: [below], verdict: 'confirmed', reason: '说的是同一处坡' };
  assert.equal(code(await decideOpposite(here.by(await here.staff('hotline')), said)), 'not_allowed');
  assert.equal(code(await decideOpposite(here.worker, { ...said, bears: [99] })), 'no_such_case');
  assert.equal(code(await decideOpposite(here.worker, { ...said, bears: [above] })), 'on_both_sides');
  assert.equal(code(await decideOpposite(here.worker, { ...said, matter: '别的' })), 'invalid');
  value(await decideOpposite(here.worker, said));
  assert.equal(code(await decideOpposite(here.worker, said)), 'already_confirmed');
  const shown = await echoesOf(here.worker, { no: below });
  assert.deepEqual(
    [shown?.open, shown?.opposite.map((one) => [one.side, one.others.map(({ no }) => no), one.reason])],
    [false, [['bears', [above], said.reason]]],
  );
  assert.deepEqual((await deskPairs(here.worker, {}))?.open, []);
  const page = await pairOf(here.worker, { no: below });
  assert.deepEqual([page?.open, page?.spoken?.verdict, page?.mayPropose], [null, 'confirmed', null]);

  const { proposal } = value(await proposeTopic(here.worker, { ...words, cases: [above], against: [below] }));
  assert.deepEqual(
    (await pairOf(here.worker, { no: above }))?.spoken?.proposals.map(({ no }) => no),
    [proposal],
  );
  const told = await sql('select from letter where community_id = $1 and household_id is not null', [here.communityId]);
  assert.deepEqual(told, [], 'nobody is told of the other');
});

test('what was dismissed stays so, and what comes afterwards is asked about; a mistake is taken back', async () => {
  const here = await sided();
  const [above, below] = [await here.say(falls, '14'), await here.say(noise, '15')];
  const said = { matter, asks: [above], bears: [below], verdict: 'dismissed', reason: '两处坡，隔着一条街' };
  value(await decideOpposite(here.worker, said));
  assert.deepEqual((await deskPairs(here.worker, {}))?.open, []);
  assert.equal(code(await decideOpposite(here.worker, { ...said, verdict: 'confirmed' })), 'already_dismissed');
  assert.deepEqual((await echoesOf(here.worker, { no: above }))?.opposite, []);
  const later = await here.say(`${falls}，雪天更滑`, '14');
  const [pair] = (await deskPairs(here.worker, {}))?.open ?? [];
  assert.deepEqual([numbersOf(pair?.asks ?? []), numbersOf(pair?.bears ?? [])], [[later], [below]]);
  value(await decideOpposite(here.worker, { ...said, asks: [later], verdict: 'confirmed' }));
  value(await decideOpposite(here.worker, { ...said, asks: [later] }));
  const page = await deskPairs(here.worker, {});
  assert.deepEqual([page?.open, page?.confirmed, page?.dismissed.length], [[], [], 2]);
});

test('a pair that a proposal has gathered on its own needs nobody’s word; nobody finds what is brought against them', async () => {
  const here = await sided();
  const [above, below] = [await here.say(falls, '14'), await here.say(noise, '15')];
  const secretary = await here.staff('governance-secretary');
  await sql('update cases set against_id = $2 where community_id = $1 and no = $3', [
    here.communityId,
    secretary,
    below,
  ]);
  assert.deepEqual((await deskPairs(here.by(secretary), {}))?.open, []);
  assert.equal(await echoesOf(here.by(secretary), { no: below }), undefined);
  value(await proposeTopic(here.worker, { ...words, cases: [above], against: [below] }));
  assert.deepEqual((await deskPairs(here.worker, {}))?.open, []);
  assert.equal((await pairOf(here.worker, { no: below }))?.gathered.length, 1);
});

test('of more than one form takes the latest are asked about, and with them the one that was opened', async () => {
  const here = await sided();
  const [above, below] = [await here.say(falls, '14'), await here.say(noise, '15')];
  await sql(
    `insert into cases (community_id, no, kind, source, title, place, happened_at)
      select $1::int, 100 + n, 'complaint', 'walk_in', '坡太滑，摔了第' || n || '回', '14号楼', moment() from generate_series(1, 120) n`,
    [here.communityId],
  );
  const page = await pairOf(here.worker, { no: above });
  const asks = numbersOf(page?.open?.asks ?? []);
  assert.deepEqual(
    [asks.length, asks.includes(above), asks.includes(101), asks.includes(220)],
    [100, true, false, true],
  );
  const given = { matter, asks, bears: [below], verdict: 'confirmed', reason: '同一处坡' };
  value(await decideOpposite(here.worker, given));
  assert.equal((await pairOf(here.worker, { no: below }))?.open?.asks.length, 21);
});

test('what is said again at the place within ninety days is a repeat, with who joined and who asked', async () => {
  const here = await begun();
  const [first, , third] = here.numbers as [number, number, number];
  await sql(`update cases set happened_at = happened_at - interval '91 days' where community_id = $1 and no = $2`, [
    here.communityId,
    first,
  ]);
  await sql(
    `insert into case_join (community_id, case_id, household_id)
      select community_id, id, $3::int from cases where community_id = $1 and no = $2`,
    [here.communityId, third, here.household('15', 1)],
  );
  const page = await deskRepeats(here.worker, {});
  const [one, ...more] = page?.repeated ?? [];
  assert.deepEqual([one?.latest.no, one?.earlier.map(({ no }) => no), one?.times, more], [third, [2], 3, []]);
  const echoes = await echoesOf(here.worker, { no: 2 });
  assert.deepEqual([echoes?.earlier, echoes?.later.map(({ no }) => no)], [[], [third]]);
  assert.deepEqual((await echoesOf(here.worker, { no: third }))?.also, { merged: 0, joined: 1, nudged: 0 });
});

test('pairs nobody has spoken of wait on the desk of whoever says, from the night they were found until somebody has', async () => {
  const here = await sided();
  const system = { by: { system: 'topics_keep' }, community: here.slug };
  const dutyOf = async (call: typeof here.worker) =>
    (await deskToday(call, {}))?.lines
      .filter(({ act }) => act === 'opposites')
      .map(({ count, title }) => [count, title]);
  const above = await here.say(falls, '14');
  assert.equal(code(await keepOpposites(system, {})), 'kept_already', 'there is none');
  const below = await here.say(noise, '15');
  assert.deepEqual(await dutyOf(here.worker), []);
  assert.equal(code(await keepOpposites(here.worker, {})), 'not_allowed');
  assert.deepEqual(value(await keepOpposites(system, {})), { pairs: 1 });
  assert.equal(code(await keepOpposites(system, {})), 'kept_already');
  const [secretary, hotline] = [await here.staff('party-secretary'), await here.staff('hotline')];
  assert.deepEqual(await dutyOf(here.worker), [[1, falls]]);
  assert.deepEqual(await dutyOf(here.by(hotline)), []);
  await sql('update cases set against_id = $2 where community_id = $1 and no = $3', [
    here.communityId,
    secretary,
    below,
  ]);
  assert.deepEqual(await dutyOf(here.by(secretary)), [], 'nobody finds out what is brought against themselves');
  const said = { matter, asks: [above], bears: [below], verdict: 'dismissed', reason: '不是一处' };
  value(await decideOpposite(here.worker, said));
  assert.deepEqual(await dutyOf(here.worker), []);
});
