import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { shanghaiDate, startOfDay } from '@/lib/calendar';
import { inWords } from '@/lib/forms';
import { commands } from '@/lib/gate';
import { showing } from '@/lib/shown';
import { all, makeCounted } from '@/tests/agreeing';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import {
  acknowledgeObjection,
  answerObjection,
  approveWording,
  disputeWording,
  escalateObjection,
  giveOpinion,
  giveVerdict,
  rewordObjection,
} from '@/tests/shown';
import { drawObjection } from './commands/draw';
import { mergeObjections } from './commands/merge';
import { reopenObjection } from './commands/reopen';
import { splitObjection } from './commands/split';
import * as verdict from './commands/verdict';
import * as wording from './commands/wording';
import { clausesSince } from './components/fields';
import { messages } from './messages';
import { deskObjections } from './queries/desk';
import { boardObjections } from './queries/published';
import { doorObjections, myObjections } from './queries/raised';

after(closeAll);

const proposal = 1;

/** Building 15: four against, two with a condition; building 14: ten for it, two with a condition. */
async function said() {
  const here = await makeCounted({
    '14': [...all(10), ...all(2, 'support_if')],
    '15': [...all(4, 'oppose'), ...all(2, 'support_if')],
  });
  const draw = (opinions: number[] | string, ground = 'noise', more: Record<string, unknown> = {}) =>
    drawObjection(here.by(here.worker), { proposal, opinions, ground, weight: 'harm', wording: '夜里吵', ...more });
  return { ...here, draw };
}

test('drawn from opinions of one group with one ground; what supports objects to nothing', async () => {
  const here = await said();
  const { opinion, draw } = here;
  assert.equal(code(await draw([])), 'invalid');
  assert.equal(code(await draw([opinion('14', 0)])), 'nothing_objected');
  assert.equal(code(await draw([opinion('14', 10), opinion('15', 4)], 'safety')), 'two_groups');
  assert.equal(code(await draw([opinion('15', 0)], 'trees')), 'other_ground');
  assert.equal(code(await draw([opinion('15', 0), 999_999_999])), 'not_found');
  const by = { proposal, opinions: [opinion('15', 0)], ground: 'noise', weight: 'harm', wording: '吵' };
  assert.equal(code(await drawObjection(here.by(here.captain), by)), 'not_allowed');
  const drawn = done(await draw([0, 1, 2, 4].map((index) => opinion('15', index))));
  assert.deepEqual(drawn, { proposal: 1, objection: 1, state: 'raised' });
  assert.equal(code(await draw([opinion('15', 2)])), 'already_drawn');
  assert.equal(done(await draw([opinion('15', 5)], 'safety')).objection, 2);
  const letters = await sql(`select 1 from letter where community_id = $1 and kind = 'objection_drawn'`, [
    here.communityId,
  ]);
  assert.equal(letters.length, 5);
});

test('what its household has replaced is not drawn', async () => {
  const here = await said();
  const household = here.household('15', 0);
  const later = await sql<{ id: number }>(
    `select max(id)::int as id from opinion where community_id = $1 and household_id = $2`,
    [here.communityId, household],
  );
  here.at('2022-03-05');
  await sql(`update round set state = 'open' where community_id = $1`, [here.communityId]);
  done(await giveOpinion(here.by(here.person('15', 0)), { round: 1, stance: 'support' }));
  assert.equal(code(await here.draw([later[0]?.id ?? 0])), 'opinion_replaced');
});

