import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { publishPlan } from '@/features/plans/acts';
import { deskPlans } from '@/features/plans/queries/desk';
import { boardComparison, boardPlan } from '@/features/plans/queries/published';
import * as acts from '@/features/rounds/acts';
import { closeRound } from '@/features/rounds/commands/close';
import { boardRound, boardRoundList, deskRound, roundsAsked } from '@/features/rounds/queries';
import { boardStory } from '@/features/story/queries';
import { whyNot } from '@/lib/act';
import { code, done, makeConsultation, photo } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { giveOpinion, recordOpinion } from '@/tests/shown';
import { noteVisit } from './commands/visit';
import { handlers } from './jobs';
import { doorRound, doorRounds } from './queries/door';
import { doorHousehold } from './queries/household';
import { myOpinions, myRound } from './queries/mine';
import { deskRechecks } from './queries/rechecks';

after(closeAll);

test('an open round says reached and not reached to the board; who said what stays with those who knock', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 1);
  const person = await here.resident(household);
  done(await giveOpinion(here.by(person), { round: 1, stance: 'oppose', ground: 'noise', words: '吵' }));
  done(await noteVisit(here.by(here.captain), { round: 1, household: here.household('14', 2), outcome: 'not_home' }));
  const page = await boardRound(here.slug, { no: 1 });
  assert.equal(page?.round.phase, 'open');
  assert.deepEqual(page?.round.groups[0]?.arcs, [
    { kinds: ['reached'], count: 1 },
    { kinds: ['notReached'], count: 11 },
  ]);
  assert.deepEqual(page?.round.groups[0]?.published, []);
  assert.equal(page?.turnsAt?.toISOString(), '2022-03-12T16:00:00.000Z');
  assert.ok(!JSON.stringify(await boardStory(here.slug, { no: 1 })).includes('oppose'));

  const door = await doorRound(here.by(here.captain), { no: 1, entrance: null });
  assert.equal(door?.doors.length, 12);
  assert.deepEqual(
    door?.doors.slice(0, 4).map((one) => one.state),
    ['not_tried', 'oppose', 'not_home', 'not_tried'],
  );
  assert.equal((await doorRounds(here.by(here.captain), {}))?.length, 1);
  assert.equal((await doorRounds(here.by(here.worker), {}))?.length, 2);
  assert.equal(await doorRound(here.by(person), { no: 1, entrance: null }), undefined);
  assert.equal(await doorHousehold(here.by(here.captain), { no: 1, household: here.household('15', 0) }), undefined);
  const [rounds] = (await doorRounds(here.by(here.captain), {})) ?? [];
  assert.deepEqual([rounds?.households, rounds?.knocked, rounds?.met, rounds?.heard], [12, 2, 1, 1]);
  const shut = await doorHousehold(here.by(here.captain), { no: 1, household: here.household('14', 2) });
  assert.deepEqual(
    shut?.door.visits.map(({ outcome, by }) => [outcome, typeof by]),
    [['not_home', 'string']],
  );
  const one = await doorHousehold(here.by(here.captain), { no: 1, household });
  assert.equal(one?.door.current?.words, '吵');
  assert.equal(one?.toTry.at(-1)?.state, 'not_home', 'where nobody was home comes last');
  assert.deepEqual([one?.lastProof, one?.others], [null, []]);
  assert.ok(one?.witnesses.every((witness) => witness.id !== here.captain));

  const mine = await myRound(here.by(person), { no: 1 });
  assert.equal(mine?.homes[0]?.act, 'correct');
  assert.equal(mine?.clauses.length, 3);
  assert.equal((await myOpinions(here.by(person), {}))?.length, 1);
  const other = await myRound(here.by(here.author), { no: 1 });
  assert.equal(other?.homes[0]?.act, 'give');
  assert.equal(other?.homes[0]?.said.length, 0);

  const desk = await deskRound(here.by(here.worker), { no: 1 });
  assert.deepEqual(
    desk?.entrances.map(({ households, knocked, heard }) => [households, knocked, heard]),
    [
      [12, 2, 1],
      [8, 0, 0],
    ],
  );
  assert.equal(desk?.untried?.length, 18);
  const auditor = await deskRound(here.by(await here.staff('auditor')), { no: 1 });
  assert.deepEqual([auditor?.untried, auditor?.entrances.length], [null, 2], 'who sends nobody sees no doors');
  assert.equal(desk && whyNot(acts.closeRound, desk.asked)?.code, 'round_running');
  assert.equal(await deskRound(here.by(here.captain), { no: 1 }), undefined);
});

