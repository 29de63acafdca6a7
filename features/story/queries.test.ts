import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { boardFront } from '@/features/front/queries/front';
import { addComment } from '@/features/proposals/commands/comment';
import { rooms } from '@/features/rooms';
import { closeRound } from '@/features/rounds/commands/close';
import { whileAnswering } from '@/lib/answer';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { someAnswer } from '@/tests/answer';
import { type Consultation, done, makeConsultation } from '@/tests/consultation';
import { closeAll } from '@/tests/fixture';
import { giveOpinion } from '@/tests/shown';
import { StoryHead } from './components/story-head';
import { messages } from './messages';
import { boardStory, type Story } from './queries';
import { boardNews } from './queries/news';

after(closeAll);

const words = '夜里有人咳嗽都听得见';

async function say(here: Consultation, building: string, index: number, more: Record<string, unknown> = {}) {
  const household = here.household(building, index);
  const person = await here.resident(household);
  done(await giveOpinion(here.by(person), { round: 1, household, stance: 'support', words, ...more }));
}

async function storyOf(here: Consultation): Promise<Story> {
  const story = await boardStory(here.slug, { no: 1 });
  assert.ok(story);
  return story;
}

test('before there is a plan the story has its groups and nothing empty', async () => {
  const here = await makeConsultation();
  const story = await storyOf(here);
  assert.deepEqual(
    story.groups.map(({ name, effect, households }) => ({ name, effect, households })),
    [
      { name: '14号楼', effect: 'benefits', households: 12 },
      { name: '15号楼', effect: 'bears', households: 8 },
    ],
  );
  assert.deepEqual([story.rounds, story.plans, story.standings, story.objections], [[], [], [], []]);
  assert.equal(story.decision, null);
  assert.equal(story.works, null);
  assert.equal(await boardStory(here.slug, { no: 2 }), undefined);
  assert.equal(await boardStory('nobody', { no: 1 }), undefined);
});

test('while a round is open, who said what changes nothing on the board; afterwards no small number does', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  for (const index of [0, 1, 2]) await say(here, '14', index);
  await say(here, '15', 0, { stance: 'oppose', ground: 'noise' });
  const open = await storyOf(here);
  const [first] = open.rounds;
  assert.equal(first?.phase, 'open');
  assert.deepEqual(
    first?.groups.map((group) => group.arcs),
    [
      [
        { kinds: ['reached'], count: 3 },
        { kinds: ['notReached'], count: 9 },
      ],
      [
        { kinds: ['reached'], count: 1 },
        { kinds: ['notReached'], count: 7 },
      ],
    ],
  );
  assert.deepEqual(open.due, { kind: 'round_until', day: '2022-03-12' });
  assert.equal(open.turnsAt?.toISOString(), '2022-03-12T16:00:00.000Z');
  await say(here, '15', 0, { stance: 'support' });
  assert.deepEqual((await storyOf(here)).rounds, open.rounds);

  here.at('2022-03-13');
  done(await closeRound(here.by(here.worker), { round: 1 }));
  const closed = await storyOf(here);
  const arcs = closed.rounds[0]?.groups.flatMap((group) => group.arcs) ?? [];
  for (const arc of arcs.filter((one) => !one.kinds.some((kind) => /eached$/.test(kind))))
    assert.ok(arc.count === 0 || arc.count >= 3, JSON.stringify(arc));
  assert.deepEqual(
    closed.standings.map(({ heard, notHeard }) => [heard, notHeard]),
    [
      [3, 9],
      [1, 7],
    ],
  );
  assert.ok(!JSON.stringify(closed).includes(words), 'what a household said is not on the board');
});

test('a comment says its building, never who; and no building of few, nor one that would be known by it', async () => {
  const few = await makeConsultation();
  done(await addComment(few.by(few.author), { proposal: 1, stance: 'against', words: '在窗下' }));
  assert.equal((await storyOf(few)).comments[0]?.building, null, 'without a name it would be building 15');
  const here = await makeConsultation(['14', '15'].map((name) => ({ name, entrances: 1, doorsPerEntrance: 10 })));
  done(await addComment(here.by(here.author), { proposal: 1, stance: 'question', words: '什么时候动工？' }));
  const [said] = (await storyOf(here)).comments;
  assert.deepEqual(
    { building: said?.building, stance: said?.stance, words: said?.words },
    { building: '14', stance: 'question', words: '什么时候动工？' },
  );
});

