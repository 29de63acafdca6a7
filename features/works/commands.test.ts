import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskToday } from '@/features/desk/queries';
import { myToday } from '@/features/me/queries';
import { boardStory } from '@/features/story/queries';
import { type Act, type Asked, whyNot } from '@/lib/act';
import {
  makeAccepted,
  makeBuilding,
  makeBuilt,
  makeSigned,
  photograph,
  type Signed,
  site as usual,
} from '@/tests/building';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import {
  answerObjection,
  checkMilestone,
  decideCommitment,
  giveAcceptance,
  giveVerdict,
  recordAcceptance,
  returnMilestone,
} from '@/tests/shown';
import * as acts from './acts';
import { nameDelegate } from './commands/accept';
import { breakWorks, completeWorks } from './commands/complete';
import { mendCommitment } from './commands/mend';
import { planMilestone, reportMilestone } from './commands/report';
import { startWorks } from './commands/start';
import { boardWork } from './queries/board';
import { myAcceptance } from './queries/delegate';
import { delegateChoices, deskWork, worksStart } from './queries/desk';
import { doorAcceptance, doorDelegates } from './queries/door';
import { boardWorksList } from './queries/list';

after(closeAll);

/** A milestone is reported by property service, and somebody else has looked. */
async function stand(here: Signed, { milestone, id, by }: { milestone: number; id: number; by: number }) {
  done(await photograph(here, id));
  const report = { works: 1, milestone, actualOn: '2022-03-22', actual: '23' };
  done(await reportMilestone(here.by(here.property), report));
  done(await checkMilestone(here.by(by), { works: 1, milestone }));
}

/** Why an act cannot be done, as its page is told. */
const blocked = <F>(act: Act<F, string>, found: { asked: Asked<F> } | undefined) =>
  found ? (whyNot(act, found.asked)?.code ?? null) : undefined;

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
  assert.equal(blocked(acts.startWorks, await worksStart(here.by(here.property), { no: 1 })), null);
  assert.deepEqual(done(await startWorks(here.by(here.property), input)), { proposal: 1, works: 1 });
  assert.equal(await state(here), 'building');
  assert.equal(code(await startWorks(here.by(here.property), input)), 'not_at_this_step');
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
  assert.equal(blocked(acts.completeWorks, await deskWork(here.by(here.worker), { no: works })), 'not_accepted');
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
  await stand(here, { milestone, id: here.milestoneId, by: here.worker });
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

test('a site that was given up is not worked on, however ready it was; the next one is', async () => {
  const here = await makeAccepted();
  const second = { ...usual, proposal: 1 };
  done(await breakWorks(here.by(here.worker), { works, reason: '挖到管线' }));
  await sql(`update proposal set state = 'signed_off' where community_id = $1`, [here.communityId]);
  done(await startWorks(here.by(here.property), second));
  assert.equal(code(await completeWorks(here.by(here.worker), { works })), 'not_at_this_step');
  const late = { works, name: '护栏', plannedOn: '2022-05-01' };
  assert.equal(code(await planMilestone(here.by(here.property), late)), 'not_at_this_step');
  assert.equal(
    code(await giveAcceptance(here.by(here.person('14', 0)), { works, outcome: 'accepted' })),
    'not_at_this_step',
  );
  assert.equal(blocked(acts.completeWorks, await deskWork(here.by(here.worker), { no: works })), 'not_at_this_step');
  assert.equal(
    blocked(acts.giveAcceptance, await myAcceptance(here.by(here.person('14', 0)), { no: works })),
    'not_at_this_step',
  );
  here.at('2022-05-01');
  const { works: listed } = (await boardWorksList(here.slug, {})) ?? { works: [] };
  assert.deepEqual(
    listed.map(({ no, running, silent }) => ({ no, running, silent })),
    [
      { no: 2, running: true, silent: true },
      { no: 1, running: false, silent: false },
    ],
  );
  done(await planMilestone(here.by(here.property), { ...late, works: 2 }));
  assert.equal(await state(here), 'building');
});

