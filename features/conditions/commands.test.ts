import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { mergeObjections } from '@/features/objections/commands/merge';
import { boardPlan } from '@/features/plans/queries/published';
import { boardStory } from '@/features/story/queries';
import { inWords } from '@/lib/forms';
import { makeAsking } from '@/tests/asking';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { giveOpinion, giveVerdict, openRound } from '@/tests/shown';
import { takenBack } from './acts';
import { markConditions } from './commands';
import { followedSays, ownSays, saysOf } from './components/says';
import { deskConditions } from './queries/desk';
import { myConditions } from './queries/own';

after(closeAll);

const proposal = 1;

const fields = (outcome: Awaited<ReturnType<typeof markConditions>>) =>
  outcome.ok ? null : outcome.refusal.fieldErrors;

test('marked from a form, worked out, hung without whose it is; whoever asked for it is told and sees their own', async () => {
  const here = await makeAsking();
  const { slug, mark } = here;
  assert.equal(code(await mark({}, here.captain)), 'not_allowed');
  assert.deepEqual(fields(await mark({ objections_4: '3' })), { objections_4: 'not_on_board' });
  assert.deepEqual(fields(await mark({ objections_4: '1, 9' })), { objections_4: 'no_such_objection' });
  assert.deepEqual(fields(await mark({ objections_4: '一号' })), { 'conditions.2.objections': 'numbers' });
  assert.deepEqual(fields(await mark({ nos_2: '1、3' })), { nos_2: 'clash_unlisted' });
  assert.deepEqual(fields(await mark({ why_2: '' })), { 'clashes.0.why': 'required' });
  assert.deepEqual(
    fields(await mark({ cost_4: '' })),
    { 'conditions.2.cost': 'required' },
    'nobody said it costs nothing',
  );
  assert.deepEqual(done(await mark()), { proposal: 1, version: 1, sets: 3, conflicts: 1 });
  const hung = (await boardStory(slug, { no: 1 }))?.conditions;
  const found = hung as NonNullable<typeof hung>;
  assert.deepEqual(
    found.conditions.map(({ no, text, cost }) => [no, text, cost]),
    [
      [1, '离窗12米', 300050],
      [2, '不动这6棵树', 0],
      [4, '不绕远', 0],
    ],
  );
  assert.equal(JSON.stringify(hung).includes('objection'), false, 'not whose it is');
  assert.deepEqual(saysOf(found, 'zh'), [
    {
      head: '没法全都满足，最多一起满足2个，有3种凑法，一样多：',
      lines: [
        '“离窗12米”和“不动这6棵树”，一共另花3,000.50元',
        '“离窗12米”和“不绕远”，一共另花3,000.50元',
        '“不动这6棵树”和“不绕远”',
      ],
    },
    {
      head: '凑不到一起的，最小是这3个：',
      lines: ['“离窗12米”、“不动这6棵树”和“不绕远”：中间只有一条直路'],
    },
  ]);
  const told = await sql<{ household_id: number }>(
    `select household_id from letter where community_id = $1 and kind = 'conditions_marked' order by 1`,
    [here.communityId],
  );
  const asked = [0, 1, 4].map((index) => here.household('15', index));
  assert.deepEqual(
    told.map((one) => one.household_id),
    [...asked].sort((a, b) => a - b),
  );
  const own = async (building: '14' | '15', index: number) => {
    const [list] = await myConditions(here.person(building, index), {});
    return list?.mine.flatMap(({ nos }) => ownSays(list, nos, 'zh'));
  };
  assert.deepEqual(await own('15', 0), ['“离窗12米”：3种凑法里，有它的是2种。', '“不绕远”：3种凑法里，有它的是2种。']);
  assert.equal(await own('15', 2), undefined, 'nobody else sees whose it is');
});