test('merged: one group, one ground, nothing answered; nobody counts twice', async () => {
  const here = await said();
  const { opinion, draw } = here;
  done(await draw([opinion('15', 0), opinion('15', 1)], 'noise', { weight: 'inconvenience' }));
  done(await draw([opinion('15', 2), opinion('15', 3)]));
  done(await draw([opinion('15', 4)], 'safety'));
  done(await draw([opinion('14', 10)], 'noise'));
  const merge = (objection: number, into: number) =>
    mergeObjections(here.by(here.worker), { proposal, objection, into });
  assert.equal(code(await merge(1, 1)), 'same_objection');
  assert.equal(code(await merge(3, 1)), 'other_ground');
  assert.equal(code(await merge(4, 1)), 'two_groups');
  done(await merge(2, 1));
  assert.equal(code(await merge(2, 1)), 'merged_meanwhile');
  const sheet = await boardObjections(here.slug, { no: 1 });
  assert.deepEqual(
    sheet?.lines.map((line) => [line.no, line.households, line.weight]),
    [
      [4, null, 'harm'],
      [1, null, 'harm'],
      [3, null, 'harm'],
    ],
    'how many of a group of eight, the board does not say',
  );
  const raised = await here.sql(
    `select 1 from objection_raiser r join objection o on o.community_id = r.community_id and o.id = r.objection_id
      where r.community_id = $1 and o.no = 1`,
    [here.communityId],
  );
  assert.equal(raised.length, 4);
});

test('taken apart by a social worker: those who leave keep their words and are asked about the new sentence', async () => {
  const here = await said();
  const { opinion, draw } = here;
  done(await draw([0, 1, 2].map((index) => opinion('15', index)).join('-')));
  done(await draw([opinion('15', 3)]));
  done(await mergeObjections(here.by(here.worker), { proposal, objection: 2, into: 1 }));
  done(await approveWording(here.by(here.person('15', 0)), { proposal, objection: 1 }));
  done(await approveWording(here.by(here.person('15', 3)), { proposal, objection: 1 }));
  const homes = [2, 3].map((index) => here.household('15', index));
  const split = (households: unknown, by = here.worker) =>
    splitObjection(here.by(by), { proposal, objection: 1, households, weight: 'inconvenience', wording: '要有灯' });
  assert.equal(code(await split(homes, here.captain)), 'not_allowed');
  assert.equal(code(await split([])), 'invalid');
  assert.equal(code(await split([here.household('15', 4)])), 'not_a_raiser');
  assert.equal(code(await split([0, 1, 2, 3].map((index) => here.household('15', index)))), 'nobody_left');
  assert.deepEqual(done(await split(homes.join('-'))), { proposal: 1, objection: 1, state: 'raised', into: 3 });
  const rows = await sql(
    `select o.no, o.wording, r.household_id as home, c.words, r.wording_approved as approved from objection o
       join objection_raiser r on r.community_id = o.community_id and r.objection_id = o.id
       join opinion_content c on c.community_id = r.community_id and c.opinion_id = r.opinion_id
      where o.community_id = $1 and o.merged_into is null order by o.no, r.household_id`,
    [here.communityId],
  );
  const of = (no: number, index: number, approved: string | null) => ({
    ...{
      no,
      wording: no === 1 ? '夜里吵' : '要有灯',
      home: here.household('15', index),
      words: `15-${index}`,
      approved,
    },
  });
  assert.deepEqual(rows, [of(1, 0, 'yes'), of(1, 1, null), of(3, 2, null), of(3, 3, null)]);
  const [leaf] = (await here.leaves()).slice(-1);
  assert.deepEqual([leaf?.act, leaf?.subject], ['objection.split', 'proposal/1/objection/1']);
  const events = await sql(
    `select o.no, e.kind from objection_event e join objection o on o.community_id = e.community_id and o.id = e.objection_id
      where o.community_id = $1 and e.kind like 'split%' order by o.no`,
    [here.communityId],
  );
  assert.deepEqual(events, [
    { no: 1, kind: 'split' },
    { no: 3, kind: 'split_from' },
  ]);
  done(await giveVerdict(here.by(here.person('15', 3)), { proposal, objection: 3, verdict: 'withdrawn' }));
  const answer = { proposal, objection: 1, kind: 'not_possible', answer: '坡太陡' };
  done(await answerObjection(here.by(here.worker), answer));
  assert.equal(code(await split([here.household('15', 0)])), 'already_answered');
});

