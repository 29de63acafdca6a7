import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { noteVisit } from '@/features/opinions/commands/visit';
import { type Consultation, code, done, makeConsultation, photo } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import {
  citeChanges,
  confirmMateriality,
  giveOpinion,
  judgeMateriality,
  openRound,
  publishPlan,
  recordOpinion,
} from '@/tests/shown';
import { closeRound } from './commands/close';
import { extendRound, takeBackExtension } from './commands/extend';
import { redesign } from './commands/redesign';
import { summariseRound } from './commands/summarise';
import { handlers } from './jobs';
import { boardRound, deskRound } from './queries';

after(closeAll);

const say = async (here: Consultation, building: string, index: number, more: Record<string, unknown> = {}) => {
  const household = here.household(building, index);
  const person = await here.resident(household);
  return giveOpinion(here.by(person), { round: 1, household, stance: 'support', ...more });
};

test('a round needs a week, a published plan and no other round', async () => {
  const here = await makeConsultation();
  const open = (closesOn: string) => openRound(here.by(here.worker), { proposal: 1, closesOn });
  assert.equal(code(await open('2022-03-12')), 'no_published_plan');
  done(await here.draft('修路'));
  done(await publishPlan(here.by(here.governance), { proposal: 1 }));
  assert.equal(code(await open('2022-03-07')), 'window_too_short');
  assert.equal(code(await openRound(here.by(here.author), { proposal: 1, closesOn: '2022-03-08' })), 'not_allowed');
  const opened = done(await open('2022-03-08'));
  assert.deepEqual(opened, { proposal: 1, round: 1, k: 1, version: 1, households: 20, asked: 20 });
  assert.equal(code(await open('2022-03-20')), 'round_running');
  const [job] = await here.jobs();
  assert.equal(job?.task, 'round.close');
  assert.equal(job?.runAt.toISOString(), '2022-03-08T16:00:00.000Z');
  const letters = await sql('select distinct kind from letter where community_id = $1', [here.communityId]);
  assert.deepEqual(letters, [{ kind: 'round_opened' }]);
});

test('it is open until just before its close; only extension moves the close; the job counts once', async () => {
  const here = await makeConsultation();
  await here.firstRound('2022-03-10');
  here.at(new Date('2022-03-10T15:59:59.999Z'));
  done(await say(here, '14', 1));
  assert.equal(code(await closeRound(here.bySystem('round.close'), { round: 1 })), 'round_running');
  assert.equal(
    code(await extendRound(here.by(here.worker), { round: 1, closesOn: '2022-03-09' })),
    'extension_shortens',
  );
  done(await extendRound(here.by(here.worker), { round: 1, closesOn: '2022-03-12' }));
  here.at(new Date('2022-03-10T16:00:00.000Z'));
  done(await say(here, '14', 2));
  here.at(new Date('2022-03-12T16:00:00.000Z'));
  assert.equal(code(await say(here, '14', 3)), 'round_closed');
  assert.equal(code(await extendRound(here.by(here.worker), { round: 1, closesOn: '2022-03-15' })), 'round_closed');
  const jobs = (await here.jobs()).filter((job) => job.task === 'round.close');
  assert.equal(jobs.length, 1);
  const close = handlers['round.close'];
  assert.ok(close);
  await close({ community: here.slug, round: 1 });
  await close({ community: here.slug, round: 1 });
  const cells = await sql('select supports, not_tried from round_cell where community_id = $1 order by group_id', [
    here.communityId,
  ]);
  assert.deepEqual(cells, [
    { supports: 2, not_tried: 10 },
    { supports: 0, not_tried: 8 },
  ]);
  assert.equal((await here.leaves()).filter((leaf) => leaf.act === 'round.close').length, 1);
});

