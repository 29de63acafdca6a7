import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { makeAccepted, makeBuilding, makeSigned, photograph, site } from '@/tests/building';
import { code, done } from '@/tests/consultation';
import { closeAll } from '@/tests/fixture';
import {
  breakWorks,
  checkMilestone,
  completeWorks,
  decideCommitment,
  giveAcceptance,
  nameDelegate,
  planMilestone,
  reportMilestone,
  startWorks,
} from './commands';
import { boardWork, boardWorksList, deskWork } from './queries';

after(closeAll);

const stateOf = async (here: { sql: Awaited<ReturnType<typeof makeSigned>>['sql']; communityId: number }) =>
  (await here.sql<{ state: string }>('select state from proposal where community_id = $1', [here.communityId]))[0]
    ?.state;

test('works start once, after signing, with every promise, and a letter to every household of the groups', async () => {
  const here = await makeSigned();
  assert.equal(code(await startWorks(here.by(here.worker), { proposal: 1, ...site })), 'not_allowed');
  assert.equal(code(await startWorks(here.by(here.property), { proposal: 1, ...site, budget: 'much' })), 'invalid');
  done(await startWorks(here.by(here.property), { proposal: 1, ...site }));
  assert.equal(await stateOf(here), 'building');
  assert.equal(code(await startWorks(here.by(here.governance), { proposal: 1, ...site })), 'wrong_state');
  const [promise] = await here.sql<{ text: string }>('select text from commitment where community_id = $1', [
    here.communityId,
  ]);
  assert.equal(promise?.text, '下口北移12米');
  const [letters] = await here.sql<{ n: number }>(
    `select count(*)::int as n from letter where community_id = $1 and kind = 'works_started'`,
    [here.communityId],
  );
  assert.equal(letters?.n, 12 + 8);
  const list = await boardWorksList(here.slug, {});
  assert.deepEqual(
    list?.works.map(({ no, budget }) => ({ no, budget })),
    [{ no: 1, budget: 9_800_000 }],
  );
});

test('a milestone needs its picture, its day, and another pair of eyes', async () => {
  const here = await makeBuilding();
  const report = { works: 1, milestone: 1, actualOn: '2022-03-25', actual: '23' };
  here.at('2022-03-25');
  assert.equal(
    code(await planMilestone(here.by(here.hotline), { works: 1, name: '护栏', plannedOn: '2022-04-01' })),
    'not_allowed',
  );
  assert.equal(code(await reportMilestone(here.by(here.worker), report)), 'not_allowed');
  assert.equal(code(await reportMilestone(here.by(here.property), report)), 'picture_missing');
  assert.equal(code(await checkMilestone(here.by(here.worker), { works: 1, milestone: 1 })), 'not_reported');
  done(await photograph(here, here.milestoneId));
  const tomorrow = { ...report, actualOn: '2022-03-26' };
  assert.equal(code(await reportMilestone(here.by(here.property), tomorrow)), 'date_in_the_future');
  done(await reportMilestone(here.by(here.property), report));
  await here.grant(here.property, 'social-worker');
  assert.equal(code(await checkMilestone(here.by(here.property), { works: 1, milestone: 1 })), 'second_person');
  done(await checkMilestone(here.by(here.worker), { works: 1, milestone: 1 }));
  assert.equal(code(await checkMilestone(here.by(here.worker), { works: 1, milestone: 1 })), 'already_checked');
  assert.equal(code(await reportMilestone(here.by(here.property), report)), 'already_checked');
  const board = await boardWork(here.slug, { no: 1 });
  assert.equal(board?.milestones[0]?.actual, 23);
  assert.equal(board?.milestones[0]?.checked, true);
  assert.deepEqual(board?.milestones[0]?.pictures, [], 'nobody has looked at the picture yet');
});

test('a site falls silent after fourteen days', async () => {
  const here = await makeBuilding();
  assert.equal((await boardWork(here.slug, { no: 1 }))?.silent, false);
  here.at('2022-04-05');
  assert.equal((await boardWork(here.slug, { no: 1 }))?.silent, true);
});

