import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { boardObjections } from '@/features/objections/queries/published';
import { addPicture, lookAtPicture } from '@/features/pictures/commands';
import { boardPicture } from '@/features/pictures/queries';
import { whyNot } from '@/lib/act';
import { code, done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import {
  citeChanges,
  confirmMateriality,
  giveOpinion,
  giveVerdict,
  judgeMateriality,
  openRound,
  publishPlan,
} from '@/tests/shown';
import * as acts from './acts';
import { draftPlan } from './commands/draft';
import { fieldOfChange, fieldOfJudgement } from './input';
import { deskPlans } from './queries/desk';
import { boardComparison, boardPlan } from './queries/published';

after(closeAll);

const pixel = { data: Buffer.from('drawing').toString('base64'), width: 4, height: 3 };

test('version 1: drafted by the social worker, published by the governance secretary, then nobody changes it', async () => {
  const here = await makeConsultation();
  const saved = done(await here.draft('从坡上直下\n3、不砍树\n路宽一米二'));
  assert.deepEqual([saved.version, saved.rowVersion], [1, 1]);
  const clauses = await sql('select no, text from clause where community_id = $1 order by no', [here.communityId]);
  assert.deepEqual(clauses, [
    { no: 1, text: '从坡上直下' },
    { no: 3, text: '不砍树' },
    { no: 4, text: '路宽一米二' },
  ]);
  assert.equal(code(await publishPlan(here.by(here.worker), { proposal: 1 })), 'not_allowed');
  assert.equal(code(await publishPlan(here.by(here.secretary), { proposal: 1 })), 'not_allowed');
  const published = done(await publishPlan(here.by(here.governance), { proposal: 1 }));
  assert.match(published.hash, /^[0-9a-f]{64}$/);
  await assert.rejects(
    sql('update plan set title = $2 where community_id = $1', [here.communityId, '另一份']),
    /immutable/,
  );
  await assert.rejects(
    sql('update clause set text = $2 where community_id = $1', [here.communityId, '另']),
    /immutable/,
  );
  const leaves = await here.leaves();
  assert.deepEqual(
    leaves.map((leaf) => leaf.act),
    ['plan.draft', 'plan.publish'],
  );
});

test('an edit that missed another one is refused and shows what stands now', async () => {
  const here = await makeConsultation();
  done(await here.draft('第一条'));
  done(await here.draft('第一条\n第二条', 1));
  const lost = await here.draft('另一条', 1);
  assert.equal(code(lost), 'stale_text');
  assert.ok(!lost.ok && String(lost.refusal.details?.text).includes('第二条'));
  assert.equal(code(await here.draft('2. 甲\n2. 乙', 2)), 'clause_twice');
  const bad = await draftPlan(here.by(here.worker), { proposal: 1, title: '', summary: '', cost: '一百', clauses: '' });
  assert.ok(!bad.ok);
  assert.deepEqual(bad.refusal.fieldErrors, {
    title: 'required',
    summary: 'required',
    cost: 'number',
    clauses: 'required',
  });
});

test('version 2: every change cites, every objection is answered, material or not is said by two people', async () => {
  const here = await makeConsultation();
  const round = await here.firstRound();
  assert.equal(round.version, 1);
  const home = here.household('15', 0);
  const person = await here.resident(home);
  const { opinion } = done(await giveOpinion(here.by(person), { round: 1, stance: 'oppose', ground: 'noise' }));
  done(await here.draft('从坡上绕行\n路宽一米二\n不砍树'));
  assert.equal(code(await publishPlan(here.by(here.governance), { proposal: 1 })), 'round_running');
  await sql(`update round set state = 'closed' where community_id = $1`, [here.communityId]);
  await sql(
    `insert into objection (community_id, no, proposal_id, group_id, round_id, ground, weight, wording, drawn_by)
     select $1, 1, $2, $3, id, 'noise', 'harm', '晚上太吵', $4 from round where community_id = $1`,
    [here.communityId, here.proposalId, here.below, here.worker],
  );
  const publish = () => publishPlan(here.by(here.governance), { proposal: 1 });
  assert.equal(code(await publish()), 'objections_unanswered');
  await sql(`update objection set state = 'answered' where community_id = $1`, [here.communityId]);
  assert.equal(code(await publish()), 'change_without_reason');

  const early = await judgeMateriality(here.by(here.worker), {
    proposal: 1,
    judgements: [{ group: 1, material: 'no', reason: '还是那条路' }],
  });
  assert.ok(!early.ok);
  assert.deepEqual(early.refusal, { code: 'changes_uncited', details: { clauses: '1' } });
  const cite = (changes: unknown) => citeChanges(here.by(here.worker), { proposal: 1, changes });
  assert.equal(code(await cite([{ clause: 2, note: '没改', objections: [1] }])), 'reason_without_change');
  assert.equal(code(await cite([{ clause: 1, note: '改了', objections: [9] }])), 'no_such_reason');
  assert.equal(code(await cite([{ clause: 1, note: '改了' }])), 'change_without_reason');
  const rows = { proposal: '1', note_1: ' ', technical_1: '', note_2: '', gate_2: '', technical_2: '绕开管线' };
  const half = await citeChanges(here.by(here.worker), rows);
  assert.ok(!half.ok);
  assert.deepEqual(half.refusal.fieldErrors, { 'changes.0.note': 'required' });
  assert.equal(fieldOfChange('changes.0.note', rows), 'note_2');
  const empty = await citeChanges(here.by(here.worker), { proposal: '1', note_1: '', technical_1: '' });
  assert.ok(!empty.ok && empty.refusal.fieldErrors?.['changes.0.note'] === 'required');
  const form = { proposal: '1', note_1: '绕开窗户', objections_1: ['1'], gate_1: '', technical_1: '' };
  assert.equal(done(await citeChanges(here.by(here.worker), form)).left, 0);
  assert.equal(code(await publish()), 'materiality_missing');

  const judge = (person: number, judgements: unknown) => judgeMateriality(here.by(person), { proposal: 1, judgements });
  const both = [
    { group: 1, material: 'no', reason: '还是那条路' },
    { group: 2, material: 'yes', reason: '离窗户远了' },
  ];
  assert.equal(code(await judge(here.author, both)), 'not_allowed');
  const unsaid = { proposal: '1', reason_1: '小改', material_1: 'no', reason_2: '' };
  const judged = await judgeMateriality(here.by(here.worker), unsaid);
  assert.ok(!judged.ok);
  assert.deepEqual(
    Object.entries(judged.refusal.fieldErrors ?? {}).map(([name, why]) => [fieldOfJudgement(name, unsaid), why]),
    [
      ['material_2', 'choose_one'],
      ['reason_2', 'required'],
    ],
  );
  done(await judge(here.worker, both));
  const late = await judgeMateriality(here.by(here.secretary), { proposal: 1, judgements: both, rowVersion: 1 });
  assert.ok(!late.ok && late.refusal.code === 'stale_draft');
  assert.equal(late.refusal.details?.clauses, '1. 从坡上绕行');
  assert.equal(late.refusal.details?.notes, '1. 绕开窗户');
  assert.match(String(late.refusal.details?.material), / · 离窗户远了$/);
  assert.match(String(late.refusal.details?.immaterial), / · 还是那条路$/);
  const shown = (await deskPlans(here.by(here.secretary), { no: 1 }))?.groups[0]?.judged;
  assert.deepEqual([shown?.judgedBy, shown?.judgeRole, shown?.confirmedBy], [here.worker, 'social-worker', null]);
  assert.ok(shown?.judge && shown.judgedAt);
  assert.equal(code(await publish()), 'materiality_unconfirmed');
  assert.equal(code(await confirmMateriality(here.by(here.worker), { proposal: 1 })), 'second_person');
  done(await cite([]));
  assert.equal(code(await confirmMateriality(here.by(here.secretary), { proposal: 1 })), 'changes_uncited');
  done(await citeChanges(here.by(here.worker), form));
  done(await confirmMateriality(here.by(here.secretary), { proposal: 1 }));
  done(await judge(here.worker, both.slice(0, 1)));
  assert.equal(code(await publish()), 'materiality_unconfirmed');
  done(await confirmMateriality(here.by(here.secretary), { proposal: 1 }));
  assert.equal(done(await publish()).version, 2);
  const named = async () => {
    const plan = await boardPlan(here.slug, { no: 1, version: 2 });
    assert.deepEqual(
      [plan?.costBefore, (await boardPlan(here.slug, { no: 1, version: 1 }))?.costBefore],
      [8_600_050, null],
    );
    const beside = await boardComparison(here.slug, { no: 1, from: 1, to: 2 });
    assert.deepEqual(plan?.changes[0]?.objections, beside?.clauses[0]?.changes[0]?.objections);
    return plan?.changes[0]?.objections.map(({ no, wording }) => [no, wording]);
  };
  assert.deepEqual(await named(), [[1, null]], 'its words are not on the board before one who raised it approved them');
  await sql(
    `insert into objection_raiser (community_id, objection_id, household_id, opinion_id, wording_approved)
     select $1, id, $2, $3, 'yes' from objection where community_id = $1`,
    [here.communityId, home, opinion],
  );
  assert.deepEqual(await named(), [[1, '晚上太吵']]);
  here.at('2022-03-20');
  assert.equal(done(await openRound(here.by(here.worker), { proposal: 1, closesOn: '2022-03-31' })).version, 2);
});

test('out of redesign a new version brings the proposal back to the consultation', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  await sql(`update round set state = 'closed' where community_id = $1`, [here.communityId]);
  await sql(`update proposal set state = 'redesign' where community_id = $1`, [here.communityId]);
  done(await here.draft('从坡上直下\n路宽一米五\n不砍树'));
  done(
    await citeChanges(here.by(here.worker), {
      proposal: 1,
      changes: [{ clause: 2, note: '加宽', technical: '轮椅要一米五' }],
    }),
  );
  done(
    await judgeMateriality(here.by(here.secretary), {
      proposal: '1',
      material_1: 'no',
      reason_1: '只宽了一点',
      material_2: 'no',
      reason_2: '只宽了一点',
    }),
  );
  done(await confirmMateriality(here.by(here.worker), { proposal: 1 }));
  done(await publishPlan(here.by(here.governance), { proposal: 1 }));
  const [row] = await sql('select state from proposal where community_id = $1', [here.communityId]);
  assert.equal(row?.state, 'consulting');
});

