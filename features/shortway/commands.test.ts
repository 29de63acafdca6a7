import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskLife, deskToday } from '@/features/desk/queries';
import { myLetters } from '@/features/me/queries';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { reopenProposal, resumeProposal } from '@/features/proposals/commands/reopen';
import { giveSupport } from '@/features/proposals/commands/support';
import { withdrawProposal } from '@/features/proposals/commands/withdraw';
import { boardStory } from '@/features/story/queries';
import { code, done, photo } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { answerShort, confirmShort, objectShort, recordShortObjection, refuseShort } from '@/tests/shown';
import { makeSmall, small } from '@/tests/small';
import { proposeShort, setLimit } from './commands/decide';
import * as finishing from './commands/finish';
import { doAgain, finishShort } from './commands/finish';
import { askedShort, reasonOf } from './queries/desk';
import { doorShort, doorShorts, ownShort } from './queries/own';

after(closeAll);

test('five acts from the proposal to done and asked about, each by whom it belongs to', async () => {
  const here = await makeSmall();
  const proposal = await here.bring();
  assert.equal(
    code(await proposeShort(here.by(here.secretary), { proposal, ...small, places: here.places })),
    'not_allowed',
  );
  done(await here.propose(proposal));
  assert.equal(code(await here.propose(proposal)), 'short_proposed');
  assert.equal(code(await confirmShort(here.by(here.worker), { proposal })), 'second_person');
  done(await confirmShort(here.by(here.other), { proposal }));
  assert.equal(await here.state(proposal), 'short');
  const story = await boardStory(here.slug, { no: proposal });
  assert.equal(story?.short?.hangs, true);
  assert.deepEqual(story?.open, { kind: 'short' });
  assert.deepEqual(story?.due, { kind: 'short_until', day: '2022-03-04' });
  assert.deepEqual(story?.short?.places, [
    { building: '14', no: 1 },
    { building: '14', no: 2 },
  ]);

  here.at('2022-03-04T23:59');
  const report = { proposal, doneOn: '2022-03-04', photo };
  assert.equal(code(await finishShort(here.by(here.property), report)), 'still_hangs');
  here.at('2022-03-05T00:00');
  assert.equal(code(await objectShort(here.by(here.neighbour), { proposal, words: '挡光' })), 'short_over');
  assert.equal(code(await finishShort(here.by(here.property), report)), 'done_too_early');
  assert.equal(code(await finishShort(here.by(here.property), { proposal, doneOn: '2022-03-05' })), 'not_pictured');
  assert.equal(code(await finishShort(here.by(here.author), { ...report, doneOn: '2022-03-05' })), 'not_allowed');
  done(await finishShort(here.by(here.property), { ...report, doneOn: '2022-03-05', note: '两个' }));
  assert.equal(await here.state(proposal), 'completed');
  assert.deepEqual((await boardStory(here.slug, { no: proposal }))?.due, { kind: 'asked_by', day: '2022-03-19' });

  assert.equal(code(await answerShort(here.by(here.neighbour), { proposal, answer: 'good' })), 'not_allowed');
  assert.equal(code(await answerShort(here.by(here.author), { proposal, answer: 'not_reached' })), 'invalid');
  done(await answerShort(here.by(here.author), { proposal, answer: 'good' }));
  assert.equal(await here.state(proposal), 'verified');
  assert.equal(
    code(await answerShort(here.by(here.hotline), { proposal, answer: 'good' })),
    'not_at_this_step',
    'once',
  );
  assert.deepEqual(
    (await myLetters(here.author, { after: null })).letters.map(({ kind }) => kind),
    ['short_done', 'short_confirmed', 'proposal_received'],
  );
});

test('what costs more, touches what is everybody’s, or has no limit set goes the full way', async () => {
  const unset = await makeSmall(null);
  const one = await unset.bring();
  assert.equal(code(await unset.propose(one)), 'limit_unset');
  assert.equal(code(await setLimit(unset.by(unset.worker), { limit: '1' })), 'not_allowed');

  const here = await makeSmall('1800');
  const proposal = await here.bring();
  assert.equal(code(await here.propose(proposal, { cost: '1800.01' })), 'too_dear');
  assert.equal(code(await here.propose(proposal, { places: [] })), 'invalid');
  assert.equal(code(await here.propose(proposal, { places: [2_000_000_000] })), 'invalid');
  assert.equal(code(await here.propose(await here.bring({ kind: 'path_green' }))), 'kind_touches_rights');
  done(await here.propose(proposal, { cost: '1800' }));
  done(await setLimit(here.by(here.secretary), { limit: '1799.99' }));
  assert.equal(
    code(await confirmShort(here.by(here.other), { proposal })),
    'too_dear',
    'as it is when it is confirmed',
  );
  done(await refuseShort(here.by(here.other), { proposal, reason: '超过限额了' }));
  assert.equal(await here.state(proposal), 'submitted');
  done(await acceptProposal(here.by(here.worker), { proposal }));
});