test('worded and weighed anew until it is answered: told to those who raised it, who approve the words again', async () => {
  const here = await said();
  done(await here.draw([here.opinion('15', 0)]));
  const owner = here.person('15', 0);
  done(await approveWording(here.by(owner), { proposal, objection: 1 }));
  const put = { proposal, objection: 1, weight: 'harm', wording: '夜里吵' };
  const reword = (over: Record<string, unknown>, by = here.worker) => rewordObjection(here.by(by), { ...put, ...over });
  const board = async () => (await boardObjections(here.slug, { no: 1 }))?.lines[0];
  const mine = async () => (await myObjections(owner, {}))[0];
  assert.equal(code(await reword({ wording: '别的' }, here.captain)), 'not_allowed');
  assert.equal(code(await reword({})), 'nothing_reworded');
  assert.equal(code(await reword({ wording: '别的', shown: showing({ wording: '以前的' }) })), 'overtaken');
  assert.equal(code(await reword({ weight: 'much' })), 'invalid');
  done(await reword({ weight: 'inconvenience' }));
  assert.deepEqual([(await board())?.weight, (await board())?.wording], ['inconvenience', '夜里吵']);
  assert.deepEqual((await mine())?.earlier, []);
  done(await disputeWording(here.by(owner), { proposal, objection: 1, words: '是白天吵' }));
  done(await reword({ wording: '白天有人走动，吵' }));
  assert.equal((await board())?.wording, null);
  const now = await mine();
  assert.deepEqual([now?.wording, now?.approved, now?.disputed, now?.said], ['白天有人走动，吵', null, null, '15-0']);
  assert.deepEqual(
    now?.earlier.map(({ words }) => words),
    ['夜里吵'],
  );
  assert.deepEqual((await deskObjections(here.by(here.worker), { no: 1 }))?.objections[0]?.disputes, []);
  const letters = await sql(`select detail from letter where community_id = $1 and kind = 'objection_reworded'`, [
    here.communityId,
  ]);
  assert.equal(letters.length, 2);
  const [leaf] = (await here.leaves()).slice(-1);
  assert.deepEqual([leaf?.act, leaf?.subject], ['objection.reword', 'proposal/1/objection/1']);
  const answer = { proposal, objection: 1, kind: 'not_possible', answer: '坡太陡' };
  done(await answerObjection(here.by(here.worker), answer));
  assert.equal(code(await reword({ wording: '再改', seen: '' })), 'already_answered');
});

test('the sheet says on which day an objection was answered, and when those who raised it came to agree', async () => {
  const here = await said();
  done(await here.draw([here.opinion('15', 0), here.opinion('15', 1)]));
  const days = async () => {
    const one = (await boardObjections(here.slug, { no: 1 }))?.lines[0];
    return [one?.state, one?.answeredOn, one?.judgedOn, one?.escalatedAt];
  };
  assert.deepEqual(await days(), ['raised', null, null, null]);
  done(await answerObjection(here.by(here.worker), { proposal, objection: 1, kind: 'not_possible', answer: '坡太陡' }));
  const today = (await days())[1];
  assert.ok(today instanceof Date && today.getTime() === startOfDay(shanghaiDate(today)).getTime(), 'a day, not when');
  assert.deepEqual(await days(), ['answered', today, null, null]);
  const judge = (at: number, verdict: string) =>
    giveVerdict(here.by(here.person('15', at)), { proposal, objection: 1, verdict, words: '还是吵' });
  done(await judge(0, 'settled'));
  assert.deepEqual(await days(), ['answered', today, null, null], 'of two one says nothing');
  done(await judge(1, 'maintained'));
  assert.deepEqual(await days(), ['maintained', today, today, null]);
  done(await judge(1, 'settled'));
  assert.deepEqual(await days(), ['settled', today, today, null]);
});