test('an extension has a limit, and one made by mistake is taken back by somebody else; the job moves both times', async () => {
  const here = await makeConsultation();
  await here.firstRound('2022-03-12');
  const extend = (closesOn: string) => extendRound(here.by(here.worker), { round: 1, closesOn });
  const back = (by: number, closesOn = '2022-03-12') => takeBackExtension(here.by(by), { round: 1, closesOn });
  assert.equal(code(await extend('2099-01-01')), 'extension_too_long');
  assert.equal(code(await back(here.worker)), 'not_extended');
  assert.equal(code(await extend('2022-04-12')), 'extension_too_long');
  done(await extend('2022-04-11'));
  const seen = async () =>
    (await deskRound(here.by(here.governance), { no: 1 }))?.asked.facts.extensions.at(-1)?.from.toISOString();
  assert.equal(await seen(), '2022-03-12T16:00:00.000Z');
  here.at('2022-03-02T08:59');
  assert.equal(code(await back(here.author)), 'not_allowed');
  assert.equal(code(await back(here.secretary)), 'not_allowed');
  assert.equal(code(await back(here.governance, '2022-03-11')), 'stale');
  done(await back(here.governance));
  const runsAt = async () => (await here.jobs()).map((job) => [job.task, job.runAt.toISOString()]);
  assert.deepEqual(await runsAt(), [['round.close', '2022-03-12T16:00:00.000Z']]);
  assert.equal(code(await back(here.governance)), 'not_extended');
  done(await extend('2022-03-20'));
  here.at('2022-03-03T08:59');
  assert.equal(code(await back(here.governance)), 'take_back_over');
  const kinds = await sql<{ kind: string }>(
    `select kind from proposal_event where community_id = $1 and kind like '%exten%' order by id`,
    [here.communityId],
  );
  assert.deepEqual(
    kinds.map((row) => row.kind),
    ['round_extended', 'extension_taken_back', 'round_extended'],
  );
  assert.deepEqual(
    (await here.leaves()).slice(-2).map((leaf) => leaf.act),
    ['round.take_back_extension', 'round.extend'],
  );
});

test('the database itself refuses a late opinion', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  await sql(`update round set closes_at = '2022-03-09', state = 'closed' where community_id = $1`, [here.communityId]);
  await assert.rejects(
    sql(
      `insert into opinion (community_id, round_id, plan_version, household_id, seq, stance, channel, own, captured_at, received_at)
       select $1, id, 1, $2, 1, 'support', 'self', true, '2022-03-08', '2022-03-08' from round where community_id = $1`,
      [here.communityId, here.household('14', 0)],
    ),
    /round is not open/,
  );
});

test('seven cells add up to the snapshot; of a few who answered only reached and whether they agree is told', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  for (const index of [0, 1, 2]) done(await say(here, '14', index));
  done(await say(here, '14', 3, { stance: 'support_if', condition: '装扶手' }));
  done(await say(here, '14', 4, { stance: 'oppose', ground: 'noise' }));
  done(await say(here, '14', 5, { stance: 'no_view' }));
  const visit = (index: number, outcome: string) =>
    noteVisit(here.by(here.captain), { round: 1, household: here.household('14', index), outcome });
  done(await visit(6, 'not_home'));
  done(await visit(6, 'refused'));
  done(await visit(7, 'not_home'));
  done(await visit(0, 'not_home'));
  assert.equal(
    code(await noteVisit(here.by(here.captain), { round: 1, household: here.household('15', 0), outcome: 'refused' })),
    'not_found',
  );
  here.at('2022-03-13');
  done(await closeRound(here.by(here.worker), { round: 1 }));
  const [cell] = await sql('select * from round_cell where community_id = $1 and group_id = $2', [
    here.communityId,
    here.above,
  ]);
  assert.ok(cell);
  const seven = ['supports', 'conditional', 'opposes', 'no_view', 'refused', 'not_home', 'not_tried'];
  assert.deepEqual(
    seven.map((key) => cell[key]),
    [3, 1, 1, 1, 1, 1, 4],
  );
  assert.deepEqual(
    [cell.published.map((one: { count: number }) => one.count), cell.agrees],
    [[6, 6], false],
    'six answers are no numbers: reached, not reached, and not enough',
  );
});