test('one household’s reason turns it into the full way, with its supporters, its gates and the reason', async () => {
  const here = await makeSmall();
  const proposal = await here.hung();
  done(await giveSupport(here.by(here.neighbour), { proposal }));
  const below = await here.resident(here.household('15', 0));
  const stranger = await here.outsider();
  assert.equal(code(await objectShort(here.by(stranger), { proposal, words: '挡光' })), 'not_allowed');
  assert.equal(code(await objectShort(here.by(below), { proposal, words: '' })), 'invalid');
  done(await objectShort(here.by(below), { proposal, words: '架子正对我家窗，挡光' }));
  assert.equal(await here.state(proposal), 'scoping');
  const again = await objectShort(here.by(below), { proposal, words: '挡光' });
  assert.equal(code(again), 'not_at_this_step', 'one was enough');
  const story = await boardStory(here.slug, { no: proposal });
  assert.equal(story?.short, null);
  assert.deepEqual(story?.turned && [story.turned.what, story.turned.cost, story.turned.places], [
    '北侧草坪边装两个晾衣架',
    180_000,
    [
      { building: '14', no: 1 },
      { building: '14', no: 2 },
    ],
  ]);
  assert.deepEqual(
    story?.events.map(({ kind }) => kind).filter((kind) => kind.startsWith('short_')),
    ['short_proposed', 'short_confirmed', 'short_turned'],
    'from when to when it hung',
  );
  assert.deepEqual(
    story?.gates.map(({ key }) => key),
    ['owners_vote_other'],
  );
  assert.ok(!JSON.stringify(story).includes('正对我家窗'), 'its words are not on the board');
  assert.deepEqual(await reasonOf(here.by(here.worker), { no: proposal }).then((one) => [one?.words, one?.building]), [
    '架子正对我家窗，挡光',
    '15',
  ]);
  assert.equal(await reasonOf(here.by(here.neighbour), { no: proposal }), undefined);
  const [kept] = await sql('select count(*)::int as n from support where community_id = $1', [here.communityId]);
  assert.equal(kept?.n, 1);
  assert.deepEqual(
    (await ownShort(here.by(below), { no: proposal }))?.said.map(({ words }) => words),
    ['架子正对我家窗，挡光'],
  );
  assert.equal(await ownShort(here.by(here.neighbour), { no: proposal }), undefined);
  await assert.rejects(sql(`update short_objection set words = '没说' where community_id = $1`, [here.communityId]));
});

test('at a door its captain writes the reason down, with proof, and the household has a letter', async () => {
  const here = await makeSmall();
  const proposal = await here.hung();
  const home = here.household('15', 1);
  const lives = await here.resident(home);
  const captain = await here.captain(here.entrance('15', 1));
  const elsewhere = await here.captain(here.entrance('14', 1));
  const said = { proposal, household: home, words: '夜里叮当响', proof: 'read_back', witnessName: '对门王阿姨' };
  assert.deepEqual(
    (await doorShorts(here.by(captain), {}))?.map(({ no }) => no),
    [proposal],
  );
  assert.equal((await doorShort(here.by(captain), { no: proposal, entrance: here.entrance('15', 1) }))?.hangs, true);
  const unseen = await here.bring();
  assert.equal(await doorShort(here.by(captain), { no: unseen }), undefined, 'goes no short way');
  done(await here.propose(unseen));
  assert.equal(await doorShort(here.by(captain), { no: unseen }), undefined, 'nobody has confirmed it');
  assert.equal(await ownShort(here.by(lives), { no: unseen }), undefined);
  assert.equal(await doorShorts(here.by(lives), {}), undefined);
  assert.equal(code(await recordShortObjection(here.by(elsewhere), said)), 'not_allowed');
  assert.equal(code(await recordShortObjection(here.by(captain), { ...said, witnessName: '' })), 'witness_missing');
  here.at('2022-03-02T14:03');
  done(await recordShortObjection(here.by(captain), said));
  const turned = (await boardStory(here.slug, { no: proposal }))?.events.find(({ kind }) => kind === 'short_turned');
  const midnight = new Date('2022-03-02T00:00+08:00').getTime();
  assert.deepEqual(
    [turned?.role, new Date(turned?.at ?? 0).getTime()],
    ['resident', midnight],
    'by no way and on a day',
  );
  assert.equal((await doorShort(here.by(captain), { no: proposal }))?.hangs, false);
  assert.equal(await here.state(proposal), 'scoping');
  assert.deepEqual(
    (await myLetters(lives, { after: null })).letters.map(({ kind }) => kind),
    ['short_objection_recorded'],
  );
  assert.deepEqual(await doorShorts(here.by(captain), {}), []);
});