test('marked anew it takes the place of the list before, and whoever wrote from an older one loses nothing', async () => {
  const here = await makeAsking();
  done(await here.mark());
  const late = await here.mark({ text_1: '离窗15米' });
  assert.deepEqual(late.ok ? null : [late.refusal.code, late.refusal.details?.rowVersion], ['stale_text', 1]);
  done(await here.mark({ rowVersion: 1, nos_2: '', why_2: '' }));
  const hung = (await boardStory(here.slug, { no: 1 }))?.conditions;
  assert.deepEqual(hung ? saysOf(hung, 'zh') : null, [
    { head: '这3个条件可以一起满足。 一共另花3,000.50元', lines: [] },
  ]);
  const [list] = await myConditions(here.person('15', 4), {});
  assert.deepEqual(
    list?.mine.flatMap(({ nos }) => ownSays(list, nos, 'zh')),
    ['“不动这6棵树”：和别的条件一起，3个都能满足。', '“不绕远”：和别的条件一起，3个都能满足。'],
  );
  const open = await sql('select 1 from letter where community_id = $1 and kind = $2 and until > $3', [
    ...[here.communityId, 'conditions_marked', '2022-03-14'],
  ]);
  assert.equal(open.length, 3, 'one for each home, about what hangs');
});

test('another total while a round is under way: says what changes, wants a reason and a second press', async () => {
  const here = await makeAsking();
  done(await here.mark({ budget: '5000' }));
  done(await here.mark({ rowVersion: 1, budget: '4000' }));
  await here.redrawn();
  done(await here.publish({ marked: 2, follows: ['1', '2'], unmet_4: '中间只有一条直路' }));
  const { round } = done(await openRound(here.by(here.worker), { proposal, closesOn: '2022-03-28' }));
  done(await giveOpinion(here.by(here.person('15', 0)), { round, stance: 'support' }));
  const press = (undoes: string, more: object) =>
    markConditions(
      { ...here.by(here.worker), undoes },
      {
        proposal,
        rowVersion: 2,
        text_1: '离窗12米',
        objections_1: '1',
        cost_1: '3000',
        text_2: '不动这6棵树',
        objections_2: '2',
        cost_2: '900',
        budget: '4000',
        reason: '',
        ...more,
      },
    );
  const first = await press('', { budget: '3000' });
  assert.ok(!first.ok && first.refusal.code === 'undoes', JSON.stringify(first));
  assert.deepEqual(first.refusal.fieldErrors, { reason: 'reason_to_undo' });
  const { undoes, ...costs } = first.refusal.details ?? {};
  assert.deepEqual(costs, { totalBefore: 400_000, totalNow: 300_000, haveNow: 1, spokeBefore: 1 });
  assert.match(inWords(first.refusal, 'zh').message, /4,000\.00元.*3,000\.00元.*1户在这一轮里说话/);
  const reason = '街道只批了三千';
  const other = await press(String(undoes), { budget: '2999.99', reason });
  assert.ok(!other.ok && other.refusal.code === 'undoes', 'another figure is shown anew');
  assert.deepEqual(
    [other.refusal.details?.totalNow, other.refusal.details?.haveNow],
    [299_999, 1],
    'the cheaper of the two still can be had',
  );
  done(await press(String(undoes), { budget: '3000', reason }));
  const [kept] = await here.sql<{ reason: string }>(
    `select reason from proposal_event where community_id = $1 and kind = 'conditions_marked' order by id desc limit 1`,
    [here.communityId],
  );
  assert.equal(kept?.reason, reason);
  done(await press('', { rowVersion: 3, budget: '3000', text_1: '离窗13米' }));
});