test('a change that is material for one group makes exactly its consents stale, and who speaks alone is not counted apart', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const against = { stance: 'oppose', ground: 'noise' };
  for (const index of here.households('14').keys())
    if (index < 11) done(await say(here, '14', index, index < 6 ? {} : against));
  for (const index of [0, 1, 2]) done(await say(here, '15', index));
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  assert.equal(code(await redesign(here.by(here.worker), { proposal: 1, reason: '再想想' })), 'not_allowed');
  done(await redesign(here.by(here.governance), { proposal: 1, reason: '还有人没找到' }));
  done(await here.draft('从坡上绕行\n路宽一米二\n不砍树'));
  done(
    await citeChanges(here.by(here.worker), { proposal: 1, changes: [{ clause: 1, note: '绕', technical: '坡太陡' }] }),
  );
  const judgements = [
    { group: 1, material: 'no', reason: '一样' },
    { group: 2, material: 'yes', reason: '近了' },
  ];
  done(await judgeMateriality(here.by(here.worker), { proposal: 1, judgements }));
  done(await confirmMateriality(here.by(here.secretary), { proposal: 1 }));
  done(await publishPlan(here.by(here.governance), { proposal: 1 }));
  here.at('2022-03-14');
  const second = done(await openRound(here.by(here.worker), { proposal: 1, closesOn: '2022-03-31' }));
  assert.deepEqual([second.k, second.version, second.asked], [2, 2, 9]);
  const kept = await sql(
    `select group_id, count(*)::int as n, count(standing_opinion_id)::int as standing from electorate e
       join round r on r.community_id = e.community_id and r.id = e.round_id
      where e.community_id = $1 and r.no = 2 group by 1 order by 1`,
    [here.communityId],
  );
  assert.deepEqual(kept, [
    { group_id: here.above, n: 12, standing: 11 },
    { group_id: here.below, n: 8, standing: 0 },
  ]);
  const asked = await sql(`select 1 from letter where community_id = $1 and kind = 'round_opened'`, [here.communityId]);
  assert.equal(asked.length, 20 + 9);
  done(await say(here, '14', 11, { round: 2 }));
  here.at('2022-04-02');
  done(await closeRound(here.bySystem('round.close'), { round: 2 }));
  const cells = await sql(
    `select c.supports from round_cell c join round r on r.community_id = c.community_id and r.id = c.round_id
      where c.community_id = $1 and r.no = 2 order by c.group_id`,
    [here.communityId],
  );
  assert.deepEqual(cells, [{ supports: 7 }, { supports: 0 }]);
  const shown = async (no: number) => (await boardRound(here.slug, { no }))?.round.groups[0];
  const [first, last] = [await shown(1), await shown(2)];
  assert.deepEqual([first?.published.map((one) => one.count), first?.agrees], [[6, 0, 5, 0, 1], false]);
  assert.deepEqual([last?.published.map((one) => one.count), last?.agrees, last?.asked], [[12, 0], null, null]);
});

test('the summary comes after the count, from the governance secretary, once', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const sum = (person: number) => summariseRound(here.by(person), { round: 1, summary: '多数人盼着修' });
  assert.equal(code(await sum(here.governance)), 'round_running');
  here.at('2022-03-13');
  done(await closeRound(here.by(here.secretary), { round: 1 }));
  assert.equal(code(await sum(here.worker)), 'not_allowed');
  done(await sum(here.governance));
  assert.equal(code(await sum(here.governance)), 'already_summarised');
});

test('opinions racing the close are in the count or refused, never in between', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const people = await Promise.all(here.households('14').map((household) => here.resident(household)));
  const households = here.households('14');
  here.at(new Date('2022-03-12T15:59:59.000Z'));
  const first = people
    .slice(0, 6)
    .map((person, index) =>
      giveOpinion(here.by(person), { round: 1, household: households[index], stance: 'support' }),
    );
  here.at(new Date('2022-03-12T16:00:00.000Z'));
  const later = people
    .slice(6)
    .map((person, index) =>
      giveOpinion(here.by(person), { round: 1, household: households[index + 6], stance: 'support' }),
    );
  const closing = closeRound(here.bySystem('round.close'), { round: 1 });
  const outcomes = await Promise.all([...first, ...later]);
  let closed = await closing;
  if (!closed.ok) closed = await closeRound(here.bySystem('round.close'), { round: 1 });
  done(closed);
  for (const outcome of outcomes) if (!outcome.ok) assert.equal(outcome.refusal.code, 'round_closed');
  const [stored] = await sql('select count(*)::int as n from opinion where community_id = $1', [here.communityId]);
  const [cell] = await sql('select supports from round_cell where community_id = $1 and group_id = $2', [
    here.communityId,
    here.above,
  ]);
  assert.equal(cell?.supports, outcomes.filter((outcome) => outcome.ok).length);
  assert.equal(cell?.supports, stored?.n);
});

test('recorded opinions: what the household said itself is what counts', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 5);
  const recorded = { round: 1, household, channel: 'door', proof: 'signature_photo', photo };
  done(await recordOpinion(here.by(here.captain), { ...recorded, stance: 'support' }));
  done(await say(here, '14', 5, { stance: 'oppose', ground: 'trees' }));
  assert.equal(done(await recordOpinion(here.by(here.captain), { ...recorded, stance: 'support' })).counts, false);
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  const [cell] = await sql('select supports, opposes from round_cell where community_id = $1 and group_id = $2', [
    here.communityId,
    here.above,
  ]);
  assert.deepEqual(cell, { supports: 0, opposes: 1 });
});