test('the front page tells what is open and until when; the feed tells what changed', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const front = await boardFront(here.slug, {});
  const [one] = front?.proposals ?? [];
  assert.equal(one?.round?.no, 1);
  assert.equal(front?.turnsAt?.getTime(), startOfDay(addDays(shanghaiDate(front?.now ?? new Date(0)), 1)).getTime());
  const news = await boardNews(here.slug, { kinds: Object.keys(messages.zh.feed.kinds) });
  assert.deepEqual(
    news?.news.map((entry) => entry.kind),
    ['round_opened', 'plan_published'],
  );
});

test('the front page tells of each group how many were heard, and what they said when the round is over', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const open = (await boardFront(here.slug, {}))?.home;
  const [round] = open?.talked[0]?.rounds ?? [];
  assert.equal(round?.phase, 'open');
  assert.deepEqual(
    round?.groups.map(({ arcs }) => arcs.map(({ kinds }) => kinds.join())),
    [
      ['reached', 'notReached'],
      ['reached', 'notReached'],
    ],
  );
  assert.deepEqual([open?.built, open?.asked, open?.promises, open?.month, open?.onDuty], [[], [], [], [], []]);
  assert.equal(open?.where, null, 'nothing was drawn');
});

test('every step there is has words at the desk, and on the board unless it is nobody else’s news', async () => {
  const quiet = [
    ...[
      'appealed',
      'looked_at',
      'groups_named',
      'gate_decided',
      'shelving_proposed',
      'shelving_refused',
      'passed_on',
      'signed',
    ],
    ...['objection_drawn', 'objection_merged', 'objection_split', 'objection_answered'],
    ...['objection_reopened', 'objection_escalated', 'notice_opposed', 'opposition_answered'],
    ...['milestone_planned', 'milestone_checked', 'milestone_returned', 'delegate_named', 'acceptance_given'],
    ...[
      'commitment_decided',
      'commitment_mended',
      'short_proposed',
      'short_refused',
      'repair_listed',
      'alternative_drafted',
      'comparison_extended',
      'conditions_marked',
      'outside_asked',
      'outside_answered',
      'outside_dropped',
      ...['place_named', 'place_built', 'place_checked', 'place_missing', 'place_settled'],
    ],
  ];
  for (const locale of ['zh', 'en'] as const) {
    const told = Object.keys(messages[locale].feed.kinds).filter(
      (kind) => kind !== 'verified' && kind !== 'below_floor',
    );
    const atDesk = rooms.flatMap(({ steps }) => Object.keys(steps?.[locale] ?? {}));
    assert.deepEqual([...quiet, ...told].sort(), atDesk.sort());
  }
});

test('the whole story takes at most ten statements', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const answer = someAnswer();
  await whileAnswering(answer, () => storyOf(here));
  const { statements } = answer;
  assert.ok(statements > 2 && statements <= 10, `${statements} statements`);
});

test('two years after completion nothing is offered any more, and the page grows old at that moment', async () => {
  const here = await makeConsultation();
  const { communityId, proposalId } = here;
  await here.sql(`update proposal set state = 'verified' where community_id = $1`, [communityId]);
  await here.sql(
    `insert into proposal_event (community_id, proposal_id, kind, to_state, role, at)
     values ($1, $2, 'completed', 'completed', 'social-worker', '2022-11-20T09:00+08:00')`,
    [communityId, proposalId],
  );
  here.at('2024-11-20');
  const within = await storyOf(here);
  assert.equal(within.reopenable, true);
  const head = (story: typeof within) =>
    renderToStaticMarkup(createElement(StoryHead, { story, locale: 'zh', slug: here.slug }));
  assert.match(head(within), /\/reopening"[^>]*>办完了还有毛病</, 'among the acts of the head, which no print folds');
  assert.equal(within.turnsAt?.toISOString(), '2024-11-20T16:00:00.000Z');
  here.at('2024-11-21');
  const over = await storyOf(here);
  assert.deepEqual(
    [over.reopenable, over.due, over.turnsAt],
    [false, { kind: 'reopen_over', day: '2024-11-20' }, null],
  );
  assert.doesNotMatch(head(over), /reopening/);
});
