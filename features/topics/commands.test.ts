import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { deskCase } from '@/features/cases/queries';
import { chooseLooking } from '@/features/proposals/commands/look';
import { deskProposal } from '@/features/proposals/queries';
import { boardStory } from '@/features/story/queries';
import type { Result } from '@/lib/result';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { keepTopics, proposeTopic } from './commands';
import { deskTopics, topicOf, topicsWanted } from './queries';
import { AT_ONCE } from './rules/topics';

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
  assert.deepEqual(value(await keepTopics(system, {})), { counted: AT_ONCE + 4, topics: 3 });
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