test('what an objection was merged into has its conditions; what all have taken back waits to be marked anew', async () => {
  const here = await makeAsking();
  done(await here.draw([here.opinion('15', 2)], 'noise', '夜里吵'));
  done(await here.mark({ objections_4: '2' }));
  done(await mergeObjections(here.by(here.worker), { proposal, objection: 1, into: 4 }));
  const [list] = await myConditions(here.person('15', 2), {});
  assert.deepEqual(
    list?.mine.map(({ objection, nos }) => [objection, nos]),
    [[4, [1]]],
  );
  const seen = await deskConditions(here.by(here.worker), { no: 1 });
  assert.deepEqual(
    seen?.asked.facts.marked?.conditions.map(({ objections }) => objections),
    [[4], [2], [2]],
  );
  done(await giveVerdict(here.by(here.person('15', 4)), { proposal, objection: 2, verdict: 'withdrawn' }));
  const facts = (await deskConditions(here.by(here.worker), { no: 1 }))?.asked.facts;
  assert.deepEqual(facts && takenBack(facts), [2, 4]);
  assert.deepEqual(await myConditions(here.person('15', 4), {}), []);
});

test('more than twelve are refused with what to do, and the database keeps no other list than was marked', async () => {
  const here = await makeAsking();
  const many = Array.from({ length: 13 }, (_, index) => ({ no: index + 1, text: '一样', cost: '0', objections: [1] }));
  assert.equal(code(await here.mark({ conditions: many })), 'too_many_conditions');
  assert.equal(code(await here.mark({ conditions: many.slice(0, 1) })), 'too_few_conditions');
  done(await here.mark());
  for (const change of [
    `update listed_condition set text = 'x' where community_id = $1`,
    'delete from condition_clash where community_id = $1',
    'delete from condition_raised where community_id = $1',
    'update condition_list set budget = 1 where community_id = $1',
  ])
    await assert.rejects(
      sql(change, [here.communityId]),
      /append-only|may only be added|never change|immutable/i,
      change,
    );
  await sql(`update proposal set state = 'agreed' where community_id = $1`, [here.communityId]);
  assert.equal(code(await here.mark({ rowVersion: 1 })), 'not_at_this_step');
});

test('whoever publishes says of each condition whether the version follows it; its page and whoever asked read it', async () => {
  const here = await makeAsking();
  done(await here.mark());
  const [first] = await myConditions(here.person('15', 4), {});
  assert.equal(first?.followed, null);
  await here.redrawn();
  const { publish } = here;
  const wrong = (outcome: Awaited<ReturnType<typeof publish>>) =>
    outcome.ok ? null : [outcome.refusal.code, outcome.refusal.fieldErrors];
  assert.equal(code(await publish({ marked: undefined, follows: ['1'] })), 'marked_anew');
  assert.deepEqual(wrong(await publish({ follows: ['1'], unmet_4: '要绕' })), ['invalid', { unmet_2: 'why_unmet' }]);
  assert.equal(code(await publish({ follows: ['1', '2', '4'] })), 'cannot_together');
  done(await publish({ follows: ['1', '2'], unmet_4: '中间只有一条直路' }));
  const board = await boardPlan(here.slug, { no: 1, version: 2 });
  assert.deepEqual(
    board?.conditions.map(({ no, followed, reason }) => [no, followed, reason]),
    [
      [1, true, ''],
      [2, true, ''],
      [4, false, '中间只有一条直路'],
    ],
  );
  const own = async () => {
    const [list] = await myConditions(here.person('15', 4), {});
    const [nos] = list?.mine.map((one) => one.nos) ?? [];
    return list?.followed ? followedSays(list, list.followed, nos ?? [], 'zh') : null;
  };
  assert.deepEqual(await own(), ['“不动这6棵树”：第2稿做到了。', '“不绕远”：第2稿没有做到。为什么：中间只有一条直路']);
  await assert.rejects(
    sql('delete from plan_condition where community_id = $1', [here.communityId]),
    /append-only|may only be added|never change|immutable/i,
  );
  done(await here.mark({ rowVersion: 1, text_4: '少绕一点' }));
  assert.equal(await own(), null, 'of a new list nothing has been said yet');
  assert.equal((await boardPlan(here.slug, { no: 1, version: 2 }))?.conditions[2]?.text, '不绕远', 'as it was then');
});