test('what was merged meanwhile says into which one, to whoever was about to act on it', async () => {
  const here = await said();
  for (const index of [0, 1, 2]) done(await here.draw([here.opinion('15', index)]));
  const merge = (objection: number, into: number) =>
    mergeObjections(here.by(here.worker), { proposal, objection, into });
  done(await merge(1, 2));
  done(await merge(2, 3));
  const gone = { code: 'merged_meanwhile', details: { objection: 1, into: 3 } };
  const late = { proposal, objection: 1 };
  const answer = { ...late, kind: 'not_possible', answer: '坡太陡' };
  for (const outcome of [
    await answerObjection(here.by(here.worker), answer),
    await acknowledgeObjection(here.by(here.worker), late),
    await rewordObjection(here.by(here.worker), { ...late, weight: 'harm', wording: '别的' }),
    await approveWording(here.by(here.person('15', 0)), late),
    await giveVerdict(here.by(here.person('15', 0)), { ...late, verdict: 'withdrawn' }),
    await merge(1, 3),
  ])
    assert.deepEqual(outcome.ok || outcome.refusal, gone);
  assert.equal(code(await merge(3, 2)), 'merged_meanwhile');
  assert.equal(code(await answerObjection(here.by(here.captain), answer)), 'not_allowed');
  assert.deepEqual((await deskObjections(here.by(here.worker), { no: 1 }))?.merged, [
    { no: 1, into: 3 },
    { no: 2, into: 3 },
  ]);
});

test('the sheet has every objection exactly once, and on it only words their owner approved', async () => {
  const here = await said();
  const { opinion, draw } = here;
  done(await draw([0, 1, 2, 3].map((index) => opinion('15', index))));
  done(await draw([opinion('15', 4)], 'safety', { wording: '要扶手' }));
  done(await draw([opinion('14', 10)], 'access', { wording: '推车' }));
  done(await acknowledgeObjection(here.by(here.governance), { proposal, objection: 1 }));
  const verdict = { proposal, objection: 2, verdict: 'withdrawn' };
  done(await giveVerdict(here.by(here.person('15', 4)), verdict));
  done(await approveWording(here.by(here.person('15', 0)), { proposal, objection: 1 }));
  const sheet = await boardObjections(here.slug, { no: 1 });
  assert.deepEqual(
    sheet?.lines.map(({ no, households, wording, state }) => ({ no, households, wording, state })),
    [
      { no: 3, households: null, wording: null, state: 'raised' },
      { no: 1, households: null, wording: '夜里吵', state: 'acknowledged' },
      { no: 2, households: null, wording: null, state: 'withdrawn' },
    ],
  );
  assert.equal(sheet?.open, 2);
  const door = await doorObjections(here.by(here.captainBelow), {});
  assert.deepEqual(new Set(door?.map((one) => one.building)), new Set(['15']));
  assert.equal(door?.length, 5);
  assert.equal(await doorObjections(here.by(here.author), {}), undefined);
  const desk = await deskObjections(here.by(here.worker), { no: 1 });
  assert.equal(desk?.undrawn.length, 2);
});

test('an answer that promises names a clause that exists; one that cannot gives the reason', async () => {
  const here = await said();
  done(await here.draw([here.opinion('15', 0)]));
  const answer = (more: Record<string, unknown>) =>
    answerObjection(here.by(here.worker), { proposal, objection: 1, kind: 'adopted', answer: '挪开', ...more });
  const mute = await answer({});
  assert.ok(!mute.ok && mute.refusal.fieldErrors?.clause === 'clause_missing');
  const nowhere = await answer({ clause: 9 });
  assert.ok(!nowhere.ok && nowhere.refusal.fieldErrors?.clause === 'no_such_clause');
  const empty = await answer({ kind: 'not_possible', answer: ' ' });
  assert.ok(!empty.ok && empty.refusal.fieldErrors?.answer === 'required');
  const same = await answer({ clause: 1 });
  assert.ok(!same.ok && same.refusal.code === 'clause_unchanged' && same.refusal.fieldErrors?.clause);
  assert.equal(done(await answer({ clause: 1, kind: 'partly' })).state, 'answered');
  const [line] = (await boardObjections(here.slug, { no: 1 }))?.lines ?? [];
  assert.deepEqual([line?.answer?.version, line?.answer?.clauseText], [1, '从坡上直下']);
  done(await here.draft('从坡上绕下\n路宽一米二\n不砍树\n装扶手'));
  assert.equal(code(await answer({ clause: 3 })), 'clause_unchanged');
  assert.equal(code(await answer({ clause: 1, version: 1 })), 'clause_unchanged');
  done(await answer({ clause: 4 }));
  assert.equal(done(await answer({ clause: 1 })).state, 'answered');
  const desk = await deskObjections(here.by(here.worker), { no: 1 });
  assert.deepEqual(
    clausesSince(desk?.clauses ?? [], desk?.objections[0]?.version ?? 0).map((one) => [
      one.no,
      one.changed,
      one.before,
    ]),
    [
      [1, true, '从坡上直下'],
      [2, false, '路宽一米二'],
      [3, false, '不砍树'],
      [4, true, null],
    ],
  );
});