test('what was replaced stays at the door, with when and by whom it was written down', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 4);
  const said = { round: 1, household, stance: 'support', channel: 'door', proof: 'signature_photo', photo };
  done(await recordOpinion(here.by(here.captain), said));
  here.at('2022-03-04');
  const paper = { ...said, stance: 'no_view', saidAt: '2022-03-02T20:15' };
  assert.equal(code(await recordOpinion(here.by(here.captain), { ...paper, saidAt: '2031-03-02T20:15' })), 'invalid');
  done(await recordOpinion(here.by(here.captain), paper));
  const [kept] = await sql<{ at: Date }>('select max(captured_at) as at from opinion where household_id = $1', [
    household,
  ]);
  assert.equal(kept?.at.toISOString(), '2022-03-02T12:15:00.000Z', 'when it was said, not when it was typed');
  const page = await doorHousehold(here.by(here.captain), { no: 1, household });
  assert.deepEqual(
    page?.door.said.map((one) => [one.stance, one.id === page.door.current?.id, typeof one.by]),
    [
      ['support', false, 'string'],
      ['no_view', true, 'string'],
    ],
  );
});

test('after the close the board has the joined cells, the desk what is to be asked again', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const said = { round: 1, stance: 'support', channel: 'door', proof: 'signature_photo', photo };
  done(await recordOpinion(here.by(here.captain), { ...said, household: here.household('14', 4) }));
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  await handlers['recheck.draw']?.({ community: here.slug, round: 1 });
  const all = await boardRound(here.slug, { no: 1 });
  assert.deepEqual(all?.round.groups[0]?.arcs, [
    { kinds: ['reached'], count: 1 },
    { kinds: ['notReached'], count: 11 },
  ]);
  assert.equal(all?.turnsAt, null);
  assert.equal((await boardRoundList(here.slug, { after: null }))?.rounds[0]?.phase, 'closed');
  const looks = await deskRechecks(here.by(here.worker), { no: 1 });
  assert.deepEqual(
    looks?.rechecks.map((one) => one.blocked),
    [null],
  );
  const asked = await roundsAsked(here.by(here.governance), { no: 1 });
  assert.ok(asked);
  assert.deepEqual([whyNot(acts.openRound, asked), whyNot(acts.redesign, asked)], [null, null]);
  const desk = await deskRound(here.by(here.governance), { no: 1 });
  assert.equal(desk && whyNot(acts.summariseRound, desk.asked), null);
});

test('plans: a published version for anybody, a draft for those who work on it, two versions beside each other', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  assert.equal((await boardPlan(here.slug, { no: 1, version: 1 }))?.clauses.length, 3);
  assert.equal(await boardPlan(here.slug, { no: 1, version: 2 }), undefined);
  done(await here.draft('从坡上绕行\n路宽一米二\n不砍树'));
  assert.equal(await boardPlan(here.slug, { no: 1, version: 2 }), undefined);
  const desk = await deskPlans(here.by(here.worker), { no: 1 });
  assert.deepEqual(desk?.changed, [1]);
  assert.equal(desk && whyNot(publishPlan, desk.asked)?.code, 'round_running');
  assert.equal(await deskPlans(here.by(here.author), { no: 1 }), undefined);
  await sql(
    `update plan set state = 'published', published_at = '2022-03-02' where community_id = $1 and version = 2`,
    [here.communityId],
  );
  const both = await boardComparison(here.slug, { no: 1, from: 1, to: 2 });
  assert.deepEqual(
    both?.clauses.map((one) => one.before === one.after),
    [false, true, true],
  );
  assert.equal(await boardComparison(here.slug, { no: 1, from: 2, to: 1 }), undefined);
});
