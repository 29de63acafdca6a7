import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { makeAccepted, makeBuilding, photograph } from '@/tests/building';
import { code, done } from '@/tests/consultation';
import { closeAll } from '@/tests/fixture';
import { checkMilestone, decideCommitment, giveAcceptance } from '@/tests/shown';
import { nameDelegate } from './commands/accept';
import { completeWorks } from './commands/complete';
import { planMilestone, reportMilestone } from './commands/report';
import { boardWork } from './queries/board';
import { deskWork } from './queries/desk';

after(closeAll);

test('a milestone needs its picture, its day, and another pair of eyes', async () => {
  const here = await makeBuilding();
  const report = { works: 1, milestone: 1, actualOn: '2022-03-25', actual: '23' };
  here.at('2022-03-25');
  const railing = { works: 1, name: '护栏', plannedOn: '2022-04-01' };
  assert.equal(code(await planMilestone(here.by(here.hotline), railing)), 'not_allowed');
  assert.equal(code(await reportMilestone(here.by(here.property), report)), 'picture_missing');
  done(await photograph(here, here.milestoneId));
  const tomorrow = { ...report, actualOn: '2022-03-26' };
  assert.equal(code(await reportMilestone(here.by(here.property), tomorrow)), 'date_in_the_future');
  done(await reportMilestone(here.by(here.property), report));
  await here.grant(here.property, 'social-worker');
  assert.equal(code(await checkMilestone(here.by(here.property), { works: 1, milestone: 1 })), 'second_person');
  done(await checkMilestone(here.by(here.worker), { works: 1, milestone: 1 }));
  assert.equal(code(await reportMilestone(here.by(here.property), report)), 'already_checked');
  const board = await boardWork(here.slug, { no: 1 });
  assert.equal(board?.milestones[0]?.actual, 23);
  assert.deepEqual(board?.milestones[0]?.pictures, [], 'nobody has looked at the picture yet');
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

test('what a delegate refused keeps the site open, and nothing changes once it is complete', async () => {
  const here = await makeAccepted();
  const below = here.by(here.person('15', 0));
  done(await giveAcceptance(below, { works: 1, outcome: 'refused', repairOn: '2022-05-01' }));
  const outcome = await completeWorks(here.by(here.worker), { works: 1 });
  assert.ok(!outcome.ok);
  assert.deepEqual(outcome.refusal, { code: 'not_accepted', details: { groups: 1, commitments: 0 } });
  const desk = await deskWork({ by: { person: here.worker }, community: here.slug }, { no: 1 });
  assert.deepEqual(desk?.lacking, { groups: [desk?.groups[1]?.id], commitments: [] });
  done(await giveAcceptance(below, { works: 1, outcome: 'accepted' }));
  done(await completeWorks(here.by(here.worker), { works: 1 }));
  assert.equal(code(await giveAcceptance(below, { works: 1, outcome: 'accepted' })), 'not_at_this_step');
});

test('the board has the outcome and the day, and never who', async () => {
  const here = await makeAccepted();
  const shown = JSON.stringify(await boardWork(here.slug, { no: 1 }));
  assert.match(shown, /accepted/);
  assert.doesNotMatch(shown, /delegate|household|居民/);
});