test('only those who raised it judge it; a captain writes down, with how it was said, and never over their own word', async () => {
  const here = await said();
  done(await here.draw([here.opinion('15', 0), here.opinion('15', 1)]));
  const judge = (by: number, verdict: string, more: Record<string, unknown> = {}) =>
    giveVerdict(here.by(by), { proposal, objection: 1, verdict, ...more });
  const [first, second] = [here.person('15', 0), here.person('15', 1)];
  assert.equal(code(await judge(first, 'settled')), 'not_answered_yet');
  const answer = { proposal, objection: 1, kind: 'partly', clause: 1, answer: '挪开' };
  done(await answerObjection(here.by(here.worker), answer));
  assert.equal(code(await judge(here.person('15', 4), 'settled')), 'not_found');
  const household = here.household('15', 1);
  assert.equal(code(await judge(first, 'settled', { household })), 'not_allowed');
  assert.equal(code(await judge(here.captain, 'settled', { household })), 'not_allowed');
  assert.equal(code(await judge(here.captainBelow, 'settled', { household })), 'provenance_missing');
  const told = { household, provenance: '念给她听，女儿在场', words: '行' };
  assert.equal(done(await judge(here.captainBelow, 'settled', told)).state, 'answered');
  assert.equal(done(await judge(second, 'maintained', { words: '我没说行' })).state, 'maintained');
  assert.equal(code(await judge(here.captainBelow, 'settled', told)), 'own_word_stands');
  const letters = await sql(`select household_id from letter where community_id = $1 and kind = 'verdict_recorded'`, [
    here.communityId,
  ]);
  assert.deepEqual(letters, [{ household_id: household }]);
  done(await judge(first, 'settled'));
  assert.equal(done(await judge(second, 'settled')).state, 'settled');
  const mine = await myObjections(second, {});
  assert.deepEqual([mine.length, mine[0]?.verdict, mine[0]?.clauseText], [1, 'settled', '从坡上直下']);
});

test('whoever says yes says to what they were shown: what was changed meanwhile is refused with both, and asked again', async () => {
  const here = await said();
  const owner = here.person('15', 0);
  done(await here.draw([here.opinion('15', 0)]));
  const about = { proposal, objection: 1 };
  const now = async () => (await myObjections(owner, {}))[0]?.shown ?? assert.fail();
  const approve = (shown?: string) => wording.approveWording(here.by(owner), { ...about, shown });
  const { wording: read } = await now();
  done(await rewordObjection(here.by(here.worker), { ...about, weight: 'harm', wording: '整夜都吵' }));
  const late = await approve(read);
  assert.ok(!late.ok);
  const stands = (await now()).wording;
  assert.deepEqual(late.refusal, {
    code: 'overtaken',
    details: { was_wording: '夜里吵', now_wording: '整夜都吵', shown: stands },
  });
  assert.match(inWords(late.refusal, 'zh', messages).message, /您看的是：\n“夜里吵”\n现在是：\n“整夜都吵”/);
  done(await approve(stands));

  const answer = { ...about, kind: 'partly', clause: 1, answer: '北移8米' };
  const judge = (shown: string) => verdict.giveVerdict(here.by(owner), { ...about, verdict: 'settled', shown });
  done(await answerObjection(here.by(here.worker), answer));
  const { answer: seen } = await now();
  done(await answerObjection(here.by(here.worker), { ...answer, kind: 'not_possible', answer: '做不了' }));
  const other = await judge(seen);
  assert.ok(!other.ok && other.refusal.details);
  const { was_answer, was_clause, now_answer } = other.refusal.details;
  assert.deepEqual([was_answer, was_clause, now_answer], ['北移8米', '从坡上直下', '做不了']);
  assert.match(inWords(other.refusal, 'en', messages).message, /北移8米.*What stands now:.*做不了/s);
  done(await judge(String(other.refusal.details.shown)));
});