test('a delegate who accepted first and checked afterwards does not count; another one does', async () => {
  const here = await makeBuilding();
  const [above, below] = [here.person('14', 0), here.person('15', 0)];
  await here.grant(above, 'social-worker');
  const name = (group: number, household: number) => nameDelegate(here.by(here.worker), { works, group, household });
  done(await name(1, here.household('14', 0)));
  done(await name(2, here.household('15', 0)));
  const kept = { works, commitment: here.commitment, outcome: 'accepted' };
  done(await decideCommitment(here.by(below), kept));
  await stand(here, { milestone, id: here.milestoneId, by: here.worker });
  for (const person of [above, below]) done(await giveAcceptance(here.by(person), { works, outcome: 'accepted' }));
  assert.equal(blocked(acts.completeWorks, await deskWork(here.by(here.worker), { no: works })), null);
  const rail = { works, name: '栏杆', plannedOn: '2022-04-10', unit: '', target: '' };
  const { id } = done(await planMilestone(here.by(here.property), rail));
  await stand(here, { milestone: 2, id, by: above });
  assert.equal(blocked(acts.completeWorks, await deskWork(here.by(here.worker), { no: works })), 'not_accepted');
  assert.equal(code(await completeWorks(here.by(here.worker), { works })), 'not_accepted');
  done(await name(1, here.household('14', 1)));
  done(await giveAcceptance(here.by(here.person('14', 1)), { works, outcome: 'accepted' }));
  done(await completeWorks(here.by(here.worker), { works }));
});

test('whoever is named anew begins anew: no refusal, no day of repair of the one before', async () => {
  const here = await makeBuilding();
  const name = (index: number) =>
    nameDelegate(here.by(here.worker), { works, group: 1, household: here.household('14', index) });
  done(await name(0));
  const refused = { works, outcome: 'refused', repairOn: '2022-05-01', note: '扶手松' };
  done(await giveAcceptance(here.by(here.person('14', 0)), refused));
  const shown = async () => (await boardWork(here.slug, { no: works }))?.acceptances[0];
  assert.deepEqual([(await shown())?.outcome, (await shown())?.repairOn], ['refused', '2022-05-01']);
  done(await name(1));
  assert.deepEqual([(await shown())?.outcome, (await shown())?.repairOn], [null, null]);
});

test('an answer given while it is built is promised too, and looked at; what was promised is not answered away', async () => {
  const here = await makeBuilding();
  const { below, worker } = here;
  await sql(
    `insert into objection (community_id, no, proposal_id, group_id, round_id, ground, weight, wording, state, answer_kind, answer, drawn_by)
     select $1, 2, $2, $3, id, 'safety', 'harm', '要扶手', 'maintained', 'not_possible', '放不下', $4 from round where community_id = $1`,
    [here.communityId, here.proposalId, below, worker],
  );
  const promised = async () =>
    (await boardWork(here.slug, { no: works }))?.commitments.map((one) => [one.objection, one.text, one.outcome]);
  const answer = (objection: number, kind: string, words: string) =>
    answerObjection(here.by(worker), { proposal: 1, objection, kind, answer: words, clause: 1 });
  done(await answer(2, 'not_possible', '还是放不下'));
  assert.deepEqual(await promised(), [[1, '下口北移12米', null]]);
  done(await answer(2, 'adopted_another_way', '装一侧扶手'));
  done(await nameDelegate(here.by(worker), { works, group: 2, household: here.household('15', 0) }));
  const kept = { works, commitment: here.commitment, outcome: 'accepted' };
  done(await decideCommitment(here.by(here.person('15', 0)), kept));
  const both = [
    [1, '下口北移12米', 'accepted'],
    [2, '装一侧扶手', null],
  ];
  assert.deepEqual(await promised(), both);
  assert.equal(code(await answer(1, 'not_possible', '移不了')), 'breaks_promise');
  done(await answer(1, 'partly', '北移8米'));
  assert.deepEqual(await promised(), [[1, '北移8米', null], both[1]]);
});

test('what was taken back before the signature is not brought up again while it is built', async () => {
  const here = await makeBuilding();
  const say = (verdict: string) =>
    giveVerdict(here.by(here.person('15', 0)), { proposal: 1, objection: 1, verdict, words: '还是不行' });
  done(await say('maintained'));
  done(await say('withdrawn'));
  assert.equal(code(await say('settled')), 'withdrawn_stays');
});