test('a clause reworded after an objection was settled by it goes back to whoever raised it', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const speaker = here.by(await here.resident(here.household('15', 0)));
  done(await giveOpinion(speaker, { round: 1, version: 1, stance: 'oppose', ground: 'noise', words: '吵' }));
  await sql(`update round set state = 'closed' where community_id = $1`, [here.communityId]);
  const home = here.household('15', 0);
  const answered = async (no: number, clause: number | null, version: number | null, kind: string) => {
    const [row] = await sql<{ id: number }>(
      `insert into objection (community_id, no, proposal_id, group_id, round_id, ground, weight, wording, drawn_by, state,
         answer_kind, answer, answer_version, answer_clause, answered_by, answered_at)
       select $1, $2::int, $3, $4, id, 'noise', 'harm', '晚上太吵' || ($2::int)::text, $5, 'settled', $6, '就这么办', $7, $8, $5, moment()
         from round where community_id = $1 returning id`,
      [here.communityId, no, here.proposalId, here.below, here.worker, kind, version, clause],
    );
    await sql(
      `insert into objection_raiser (community_id, objection_id, household_id, opinion_id, verdict, verdict_at)
       select $1, $2, $3, $4, 'settled', moment()`,
      [here.communityId, row?.id ?? 0, home, opinion],
    );
  };
  const [said] = await sql<{ id: number }>('select id from opinion where community_id = $1', [here.communityId]);
  const opinion = said?.id ?? 0;
  await answered(1, 1, 1, 'adopted');
  await answered(2, 3, 1, 'adopted');
  await answered(3, 2, 1, 'partly');
  await answered(4, 1, 2, 'adopted');
  await answered(5, null, 1, 'not_possible');
  done(await here.draft('1. 从坡上绕行\n2. 路宽一米二'));
  const technical = { technical: '绕开管线' };
  const changes = [1, 3].map((clause) => ({ clause, note: '改了', ...technical }));
  done(await citeChanges(here.by(here.worker), { proposal: 1, changes }));
  const judgements = [1, 2].map((group) => ({ group, material: 'no', reason: '小改' }));
  done(await judgeMateriality(here.by(here.worker), { proposal: 1, judgements }));
  done(await confirmMateriality(here.by(here.secretary), { proposal: 1 }));
  done(await publishPlan(here.by(here.governance), { proposal: 1 }));
  const rows = await sql(
    `select o.no, o.state, o.answer_kind as kind, o.answer_version as version, r.verdict from objection o
       join objection_raiser r on r.community_id = o.community_id and r.objection_id = o.id
      where o.community_id = $1 order by o.no`,
    [here.communityId],
  );
  assert.deepEqual(rows, [
    { no: 1, state: 'answered', kind: 'adopted_another_way', version: 2, verdict: null },
    { no: 2, state: 'acknowledged', kind: null, version: null, verdict: null },
    { no: 3, state: 'settled', kind: 'partly', version: 1, verdict: 'settled' },
    { no: 4, state: 'settled', kind: 'adopted', version: 2, verdict: 'settled' },
    { no: 5, state: 'settled', kind: 'not_possible', version: 1, verdict: 'settled' },
  ]);
  const letters = await sql(
    `select household_id, about_kind, about_no, detail from letter
      where community_id = $1 and kind = 'answer_changed' order by id`,
    [here.communityId],
  );
  assert.deepEqual(letters, [
    { household_id: home, about_kind: 'proposal', about_no: 1, detail: { wording: '晚上太吵1' } },
    { household_id: home, about_kind: 'proposal', about_no: 1, detail: { wording: '晚上太吵2' } },
  ]);
  const board = await boardObjections(here.slug, { no: 1 });
  assert.deepEqual(
    board?.lines.map((one) => one.state),
    ['answered', 'reopened', 'settled', 'settled', 'settled'],
  );
  const own = await here.resident(home);
  done(await giveVerdict(here.by(own), { proposal: 1, objection: 1, verdict: 'settled' }));
  assert.equal((await boardObjections(here.slug, { no: 1 }))?.lines[0]?.state, 'settled');
});