test('only a delegate of the group accepts, and neither who built nor who checked', async () => {
  const here = await makeBuilding();
  const own = here.household('15', 0);
  const outcome = { works: 1, outcome: 'accepted' };
  assert.equal(code(await giveAcceptance(here.by(here.person('15', 0)), outcome)), 'not_allowed');
  const elsewhere = { works: 1, group: 1, household: own };
  assert.equal(code(await nameDelegate(here.by(here.worker), elsewhere)), 'not_of_the_group');
  done(await nameDelegate(here.by(here.worker), { works: 1, group: 1, household: here.household('14', 0) }));
  done(await nameDelegate(here.by(here.worker), { works: 1, group: 2, household: own }));
  const promise = { ...outcome, commitment: here.commitment };
  assert.equal(code(await decideCommitment(here.by(here.person('14', 0)), promise)), 'other_group');
  const below = here.by(here.person('15', 0));
  const refused = { ...promise, outcome: 'refused' };
  assert.equal(code(await decideCommitment(below, refused)), 'repair_date_missing');
  assert.equal(code(await decideCommitment(below, { ...refused, repairOn: '2022-03-01' })), 'repair_date_past');
  done(await decideCommitment(below, { ...refused, repairOn: '2022-04-30' }));
  await here.sql('update milestone set reported_by = $2 where community_id = $1', [
    here.communityId,
    here.person('15', 0),
  ]);
  assert.equal(code(await giveAcceptance(below, outcome)), 'built_it');
});

test('complete only when each group has accepted; then two waves of callbacks wait', async () => {
  const here = await makeAccepted();
  assert.equal(code(await completeWorks(here.by(here.property), { works: 1 })), 'not_allowed');
  done(await completeWorks(here.by(here.worker), { works: 1 }));
  assert.equal(await stateOf(here), 'completed');
  const jobs = (await here.jobs()).filter((job) => job.task === 'callbacks_draw');
  assert.deepEqual(
    jobs.map((job) => job.runAt.toISOString()),
    ['2022-05-09T16:00:00.000Z', '2022-07-10T16:00:00.000Z'],
  );
  assert.equal(
    code(await giveAcceptance(here.by(here.person('14', 0)), { works: 1, outcome: 'accepted' })),
    'wrong_state',
  );
});

test('what a delegate refused, or never saw, keeps the site open', async () => {
  const here = await makeAccepted();
  const refusal = { works: 1, outcome: 'refused', repairOn: '2022-05-01' };
  done(await giveAcceptance(here.by(here.person('15', 0)), refusal));
  const outcome = await completeWorks(here.by(here.worker), { works: 1 });
  assert.ok(!outcome.ok);
  assert.deepEqual(outcome.refusal, { code: 'not_accepted', details: { groups: 1, commitments: 0 } });
  const desk = await deskWork({ by: { person: here.worker }, community: here.slug }, { no: 1 });
  assert.equal(desk?.blocks.completion, 'not_accepted');
});

test('the board has the outcome and the day, and never who', async () => {
  const here = await makeAccepted();
  const shown = JSON.stringify(await boardWork(here.slug, { no: 1 }));
  assert.match(shown, /accepted/);
  assert.doesNotMatch(shown, /delegate|household|居民/);
});

test('a change that breaks a promise goes back to redesign, with its reason', async () => {
  const here = await makeBuilding();
  assert.equal(code(await breakWorks(here.by(here.property), { works: 1, reason: '下口移不了' })), 'not_allowed');
  done(await breakWorks(here.by(here.worker), { works: 1, reason: '下口移不了' }));
  assert.equal(await stateOf(here), 'redesign');
  assert.equal(code(await completeWorks(here.by(here.worker), { works: 1 })), 'wrong_state');
  assert.equal((await boardWork(here.slug, { no: 1 }))?.running, false);
});