test('a delegate who has no account is heard at the door, with proof, by somebody who neither built nor checked; their own word stands', async () => {
  const here = await makeBuilt();
  const [above, below] = [here.household('14', 0), here.household('15', 0)];
  // Nobody of building 15 can sign in.
  await sql(
    `update residency set to_at = '2022-04-11' where community_id = $1 and household_id in
    (select id from household where community_id = $1 and building_id = $2)`,
    [here.communityId, here.buildingId('15')],
  );
  const chosen = (await delegateChoices(here.by(here.worker), { no: 1 })) ?? [];
  assert.equal(chosen.filter((one) => one.group === 2).length, 8, 'any of a group nobody of which can sign in');
  const said = { works, household: below, outcome: 'accepted', proof: 'read_back', witnessName: '对门王阿姨' };
  const kept = [here.commitment];
  const captain = here.by(here.captainBelow);
  assert.equal((await doorDelegates(captain, {}))?.length, 1);
  assert.equal(code(await recordAcceptance(here.by(here.captain), { ...said, kept })), 'not_allowed');
  assert.equal(
    code(await recordAcceptance(here.by(here.worker), { ...said, kept })),
    'built_it',
    'the one who checked',
  );
  assert.equal(code(await recordAcceptance(captain, { ...said, kept, witnessName: '' })), 'witness_missing');
  assert.equal(code(await recordAcceptance(captain, said)), 'repair_date_missing', 'a promise that was not kept');
  assert.equal(
    code(await recordAcceptance(captain, { ...said, kept, repairOn: '2022-04-20' })),
    'repair_date_without_refusal',
  );
  assert.equal(
    code(await recordAcceptance(captain, { ...said, household: here.household('15', 1), kept })),
    'not_delegate',
  );
  assert.equal(blocked(acts.recordAcceptance, await doorAcceptance(captain, { no: 1, household: below })), null);
  assert.equal(done(await recordAcceptance(captain, { ...said, kept })).outcome, 'accepted');
  assert.equal(done(await recordAcceptance(captain, { ...said, kept })).outcome, 'accepted', 'written down again');
  assert.equal(code(await completeWorks(here.by(here.worker), { works })), 'not_accepted');
  done(await giveAcceptance(here.by(here.person('14', 0)), { works, outcome: 'accepted' }));
  const own = { ...said, household: above, kept };
  assert.equal(code(await recordAcceptance(here.by(here.captain), own)), 'already_spoken');
  done(await completeWorks(here.by(here.worker), { works }));
  const [row] = await sql(
    'select proof, witness, delegate_id, recorder_id from acceptance where community_id = $1 and household_id = $2',
    [here.communityId, below],
  );
  assert.deepEqual(row, {
    proof: 'read_back',
    witness: '对门王阿姨',
    delegate_id: null,
    recorder_id: here.captainBelow,
  });
});

test('one form for all that was promised and the whole: what is seen is kept, and the whole waits for the rest', async () => {
  const here = await makeBuilt();
  const below = here.by(here.person('15', 0));
  const give = (more: object) => giveAcceptance(below, { works, ...more });
  const kept = { [`outcome_${here.commitment}`]: 'accepted', [`note_${here.commitment}`]: '看到了' };
  const unseen = { [`note_${here.commitment}`]: '' };
  const early = await give({ ...unseen, outcome: 'accepted' });
  assert.deepEqual(early.ok || [early.refusal.code, early.refusal.details], [
    'not_all_looked',
    { count: 1, which: '1' },
  ]);
  assert.equal(code(await give(unseen)), 'nothing_looked');
  const late = { ...kept, [`outcome_${here.commitment}`]: 'refused' };
  const undated = await give(late);
  assert.deepEqual(undated.ok || undated.refusal.fieldErrors, {
    [`repairOn_${here.commitment}`]: 'repair_date_missing',
  });
  done(await give(kept));
  const own = await myAcceptance(below, { no: works });
  assert.deepEqual(
    [own?.commitments[0]?.outcome, own?.commitments[0]?.note, own?.given.outcome],
    ['accepted', '看到了', null],
  );
  done(await give({ ...kept, outcome: 'accepted' }));
  assert.equal((await myAcceptance(below, { no: works }))?.given.outcome, 'accepted');
});

test('nobody accepts the whole before it is built, nor is asked to; what was promised can be looked at on the way', async () => {
  const here = await makeBuilding();
  const household = here.household('15', 0);
  done(await nameDelegate(here.by(here.worker), { works, group: 2, household }));
  const below = here.by(here.person('15', 0));
  const kept = { [`outcome_${here.commitment}`]: 'accepted', [`note_${here.commitment}`]: '看到了' };
  const asked = async () => (await myToday(here.person('15', 0), {})).asked['acceptance.give']?.length ?? 0;
  assert.equal(await asked(), 0);
  const early = await giveAcceptance(below, { works, ...kept, outcome: 'accepted' });
  assert.deepEqual(early.ok || early.refusal.fieldErrors, { outcome: 'not_built' });
  done(await giveAcceptance(below, { works, ...kept }));
  const said = {
    works,
    household,
    channel: 'door',
    proof: 'read_back',
    witnessName: '对门王阿姨',
    outcome: 'accepted',
  };
  assert.equal(
    code(await recordAcceptance(here.by(here.captainBelow), { ...said, kept: [here.commitment] })),
    'not_built',
  );
  done(await photograph(here, here.milestoneId));
  here.at('2022-04-10');
  done(await reportMilestone(here.by(here.property), { works, milestone: 1, actualOn: '2022-04-10', actual: '23' }));
  assert.equal(code(await giveAcceptance(below, { works, ...kept, outcome: 'accepted' })), 'not_built');
  done(await checkMilestone(here.by(here.worker), { works, milestone: 1 }));
  assert.equal(await asked(), 1);
  done(await giveAcceptance(below, { works, ...kept, outcome: 'accepted' }));
});