test('nobody consents, or writes down that somebody did, without saying to what', () => {
  for (const act of ['approve-wording', 'dispute-wording', 'verdict', 'reword'])
    assert.equal(commands.get(`objection.${act}`)?.problems?.({})?.shown, 'required', act);
});

test('a household says the wording is not what it meant: it leaves the board, the desk reads what was meant', async () => {
  const here = await said();
  done(await here.draw([here.opinion('15', 0), here.opinion('15', 1)]));
  const about = { proposal, objection: 1 };
  const [first, second] = [here.person('15', 0), here.person('15', 1)];
  done(await approveWording(here.by(first), about));
  const onBoard = async () => (await boardObjections(here.slug, { no: 1 }))?.lines[0]?.wording ?? null;
  assert.equal(await onBoard(), '夜里吵');
  const dispute = (by: number, more: Record<string, unknown> = {}) =>
    disputeWording(here.by(by), { ...about, words: '我说的是灯太亮', ...more });
  assert.equal(code(await dispute(first, { words: '' })), 'invalid');
  assert.equal(code(await dispute(here.person('15', 4))), 'not_found');
  const household = here.household('15', 1);
  assert.equal(code(await dispute(first, { household })), 'not_allowed');
  assert.equal(code(await dispute(here.captainBelow, { household })), 'provenance_missing');
  done(await dispute(first));
  assert.equal(await onBoard(), null);
  const desk = async () => (await deskObjections(here.by(here.worker), { no: 1 }))?.objections[0]?.disputes;
  assert.deepEqual(await desk(), ['我说的是灯太亮']);
  const mine = async (person: number) => (await myObjections(person, {}))[0];
  assert.deepEqual([(await mine(first))?.disputed, (await mine(first))?.approved], ['我说的是灯太亮', null]);
  assert.deepEqual([(await mine(second))?.disputed, (await mine(second))?.raisers], [null, 2]);
  done(await approveWording(here.by(first), about));
  assert.deepEqual([await desk(), await onBoard()], [[], '夜里吵']);
});

test('a new answer asks again; escalated only when maintained, with the words of its owner', async () => {
  const here = await said();
  done(await here.draw([here.opinion('15', 0)]));
  const owner = here.person('15', 0);
  const refusal = { proposal, objection: 1, kind: 'not_possible', answer: '坡太陡' };
  done(await answerObjection(here.by(here.worker), refusal));
  const escalate = (words = '') =>
    escalateObjection(here.by(here.governance), { proposal, objection: 1, reason: '说不拢', words });
  assert.equal(code(await escalate()), 'not_maintained');
  const maintained = { proposal, objection: 1, verdict: 'maintained' };
  assert.equal(code(await giveVerdict(here.by(owner), maintained)), 'words_missing');
  const told = { ...maintained, household: here.household('15', 0), provenance: '念给他听，他摇头' };
  assert.equal(code(await giveVerdict(here.by(here.captainBelow), told)), 'words_missing');
  done(await giveVerdict(here.by(here.captainBelow), { ...told, words: '我睡不着' }));
  const [written] = await myObjections(owner, {});
  assert.equal(typeof written?.verdictFor, 'string', 'whoever it is for reads who wrote it down');
  assert.equal(
    code(await escalateObjection(here.by(here.worker), { proposal, objection: 1, reason: '说不拢' })),
    'not_allowed',
  );
  done(await escalate());
  assert.equal(code(await escalate('我睡不着')), 'already_escalated');
  const [line] = (await boardObjections(here.slug, { no: 1 }))?.lines ?? [];
  assert.deepEqual(line?.escalation, { words: '我睡不着', reason: '说不拢' });
  const again = { proposal, objection: 1, kind: 'partly', clause: 2, answer: '窄一点' };
  assert.equal(done(await answerObjection(here.by(here.worker), again)).state, 'answered');
  const [asked] = await myObjections(owner, {});
  assert.equal(asked?.verdict, null);
});

