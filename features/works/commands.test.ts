import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { boardStory } from '@/features/story/queries';
import { makeBuilding, makeSigned, photograph, type Signed, site as usual } from '@/tests/building';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import {
  breakWorks,
  checkMilestone,
  completeWorks,
  decideCommitment,
  giveAcceptance,
  nameDelegate,
  reportMilestone,
  startWorks,
} from './commands';
import { boardWork, boardWorksList, delegateChoices, deskWork, myAcceptance, worksStart } from './queries';

after(closeAll);

const works = 1;
const milestone = 1;

const state = async (here: Signed) =>
  (await sql<{ state: string }>('select state from proposal where community_id = $1', [here.communityId]))[0]?.state;

test('works start from a signed resolution, once, and carry what was promised', async () => {
  const here = await makeSigned();
  const input = { proposal: 1, ...usual, budget: '98,000.00' };
  assert.equal(code(await startWorks(here.by(here.worker), input)), 'not_allowed');
  const wrong = await startWorks(here.by(here.property), { ...input, budget: '很多' });
  assert.equal(code(wrong), 'invalid');
  assert.equal((await worksStart(here.by(here.property), { no: 1 }))?.blocked, null);
  assert.deepEqual(done(await startWorks(here.by(here.property), input)), { proposal: 1, works: 1 });
  assert.equal(await state(here), 'building');
  assert.equal(code(await startWorks(here.by(here.property), input)), 'wrong_state');
  const site = await boardWork(here.slug, { no: works });
  assert.equal(site?.budget, 9_800_000);
  assert.deepEqual(
    site?.commitments.map(({ text, group, outcome }) => ({ text, group, outcome })),
    [{ text: '下口北移12米', group: '15号楼', outcome: null }],
  );
  assert.equal((await boardStory(here.slug, { no: 1 }))?.works?.no, 1);
});

test('each group has its own promise, also when both were promised the same; nothing for what could not be changed', async () => {
  const here = await makeSigned();
  const more = (no: number, group: number, state: string, kind: string, answer: string) =>
    sql(
      `insert into objection (community_id, no, proposal_id, group_id, round_id, ground, weight, wording, state, answer_kind, answer, drawn_by)
       select $1, $2, $3, $4, id, 'safety', 'harm', '要扶手', $5, $6, $7, $8 from round where community_id = $1`,
      [here.communityId, no, here.proposalId, group, state, kind, answer, here.worker],
    );
  await more(2, here.above, 'settled', 'adopted', '下口北移12米');
  await more(3, here.below, 'maintained', 'partly', '护栏装一半');
  await more(4, here.below, 'settled', 'not_possible', '放不下');
  await more(5, here.below, 'withdrawn', 'adopted', '不用了');
  const start = await worksStart(here.by(here.property), { no: 1 });
  assert.deepEqual(
    start?.promised.map((one) => one.no),
    [1, 2, 3],
  );
  done(await startWorks(here.by(here.property), { proposal: 1, ...usual }));
  const site = await boardWork(here.slug, { no: works });
  assert.deepEqual(
    site?.commitments.map((one) => [one.objection, one.group, one.buildings]),
    [
      [1, '15号楼', ['15']],
      [2, '14号楼', ['14']],
      [3, '15号楼', ['15']],
    ],
  );
});

test('a milestone is reported with a picture and checked by somebody else', async () => {
  const here = await makeBuilding();
  const report = { works, milestone, actualOn: '2022-03-21', actual: '23', note: '稳当' };
  assert.equal(code(await checkMilestone(here.by(here.worker), { works, milestone })), 'not_reported');
  assert.equal(code(await reportMilestone(here.by(here.property), report)), 'picture_missing');
  done(await photograph(here, here.milestoneId));
  const early = { ...report, actualOn: '2022-03-25' };
  assert.equal(code(await reportMilestone(here.by(here.property), early)), 'date_in_the_future');
  assert.equal(code(await reportMilestone(here.by(here.worker), report)), 'not_allowed');
  const both = await here.staff('property');
  await here.grant(both, 'social-worker');
  done(await reportMilestone(here.by(both), report));
  assert.equal(code(await checkMilestone(here.by(both), { works, milestone })), 'second_person');
  done(await checkMilestone(here.by(here.worker), { works, milestone }));
  assert.equal(code(await reportMilestone(here.by(here.property), report)), 'already_checked');
  assert.equal(code(await checkMilestone(here.by(here.worker), { works, milestone })), 'already_checked');
  const [shown] = (await boardWork(here.slug, { no: works }))?.milestones ?? [];
  assert.deepEqual([shown?.actual, shown?.target, shown?.checked, shown?.pictures.length], [23, 23, true, 0]);
  await sql('update picture set on_board = true where community_id = $1', [here.communityId]);
  assert.equal((await boardWork(here.slug, { no: works }))?.milestones[0]?.pictures.length, 1);
});