test('a promise not kept waits to be mended, then for its delegate, also when the works are complete', async () => {
  const here = await makeBuilt();
  const [above, below] = [here.by(here.person('14', 0)), here.by(here.person('15', 0))];
  const unkept = { commitment: here.commitment, outcome: 'refused', note: '短一截', repairOn: '2022-05-01' };
  done(await giveAcceptance(below, { works, outcome: 'accepted', promises: [unkept] }));
  done(await giveAcceptance(above, { works, outcome: 'accepted' }));
  done(await completeWorks(here.by(here.worker), { works }));
  const waiting = async (person: number) =>
    (await deskToday(here.by(person), {}))?.lines.flatMap((one) =>
      one.act === 'mending' ? [[one.path.join('/'), one.count, one.due?.toISOString()]] : [],
    );
  for (const person of [here.property, here.worker])
    assert.deepEqual(await waiting(person), [['works/1/mending', 1, '2022-05-01T15:59:59.999Z']]);
  assert.deepEqual(await waiting(here.governance), []);
  const verified = `update proposal set state = 'verified' where community_id = $1`;
  await here.sql(verified, [here.communityId]);
  assert.equal((await waiting(here.property))?.length, 1, 'however satisfied everybody else is');
  const mend = { works, commitment: here.commitment, note: '接长了' };
  const decide = (by: typeof below, more: object) =>
    decideCommitment(by, { works, commitment: here.commitment, ...more });
  assert.equal(code(await mendCommitment(below, mend)), 'not_allowed');
  done(await mendCommitment(here.by(here.property), mend));
  assert.equal(code(await mendCommitment(here.by(here.property), mend)), 'nothing_to_mend');
  assert.deepEqual(await waiting(here.property), []);
  assert.equal((await boardWork(here.slug, { no: works }))?.commitments[0]?.mended, true);
  assert.equal(code(await decide(above, { outcome: 'accepted' })), 'other_group');
  done(await decide(below, { outcome: 'refused', note: '还是短', repairOn: '2022-06-01' }));
  assert.deepEqual(await waiting(here.property), [['works/1/mending', 1, '2022-06-01T15:59:59.999Z']]);
  done(await mendCommitment(here.by(here.worker), mend));
  done(await decide(below, { outcome: 'accepted' }));
  assert.equal(code(await decide(below, { outcome: 'accepted' })), 'not_at_this_step');
  assert.deepEqual(await waiting(here.property), []);
});

test('a report that falls short says why, and goes back with a reason where it is not so', async () => {
  const here = await makeBuilding();
  done(await photograph(here, here.milestoneId));
  const report = (more: object) =>
    reportMilestone(here.by(here.property), { works, milestone, actualOn: '2022-03-22', ...more });
  assert.equal(code(await report({ actual: '20' })), 'short_unexplained');
  done(await report({ actual: '20', note: '料没到' }));
  const back = { works, milestone, reason: '数过是21级' };
  assert.equal(code(await returnMilestone(here.by(here.property), back)), 'not_allowed');
  done(await returnMilestone(here.by(here.worker), back));
  assert.equal(code(await checkMilestone(here.by(here.worker), { works, milestone })), 'not_reported');
  assert.equal(code(await returnMilestone(here.by(here.worker), back)), 'not_reported');
  const desk = async () => (await deskWork(here.by(here.property), { no: works }))?.milestones[0];
  assert.deepEqual([(await desk())?.returned, (await desk())?.note], ['数过是21级', '料没到']);
  done(await report({ actual: '21', note: '料没到' }));
  assert.equal((await desk())?.returned, '');
  done(await checkMilestone(here.by(here.worker), { works, milestone }));
  assert.equal(code(await returnMilestone(here.by(here.worker), back)), 'already_checked');
});

test('another sum than was signed is not begun without a reason', async () => {
  const here = await makeSigned();
  const start = (more: object) => startWorks(here.by(here.property), { proposal: 1, ...usual, ...more });
  assert.equal((await worksStart(here.by(here.property), { no: 1 }))?.asked.facts.planCost, 8_600_050);
  const refused = await start({ budgetReason: '' });
  assert.deepEqual(refused.ok || refused.refusal.details, { signed: 8_600_050 });
  done(await start({ budget: '86000.50', budgetReason: '' }));
});