test('a drawing belongs to a draft, says what it shows, and is on the board with its version once somebody else has looked', async () => {
  const here = await makeConsultation();
  const saved = done(await here.draft('从坡上直下'));
  const [row] = await sql<{ id: number }>('select id from plan where community_id = $1', [here.communityId]);
  const of = { subject: 'plan', subjectId: row?.id ?? 0, small: pixel, large: pixel };
  const add = (by: number, caption: string) => addPicture(here.by(by), { ...of, caption });
  assert.equal(code(await add(here.author, '路线')), 'not_allowed');
  const mute = await add(here.worker, ' ');
  assert.ok(!mute.ok && mute.refusal.code === 'caption_missing');
  const { picture } = done(await add(here.worker, '路线示意'));
  const unseen = done(await add(here.worker, '断面')).picture;
  const look = (by: number, id: number) => lookAtPicture(here.by(by), { picture: id, verdict: 'board' });
  assert.equal(code(await look(here.worker, picture)), 'second_person');
  done(await look(here.secretary, picture));
  assert.equal(await boardPicture({ id: unseen, size: 'small' }), undefined);
  const desk = await deskPlans(here.by(here.worker), { no: 1 });
  assert.deepEqual(
    desk?.drawings.map((one) => [one.caption, one.onBoard, one.own]),
    [
      ['路线示意', true, true],
      ['断面', false, true],
    ],
  );
  assert.deepEqual(desk?.may, { draw: true, look: true });
  const publishing = async (by: number) => {
    const asked = (await deskPlans(here.by(by), { no: 1 }))?.asked;
    return asked && (whyNot(acts.publishPlan, asked)?.code ?? null);
  };
  assert.deepEqual([await publishing(here.worker), await publishing(here.governance)], ['not_allowed', null]);
  done(await publishPlan(here.by(here.governance), { proposal: 1, rowVersion: saved.rowVersion }));
  assert.equal(code(await add(here.worker, '再来一张')), 'plan_published');
  assert.ok(await boardPicture({ id: picture, size: 'small' }));
  const shown = async () => (await boardPlan(here.slug, { no: 1, version: 1 }))?.drawings.map((one) => one.caption);
  assert.deepEqual(await shown(), ['路线示意']);
  assert.deepEqual(
    (await deskPlans(here.by(here.secretary), { no: 1 }))?.unseen.map((one) => one.id),
    [unseen],
  );
  done(await look(here.secretary, unseen));
  assert.deepEqual(await shown(), ['路线示意', '断面']);

  done(await here.draft('从坡上绕行'));
  const [second] = await sql<{ id: number }>('select id from plan where community_id = $1 and version = 2', [
    here.communityId,
  ]);
  const bend = { ...of, subjectId: second?.id ?? 0, caption: '拐弯' };
  const added = done(await addPicture(here.by(here.worker), bend)).picture;
  done(await look(here.secretary, added));
  done(
    await citeChanges(here.by(here.worker), { proposal: 1, changes: [{ clause: 1, note: '绕', technical: '太陡' }] }),
  );
  const judgements = [1, 2].map((group) => ({ group, material: 'no', reason: '小改' }));
  done(await judgeMateriality(here.by(here.worker), { proposal: 1, judgements }));
  done(await confirmMateriality(here.by(here.secretary), { proposal: 1 }));
  done(await publishPlan(here.by(here.governance), { proposal: 1 }));
  const both = await boardComparison(here.slug, { no: 1, from: 1, to: 2 });
  assert.deepEqual(
    both?.drawings.map((one) => [one.caption, one.planId === second?.id]),
    [
      ['路线示意', false],
      ['拐弯', true],
      ['断面', false],
    ],
  );
});