test('what is not good is done again and asked about anew, or goes the full way; whoever did it does not judge it', async () => {
  const here = await makeSmall();
  const proposal = await here.finished();
  await sql(`insert into grants (community_id, person_id, role, from_at) values ($1, $2, 'hotline', '2022-01-01')`, [
    here.communityId,
    here.property,
  ]);
  assert.equal(code(await answerShort(here.by(here.property), { proposal, answer: 'good' })), 'second_person');
  assert.equal(
    code(await answerShort(here.by(here.hotline), { proposal, answer: 'not_good' })),
    'invalid',
    'says what',
  );
  done(await answerShort(here.by(here.hotline), { proposal, answer: 'not_good', words: '一个是歪的' }));
  assert.equal(await here.state(proposal), 'reopened');
  assert.ok(!JSON.stringify(await boardStory(here.slug, { no: proposal })).includes('歪的'));
  const resumed = { proposal, reason: '修', to: 'building', responsible: '物业', dueOn: '2022-04-01' };
  assert.equal(code(await resumeProposal(here.by(here.secretary), resumed)), 'went_short');
  assert.equal(code(await doAgain(here.by(here.worker), { proposal, to: 'short', reason: '扶正' })), 'not_allowed');
  done(await doAgain(here.by(here.secretary), { proposal, to: 'short', reason: '扶正' }));
  assert.equal(await here.state(proposal), 'short');
  here.at('2022-03-08');
  done(await finishShort(here.by(here.worker), { proposal, doneOn: '2022-03-08', photo }));
  const old = {
    proposal,
    answer: 'good',
    shown: JSON.stringify({ what: small.what, doneOn: '2022-03-05', note: null }),
  };
  assert.equal(code(await finishing.answerShort(here.by(here.hotline), old)), 'overtaken', 'it was done again');
  done(await answerShort(here.by(here.hotline), { proposal, answer: 'not_reached' }));
  assert.equal(await here.state(proposal), 'completed', 'they are rung again');
  const kept = await sql(
    `select answer, answer_words, done_on::text, ended_at is null as runs from short_way where community_id = $1 order by id`,
    [here.communityId],
  );
  assert.deepEqual(kept, [
    { answer: 'not_good', answer_words: '一个是歪的', done_on: '2022-03-05', runs: false },
    { answer: null, answer_words: '', done_on: '2022-03-08', runs: true },
  ]);
  assert.deepEqual((await boardStory(here.slug, { no: proposal }))?.short?.places.length, 2);
  here.at('2022-03-22T08:59');
  done(await answerShort(here.by(here.hotline), { proposal, answer: 'not_reached' }));
  assert.equal(await here.state(proposal), 'completed');
  here.at('2022-03-22T09:00');
  done(await answerShort(here.by(here.hotline), { proposal, answer: 'not_reached' }));
  assert.equal(await here.state(proposal), 'verified');
  here.at('2022-06-01');
  done(await reopenProposal(here.by(here.neighbour), { proposal, reason: '掉了', photo }));
  done(await doAgain(here.by(here.secretary), { proposal, to: 'scoping', reason: '不是小事' }));
  assert.equal(await here.state(proposal), 'scoping');
});

test('a small thing whose proposal has gone elsewhere hangs no more and waits for nobody', async () => {
  const here = await makeSmall();
  const proposal = await here.hung();
  assert.equal((await boardStory(here.slug, { no: proposal }))?.short?.what, small.what);
  done(await withdrawProposal(here.by(here.author), { proposal, reason: '不用了' }));
  here.at('2022-03-03');
  assert.equal((await boardStory(here.slug, { no: proposal }))?.short, null);
  assert.equal((await askedShort(here.by(here.worker), { no: proposal }))?.facts.short, null);
  assert.equal((await doorShort(here.by(await here.captain(here.entrance('15', 1))), { no: proposal }))?.hangs, false);
});

test('each waits at the desk for whoever can do it', async () => {
  const here = await makeSmall();
  const proposal = await here.bring();
  done(await here.propose(proposal));
  const waits = async (who: number) =>
    (await deskToday(here.by(who), {}))?.lines
      .filter((one) => one.act.startsWith('short') || one.act === 'second_short')
      .map((one) => one.act);
  assert.deepEqual(await waits(here.other), ['second_short']);
  done(await confirmShort(here.by(here.other), { proposal }));
  assert.deepEqual(await waits(here.property), []);
  here.at('2022-03-05');
  assert.deepEqual(await waits(here.property), ['short_done']);
  done(await finishShort(here.by(here.property), { proposal, doneOn: '2022-03-05', photo }));
  assert.deepEqual(await waits(here.hotline), ['short_answer']);
  assert.ok(await deskLife(here.by(here.worker), { no: proposal }));
});

test('the database refuses what no command does', async () => {
  const here = await makeSmall();
  const proposal = await here.hung();
  const of = [here.communityId];
  assert.ok(proposal);
  await assert.rejects(sql('update short_way set confirmed_by = proposed_by where community_id = $1', of));
  await assert.rejects(sql('update short_way set cost = most + 1 where community_id = $1', of));
  await assert.rejects(
    sql(
      `update short_way set done_on = '2022-03-02', done_by = proposed_by, done_at = confirmed_at where community_id = $1`,
      of,
    ),
  );
  await assert.rejects(sql('update short_way set answered_at = moment() where community_id = $1', of));
});