test('what somebody wrote down at the wrong door they take back within a day, unless the household has spoken', async () => {
  const here = await said();
  done(await here.draw([here.opinion('15', 0)]));
  const about = { proposal, objection: 1 };
  done(await answerObjection(here.by(here.worker), { ...about, kind: 'not_possible', answer: '坡太陡' }));
  const household = here.household('15', 0);
  const record = () =>
    giveVerdict(here.by(here.captainBelow), { ...about, household, verdict: 'settled', provenance: '在门口说的' });
  const back = (who = here.captainBelow) =>
    verdict.takeBackVerdict(here.by(who), { ...about, household, reason: '敲错了门' });
  assert.equal(code(await back()), 'nothing_recorded');
  done(await record());
  const [asked] = await sql<{ open: number }>(
    `select count(*)::int as open from letter where community_id = $1 and kind = 'objection_answered'
       and until > (select max(at) from letter where community_id = $1)`,
    [here.communityId],
  );
  assert.equal(asked?.open, 0, 'what has been judged asks for nothing any more');
  assert.equal(code(await back(here.worker)), 'not_the_recorder');
  assert.equal((await doorObjections(here.by(here.captainBelow), {}))?.filter((one) => one.mine).length, 1);
  assert.equal(done(await back()).state, 'answered');
  assert.equal((await myObjections(here.person('15', 0), {}))[0]?.verdict, null);
  done(await record());
  done(await giveVerdict(here.by(here.person('15', 0)), { ...about, verdict: 'settled' }));
  assert.equal((await myObjections(here.person('15', 0), {}))[0]?.verdictFor, null, 'their own word');
  assert.equal(code(await back()), 'nothing_recorded');
});

test('adopted exactly as asked and tried twice it lapses; anything else waits; reopened it has to be answered again', async () => {
  const here = await said();
  done(await here.draw([here.opinion('15', 0)]));
  const attempt = () =>
    verdict.noteTry(here.by(here.captainBelow), { proposal, objection: 1, household: here.household('15', 0) });
  assert.equal(code(await attempt()), 'not_answered_yet');
  const answer = (kind: string) =>
    answerObjection(here.by(here.worker), { proposal, objection: 1, kind, clause: 1, answer: '挪开' });
  done(await answer('partly'));
  done(await attempt());
  assert.equal(done(await attempt()).state, 'answered');
  done(await here.draft('从坡上绕下\n路宽一米二\n不砍树'));
  done(await answer('adopted'));
  assert.equal(done(await attempt()).state, 'answered');
  assert.equal(done(await attempt()).state, 'lapsed');
  const reopen = { proposal, objection: 1, reason: '这一条又改了' };
  done(await reopenObjection(here.by(here.worker), reopen));
  assert.equal((await boardObjections(here.slug, { no: 1 }))?.lines[0]?.state, 'reopened');
  const kinds = await sql('select kind from objection_event where community_id = $1 order by id', [here.communityId]);
  assert.deepEqual(
    kinds.map((one) => one.kind),
    ['drawn', 'answered', 'tried', 'tried', 'answered', 'tried', 'lapsed', 'reopened'],
  );
});