test('a promise is looked at by the delegate of its own group; complete when every group has accepted', async () => {
  const here = await makeBuilding();
  const [above, below] = [here.household('14', 0), here.household('15', 0)];
  const [fromAbove, fromBelow] = [here.person('14', 0), here.person('15', 0)];
  const name = (group: number, household: number) => nameDelegate(here.by(here.worker), { works, group, household });
  assert.equal(code(await name(1, below)), 'not_of_the_group');
  done(await name(1, above));
  done(await name(2, below));
  const [choice] = (await delegateChoices(here.by(here.worker), { no: works })) ?? [];
  assert.equal(choice?.group, 1);
  assert.equal((await deskWork(here.by(here.worker), { no: works }))?.blocks.completion, 'not_accepted');
  assert.equal(code(await completeWorks(here.by(here.worker), { works })), 'not_accepted');
  const own = await myAcceptance(here.by(fromBelow), { no: works });
  assert.equal(own?.group.name, '15号楼');
  const commitment = own?.commitments[0]?.id ?? 0;
  assert.deepEqual((await myAcceptance(here.by(fromAbove), { no: works }))?.commitments, []);
  assert.equal(await myAcceptance(here.by(here.worker), { no: works }), undefined);
  const kept = { works, commitment, outcome: 'accepted' };
  assert.equal(code(await decideCommitment(here.by(fromAbove), kept)), 'other_group');
  assert.equal(code(await decideCommitment(here.by(here.worker), kept)), 'not_allowed');
  const broken = { ...kept, outcome: 'refused' };
  assert.equal(code(await decideCommitment(here.by(fromBelow), broken)), 'repair_date_missing');
  const past = { ...broken, repairOn: '2022-03-20' };
  assert.equal(code(await decideCommitment(here.by(fromBelow), past)), 'repair_date_past');
  done(await decideCommitment(here.by(fromBelow), { ...broken, repairOn: '2022-05-01' }));
  done(await giveAcceptance(here.by(fromAbove), { works, outcome: 'accepted' }));
  assert.equal(code(await completeWorks(here.by(here.worker), { works })), 'not_accepted');
  done(await giveAcceptance(here.by(fromBelow), { works, outcome: 'accepted' }));
  done(await completeWorks(here.by(here.worker), { works }));
  assert.equal(await state(here), 'completed');
  const waves = (await here.jobs()).filter(({ task }) => task === 'callbacks_draw');
  assert.deepEqual(
    waves.map(({ runAt }) => runAt.toISOString()),
    ['2022-04-18T16:00:00.000Z', '2022-06-19T16:00:00.000Z'],
  );
  const site = await boardWork(here.slug, { no: works });
  assert.deepEqual(
    site?.acceptances.map(({ name: group, outcome }) => [group, outcome]),
    [
      ['14号楼', 'accepted'],
      ['15号楼', 'accepted'],
    ],
  );
  assert.ok(!JSON.stringify(site).includes('household'));
});

test('fourteen days without a report are silence; a plan that cannot be kept goes back to the drawing board', async () => {
  const here = await makeBuilding();
  here.at('2022-04-04');
  assert.equal((await boardWorksList(here.slug, {}))?.works[0]?.silent, false);
  here.at('2022-04-05');
  assert.equal((await boardWorksList(here.slug, {}))?.works[0]?.silent, true);
  assert.equal(code(await breakWorks(here.by(here.property), { works, reason: '挖到管线' })), 'not_allowed');
  done(await breakWorks(here.by(here.worker), { works, reason: '挖到管线' }));
  assert.equal(await state(here), 'redesign');
  assert.equal((await boardWork(here.slug, { no: works }))?.silent, false);
});
