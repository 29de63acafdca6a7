import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskLife, deskToday } from '@/features/desk/queries';
import { boardLeaf, boardRecord } from '@/features/ledger/queries';
import { drawObjection } from '@/features/objections/commands/draw';
import { deskObjections } from '@/features/objections/queries/desk';
import { lookAtPicture } from '@/features/pictures/commands';
import { ownPicture } from '@/features/pictures/queries';
import { closeRound } from '@/features/rounds/commands/close';
import { summariseRound } from '@/features/rounds/commands/summarise';
import { boardStory } from '@/features/story/queries';
import { whyNot } from '@/lib/act';
import { canonical, sha256 } from '@/lib/ledger';
import { showing } from '@/lib/shown';
import { all, makeCounted, makeNoticed } from '@/tests/agreeing';
import { code, done, makeConsultation, photo } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import {
  answerObjection,
  answerOpposition,
  correctOpinion,
  declareAgreement,
  escalateObjection,
  giveVerdict,
  opposeNotice,
  postNotice,
  recordOpinion,
  recordOpposition,
  signResolution,
} from '@/tests/shown';
import * as acts from './acts';
import { returnResolution } from './commands/return';
import * as sign from './commands/sign';
import { signoffReason } from './components/steps';
import { deskSignoff } from './queries/desk';
import { doorNotice, doorNotices } from './queries/door';
import { boardNotice, opposing } from './queries/notice';
import { boardResolutionByNo, boardResolutions } from './queries/resolution';

after(closeAll);

const proposal = 1;
const state = async (here: { communityId: number }) =>
  (await sql<{ state: string }>('select state from proposal where community_id = $1', [here.communityId]))[0]?.state;

test('two thirds reached, exactly: one household fewer in one group and nothing is agreed', async () => {
  const enough = await makeCounted({ '14': all(8), '15': all(6) });
  const declared = done(await declareAgreement(enough.by(enough.governance), { proposal }));
  assert.deepEqual(declared, { proposal: 1, version: 1, neverReached: 6 });
  assert.equal(await state(enough), 'agreed');
  const short = await makeCounted({ '14': all(12), '15': all(5) });
  assert.equal(code(await declareAgreement(short.by(short.governance), { proposal })), 'not_agreed');
  assert.equal(code(await declareAgreement(short.by(short.worker), { proposal })), 'not_allowed');
  const desk = await deskSignoff(short.by(short.governance), { no: 1 });
  assert.deepEqual(desk?.standing.groups[1]?.missing, [{ code: 'reach', have: 5, need: 6, of: 8 }]);
  assert.equal(desk && whyNot(acts.declareAgreement, desk.asked)?.code, 'not_agreed');
});

test('two thirds of those who took a side, exactly, in each group by itself', async () => {
  const enough = await makeCounted({ '14': all(12), '15': [...all(4), ...all(2, 'oppose')] });
  await enough.answered();
  done(await declareAgreement(enough.by(enough.governance), { proposal }));
  const short = await makeCounted({ '14': all(12), '15': [...all(4), ...all(3, 'oppose')] });
  await short.answered();
  assert.equal(code(await declareAgreement(short.by(short.governance), { proposal })), 'not_agreed');
  const desk = await deskSignoff(short.by(short.governance), { no: 1 });
  assert.deepEqual(desk?.standing.groups[1]?.missing, [{ code: 'agree', have: 4, need: 5, of: 7 }]);
});

test('nobody declares agreement while what a household said is not drawn, and a condition nobody drew is not met', async () => {
  const here = await makeCounted({ '14': [...all(10), ...all(2, 'support_if')], '15': [...all(5), 'oppose'] });
  const declare = () => declareAgreement(here.by(here.governance), { proposal });
  const numbers = async () => {
    const desk = await deskSignoff(here.by(here.governance), { no: 1 });
    const sheet = await deskObjections(here.by(here.governance), { no: 1 });
    return [desk?.standing.groups.map((one) => [one.undrawn, one.conditionsMet, one.agreeing]), sheet?.undrawn.length];
  };
  assert.deepEqual(await numbers(), [
    [
      [2, 0, 10],
      [1, 0, 5],
    ],
    3,
  ]);
  const refused = await declare();
  assert.deepEqual(refused.ok || refused.refusal, { code: 'words_undrawn', details: { count: 3 } });
  const life = await deskLife(here.by(here.governance), { no: 1 });
  const drawing = life?.acts.find(({ act }) => act === 'drawing');
  assert.deepEqual(
    [drawing?.needed, drawing?.count, drawing?.block],
    [true, 3, null],
    'the page says what is to be done',
  );
  const today = await deskToday(here.by(here.governance), {});
  assert.equal(today?.lines.find(({ act }) => act === 'decide')?.wording, 'decide_undrawn');
  const draw = (opinions: number[], ground: string) =>
    drawObjection(here.by(here.worker), { proposal, opinions, ground, weight: 'harm', wording: '说的是这个' });
  done(await draw([here.opinion('14', 10), here.opinion('14', 11)], 'safety'));
  assert.deepEqual(await numbers(), [
    [
      [0, 0, 10],
      [1, 0, 5],
    ],
    1,
  ]);
  assert.equal(code(await declare()), 'words_undrawn');
  done(await draw([here.opinion('15', 5)], 'noise'));
  assert.equal(code(await declare()), 'not_agreed');
  for (const objection of [1, 2]) {
    const reply = { proposal, objection, kind: 'not_possible', answer: '坡太陡' };
    done(await answerObjection(here.by(here.worker), reply));
  }
  await sql(`update round set summary = '' where community_id = $1`, [here.communityId]);
  assert.equal(code(await declare()), 'not_summarised');
  done(await summariseRound(here.by(here.governance), { round: 1, summary: '上边要扶手，下边怕吵' }));
  done(await declare());
});

test('no agreement before a round is counted', async () => {
  const here = await makeConsultation();
  const declare = () => declareAgreement(here.by(here.governance), { proposal });
  assert.equal(code(await declare()), 'no_round');
  await here.firstRound();
  assert.equal(code(await declare()), 'round_running');
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  assert.equal(code(await declare()), 'not_agreed');
});

async function objected(building: '14' | '15') {
  const said = { '14': all(10), '15': all(7) };
  said[building] = [...said[building].slice(0, -1), 'oppose'];
  const here = await makeCounted(said);
  const index = said[building].length - 1;
  const opinions = [here.opinion(building, index)];
  done(
    await drawObjection(here.by(here.worker), { proposal, opinions, ground: 'noise', weight: 'harm', wording: '太吵' }),
  );
  return { ...here, objector: here.person(building, index) };
}

test('an unanswered objection blocks any group; a maintained one only the group that bears the harm', async () => {
  const reply = { proposal, objection: 1, kind: 'not_possible', answer: '坡太陡' };
  const maintained = { proposal, objection: 1, verdict: 'maintained', words: '我睡不着' };
  for (const [building, outcome] of [
    ['14', 'ok'],
    ['15', 'not_agreed'],
  ] as const) {
    const here = await objected(building);
    const declare = () => declareAgreement(here.by(here.governance), { proposal });
    assert.equal(code(await declare()), 'not_agreed');
    done(await answerObjection(here.by(here.worker), reply));
    done(await giveVerdict(here.by(here.objector), maintained));
    if (outcome === 'ok') {
      done(await declare());
      continue;
    }
    assert.equal(code(await declare()), outcome);
    done(await escalateObjection(here.by(here.governance), { proposal, objection: 1, reason: '区里来看' }));
    done(await declare());
  }
});

test('a notice needs every legal gate, and runs seven whole days', async () => {
  const here = await makeCounted({ '14': all(10), '15': all(7) });
  const post = () => postNotice(here.by(here.secretary), { proposal });
  assert.equal(code(await post()), 'not_at_this_step');
  done(await declareAgreement(here.by(here.governance), { proposal }));
  assert.equal(code(await post()), 'gates_open');
  await here.gates('open');
  assert.equal(code(await post()), 'gates_open');
  await here.gates();
  assert.equal(code(await postNotice(here.by(here.worker), { proposal })), 'not_allowed');
  assert.equal(done(await post()).until, '2022-03-20T16:00:00.000Z');
  const sign = () => signResolution(here.by(here.secretary), { proposal });
  here.at(new Date('2022-03-20T15:59:59.999Z'));
  assert.equal(code(await sign()), 'notice_running');
  const asked = `insert into outside_consent (community_id, proposal_id, position, organisation, asked, asked_on, due, state,
      answer, answered_on, asked_by, answered_by) select community_id, id, 1, '区园林绿化局', '移树', '2022-02-20', '2022-03-10', 'given', '同意',
      '2022-03-01', $2, $2 from proposal where community_id = $1`;
  await sql(asked, [here.communityId, here.worker]);
  const board = await boardNotice(here.slug, { no: 1 });
  assert.deepEqual(
    board?.outside.map(({ organisation, state, papers }) => [organisation, state, papers]),
    [['区园林绿化局', 'given', []]],
  );
  assert.deepEqual(new Set(board?.gates.map(({ papers }) => papers.length)), new Set([0]));
  assert.equal(board?.turnsAt?.toISOString(), '2022-03-20T16:00:00.000Z');
  here.at(new Date('2022-03-20T16:00:00.000Z'));
  done(await sign());
});

test('two people sign the same text; the second puts it in force', async () => {
  const here = await makeNoticed();
  const desk = await deskSignoff(here.by(here.secretary), { no: 1 });
  const hash = desk?.text?.hash ?? '';
  assert.deepEqual(
    [desk?.plan?.cost, desk?.plan?.clauses.map(({ text }) => text)],
    [8_600_050, ['从坡上直下', '路宽一米二', '不砍树']],
    'what is signed is there to be read',
  );
  assert.equal(desk && whyNot(acts.signResolution, desk.asked), null);
  assert.equal(code(await sign.signResolution(here.by(here.worker), { proposal, hash })), 'not_allowed');
  assert.equal(
    code(await sign.signResolution(here.by(here.secretary), { proposal, hash: 'a'.repeat(64) })),
    'text_changed',
  );
  assert.equal(code(await sign.signResolution(here.by(here.secretary), { proposal })), 'invalid');
  const first = done(await signResolution(here.by(here.secretary), { proposal }));
  assert.deepEqual(first, { proposal: 1, resolution: 1, hash, complete: false, missing: ['governance-secretary'] });
  assert.equal(await boardResolutionByNo(here.slug, { no: 1 }), undefined);
  assert.equal(code(await signResolution(here.by(here.secretary), { proposal })), 'role_has_signed');
  await here.grant(here.secretary, 'governance-secretary');
  assert.equal(code(await signResolution(here.by(here.secretary), { proposal })), 'person_has_signed');
  const second = done(await signResolution(here.by(here.governance), { proposal }));
  assert.equal(second.complete, true);
  assert.equal(await state(here), 'signed_off');
  const over = (await deskSignoff(here.by(here.governance), { no: 1 })) ?? assert.fail();
  assert.equal(signoffReason('signature', over, 'zh'), '都签过了，决议已经生效。');
  assert.equal(signoffReason('notice', over, 'zh'), '已经公示了。');
  const board = await boardResolutionByNo(here.slug, { no: 1 });
  assert.equal(board?.hash, hash);
  assert.equal(sha256(board?.canonical ?? '').toString('hex'), hash);
  assert.deepEqual(
    board?.signatures.map((one) => one.role),
    ['party-secretary', 'governance-secretary'],
  );
  assert.deepEqual([board?.isSigned, board?.leaf, board?.entry], [true, null, null], 'the record hangs from midnight');
  assert.ok(((await boardRecord(here.slug, {}))?.size ?? 0) <= (await here.leaves()).length - 2, 'nothing of today');
  here.at('2022-03-22');
  const next = await boardResolutionByNo(here.slug, { no: 1 });
  const leaf = (await here.leaves()).find((one) => Number(one.seq) === next?.leaf);
  assert.deepEqual([leaf?.act, leaf?.content], ['resolution.sign', next?.entry?.content]);
  assert.match(leaf?.content ?? '', new RegExp(hash));
  // Whoever knows the salt of open leaves learns nothing: each of these hangs on the page of the resolution.
  const { complete, hash: signed, proposal: about, role, version, ...more } = JSON.parse(leaf?.content ?? '{}');
  assert.deepEqual(more, {}, 'and nobody’s number');
  assert.deepEqual(
    [about, version, signed, role, complete],
    [next?.proposal, next?.version, next?.hash, next?.signatures.at(-1)?.role, true],
  );
  const entry = await boardLeaf(here.slug, { seq: next?.leaf ?? 0 });
  assert.equal(next?.entry?.hash, entry?.leafHash, 'the entry of the record, worked out from the text');
  const chained = sha256(Buffer.from(entry?.before ?? '', 'hex'), Buffer.from(entry?.leafHash ?? '', 'hex'));
  assert.equal(chained.toString('hex'), entry?.chain, 'and what it is chained to');
  assert.equal(entry?.at.toISOString(), '2022-03-20T16:00:00.000Z', 'on its day, at no hour');
  assert.equal((await boardResolutions(here.slug, { after: null }))?.resolutions.length, 1);
});

test('both sign at the same moment, again and again: one resolution, two signatures', async () => {
  const here = await makeNoticed();
  const tries = [here.secretary, here.governance, here.secretary, here.governance].map((person) =>
    signResolution(here.by(person), { proposal }),
  );
  const outcomes = await Promise.all(tries);
  assert.equal(outcomes.filter((one) => one.ok).length, 2);
  assert.equal(outcomes.filter((one) => one.ok && one.value.complete).length, 1);
  const rows = await sql('select role from signature where community_id = $1', [here.communityId]);
  assert.equal(rows.length, 2);
  assert.equal(await state(here), 'signed_off');
});

test('between terms one signs, and never who proposed it', async () => {
  const here = await makeNoticed();
  await sql(`update term set to_day = '2022-03-20' where community_id = $1`, [here.communityId]);
  await sql('update proposal set author_id = $2 where community_id = $1', [here.communityId, here.secretary]);
  assert.equal(code(await signResolution(here.by(here.secretary), { proposal })), 'proposer_alone');
  assert.equal(code(await signResolution(here.by(here.governance), { proposal })), 'not_allowed');
  await sql('update proposal set author_id = $2 where community_id = $1', [here.communityId, here.author]);
  assert.equal(done(await signResolution(here.by(here.secretary), { proposal })).complete, true);
});

test('consent withdrawn is seen by the signature: a verdict changed after the agreement', async () => {
  const here = await objected('15');
  await here.gates();
  const answer = { proposal, objection: 1, kind: 'partly', clause: 1, answer: '挪开' };
  done(await answerObjection(here.by(here.worker), answer));
  done(await giveVerdict(here.by(here.objector), { proposal, objection: 1, verdict: 'settled' }));
  done(await declareAgreement(here.by(here.governance), { proposal }));
  done(await postNotice(here.by(here.secretary), { proposal }));
  here.at('2022-03-21');
  done(await signResolution(here.by(here.secretary), { proposal }));
  done(await giveVerdict(here.by(here.objector), { proposal, objection: 1, verdict: 'maintained', words: '不行' }));
  assert.equal(code(await signResolution(here.by(here.governance), { proposal })), 'consent_withdrawn');
  assert.equal(await state(here), 'noticed');
  done(await giveVerdict(here.by(here.objector), { proposal, objection: 1, verdict: 'settled' }));
  done(await signResolution(here.by(here.governance), { proposal }));
});

test('consent withdrawn by the household itself after the close, for what was recorded in its name', async () => {
  const here = await makeConsultation();
  await here.firstRound('2022-03-12');
  const record = (building: '14' | '15', index: number) =>
    recordOpinion(here.by(here.worker), {
      round: 1,
      household: here.household(building, index),
      stance: 'support',
      proof: 'read_back',
      witnessName: '邻居',
    });
  here.at('2022-03-12T18:00');
  for (let index = 0; index < 8; index += 1) done(await record('14', index));
  for (let index = 0; index < 6; index += 1) done(await record('15', index));
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  done(await summariseRound(here.by(here.governance), { round: 1, summary: '都说行' }));
  done(await declareAgreement(here.by(here.governance), { proposal }));
  const before = await boardStory(here.slug, { no: 1 });
  const oppose = async (index: number) => {
    const household = here.household('15', index);
    const person = await here.resident(household);
    done(await correctOpinion(here.by(person), { round: 1, household, stance: 'oppose', ground: 'noise' }));
  };
  for (const index of [0, 1]) await oppose(index);
  assert.equal((await deskSignoff(here.by(here.secretary), { no: 1 }))?.standing.agreed, true);
  await oppose(2);
  assert.equal(code(await postNotice(here.by(here.secretary), { proposal })), 'gates_open');
  assert.equal((await deskSignoff(here.by(here.secretary), { no: 1 }))?.standing.agreed, false);
  const board = await boardStory(here.slug, { no: 1 });
  assert.deepEqual(board?.standings, before?.standings, 'what was corrected after the count is no number on the board');
  done(await returnResolution(here.by(here.secretary), { proposal, reason: '有三户改了主意' }));
  assert.equal(await state(here), 'redesign');
});

test('opposition: in the days of the notice, once until answered; unanswered or upheld, nobody signs', async () => {
  const here = await makeNoticed();
  const opposer = here.person('15', 0);
  const oppose = () => opposeNotice(here.by(opposer), { proposal, words: '我改主意了' });
  assert.equal(code(await oppose()), 'notice_over');
  here.at('2022-03-15');
  const { opposition } = done(await oppose());
  assert.equal(code(await oppose()), 'already_opposed');
  assert.equal(code(await opposeNotice(here.by(here.worker), { proposal, words: '不' })), 'not_allowed');
  here.at('2022-03-21');
  assert.equal(code(await signResolution(here.by(here.secretary), { proposal })), 'opposition_unanswered');
  const answer = { proposal, opposition, answer: '说得对', outcome: 'upheld' };
  const answered = done(await answerOpposition(here.by(here.governance), answer));
  assert.equal(answered.returned, true);
  assert.equal(await state(here), 'redesign');
  assert.equal(await boardNotice(here.slug, { no: 1 }), undefined);
});

test('a social worker who finds an opposition right stops the signature; the secretary sends it back', async () => {
  const here = await makeNoticed();
  here.at('2022-03-15');
  const { opposition } = done(await opposeNotice(here.by(here.person('15', 0)), { proposal, words: '吵' }));
  const answer = { proposal, opposition, answer: '说得对', outcome: 'upheld' };
  assert.equal(done(await answerOpposition(here.by(here.worker), answer)).returned, false);
  assert.equal(code(await answerOpposition(here.by(here.worker), answer)), 'already_answered');
  here.at('2022-03-21');
  assert.equal(code(await signResolution(here.by(here.secretary), { proposal })), 'opposition_upheld');
  assert.equal(code(await returnResolution(here.by(here.worker), { proposal, reason: '退回' })), 'not_allowed');
  done(await returnResolution(here.by(here.governance), { proposal, reason: '退回' }));
  assert.equal(await state(here), 'redesign');
});

test('the hash is the same until any part of what it stands for changes', async () => {
  const here = await objected('14');
  await here.gates();
  done(
    await answerObjection(here.by(here.worker), { proposal, objection: 1, kind: 'partly', clause: 1, answer: '挪开' }),
  );
  done(await declareAgreement(here.by(here.governance), { proposal }));
  done(await postNotice(here.by(here.secretary), { proposal }));
  const hash = async () => (await deskSignoff(here.by(here.secretary), { no: 1 }))?.text?.hash ?? '';
  const before = await hash();
  assert.equal(await hash(), before);
  const { communityId } = here;
  const set = (table: string, change: string) =>
    sql(`update ${table} set ${change} where community_id = $1`, [communityId]);
  const changes: [string, string, string][] = [
    ['proposal', `rule = rule || '{"noticeDays": 8}'`, `rule = rule || '{"noticeDays": 7}'`],
    ['proposal', `snapshot_hash = '\\x01'`, 'snapshot_hash = null'],
    ['affected_group', `name = name || '外'`, `name = rtrim(name, '外')`],
    ['objection', `answer = '不挪'`, `answer = '挪开'`],
    ['objection', `answer_kind = 'adopted'`, `answer_kind = 'partly'`],
    ['objection', 'answer_clause = 2', 'answer_clause = 1'],
    ['objection_raiser', `verdict = 'settled'`, 'verdict = null'],
    ['objection_raiser', `wording_approved = 'yes'`, 'wording_approved = null'],
    ['legal_gate', `evidence = '别的'`, `evidence = '批文'`],
    ['legal_gate', `decided_on = '2022-03-02'`, `decided_on = '2022-03-01'`],
  ];
  const seen = new Set([before]);
  for (const [table, change, undo] of changes) {
    await set(table, change);
    const changed = await hash();
    assert.ok(!seen.has(changed), change);
    seen.add(changed);
    await set(table, undo);
    assert.equal(await hash(), before, undo);
  }
  const text = (await deskSignoff(here.by(here.secretary), { no: 1 }))?.text;
  assert.equal(sha256(canonical(text?.content ?? {})).toString('hex'), before);
});

test('opposition said at the door: read back before a witness, a letter to the household, and its own word counts', async () => {
  const here = await makeNoticed();
  here.at('2022-03-15');
  const captain = here.by(here.captainBelow);
  const home = here.household('15', 7);
  const said = { proposal, household: home, words: '灯太亮，睡不着', proof: 'read_back', witnessName: '隔壁老赵' };
  const entrance = here.entrance('15', 1);
  assert.deepEqual(
    (await doorNotices(captain, {}))?.map((one) => one.no),
    [1],
  );
  const page = await doorNotice(captain, { no: 1, entrance });
  assert.equal(page?.running, true);
  assert.equal(page?.homes.length, here.households('15').length);
  assert.equal((await doorNotice(captain, { no: 1, entrance: here.entrance('14', 1) }))?.here, undefined);
  assert.equal(await doorNotice(here.by(here.person('15', 0)), { no: 1 }), undefined);

  assert.equal(code(await recordOpposition(here.by(here.captain), said)), 'not_allowed');
  assert.equal(code(await recordOpposition(here.by(here.person('15', 0)), said)), 'not_allowed');
  assert.equal(code(await recordOpposition(captain, { ...said, household: 0 })), 'invalid');
  assert.equal(code(await recordOpposition(captain, { ...said, witnessName: '' })), 'witness_missing');
  assert.equal(code(await recordOpposition(captain, { ...said, proof: '' })), 'invalid');
  const own = { ...said, witnessName: '', witness: String(here.captainBelow) };
  assert.equal(code(await recordOpposition(captain, own)), 'witness_is_recorder');
  assert.equal(code(await recordOpposition(captain, { ...own, witness: '2000000000' })), 'invalid');
  assert.equal(code(await recordOpposition(captain, { ...said, channel: 'paper' })), 'proof_missing');
  assert.equal(code(await recordOpposition(captain, { ...said, words: '' })), 'invalid');
  assert.equal(code(await recordOpposition(captain, { ...said, proof: 'signature_photo' })), 'photo_missing');
  assert.equal(code(await recordOpposition(captain, { ...said, proof: 'sms_reply' })), 'message_missing');

  const quiet = 'insert into no_visits (community_id, household_id, recorder_id, at) values ($1, $2, $3, moment())';
  await sql(quiet, [here.communityId, home, here.captainBelow]);
  const marked = (await doorNotice(captain, { no: 1, entrance }))?.homes.filter((one) => one.quiet);
  assert.deepEqual(
    marked?.map((one) => one.household),
    [home],
  );
  assert.equal(code(await recordOpposition(captain, said)), 'wants_no_visits');
  assert.equal(
    code(await recordOpposition(captain, { ...said, channel: 'phone', witnessName: '' })),
    'witness_missing',
  );
  await sql('update no_visits set taken_back_at = at where household_id = $1', [home]);
  const { opposition: recorded } = done(await recordOpposition(captain, said));
  assert.equal(code(await recordOpposition(captain, said)), 'already_opposed');
  const [row] = await sql(
    `select household_id, person_id, recorder_id, channel, proof, witness from notice_opposition where community_id = $1`,
    [here.communityId],
  );
  assert.deepEqual(row, {
    household_id: home,
    person_id: null,
    recorder_id: here.captainBelow,
    channel: 'door',
    proof: 'read_back',
    witness: '隔壁老赵',
  });
  const letters = await sql(
    `select household_id from letter where community_id = $1 and kind = 'opposition_recorded'`,
    [here.communityId],
  );
  assert.deepEqual(letters, [{ household_id: home }]);
  const leaf = (await here.leaves()).at(-1);
  assert.equal(leaf?.act, 'notice.record_opposition');
  assert.match(leaf?.content ?? '', /"as":"captain"/);
  const waiting = async () =>
    (await deskSignoff(here.by(here.governance), { no: 1 }))?.opposition.filter((one) => one.answer === null).length;
  assert.equal((await boardNotice(here.slug, { no: 1 }))?.opposition, null, 'one household is no number on the board');
  assert.equal(await waiting(), 1);
  const desk = async () =>
    (await deskSignoff(here.by(here.governance), { no: 1 }))?.opposition.map((one) => [one.words, one.recorded]);
  assert.deepEqual(await desk(), [['灯太亮，睡不着', 'door']]);

  const person = await here.resident(home);
  const mine = await opposing(here.by(person), { no: 1 });
  assert.deepEqual([mine && whyNot(acts.opposeNotice, mine.asked), mine?.own[0]?.recorded], [null, true]);
  done(await opposeNotice(here.by(person), { proposal, words: '我们家没有反对' }));
  assert.equal(await waiting(), 1);
  assert.deepEqual(await desk(), [['我们家没有反对', null]]);
  const answer = { proposal, opposition: recorded, answer: '收到', outcome: 'not_upheld' };
  const read = { ...answer, shown: showing({ words: said.words }) };
  assert.equal(
    code(await answerOpposition(here.by(here.governance), read)),
    'overtaken',
    'its own word stands instead',
  );
  assert.equal(code(await recordOpposition(captain, said)), 'already_opposed');
  assert.equal(code(await opposeNotice(here.by(person), { proposal, words: '再说一遍' })), 'already_opposed');
  here.at('2022-03-21');
  const next = { ...said, household: here.household('15', 6) };
  assert.equal(code(await recordOpposition(captain, next)), 'notice_over');
  assert.deepEqual(await doorNotices(captain, {}), []);
});

test('opposition signed at the door keeps the picture, and only that household, its captain and the social worker see it', async () => {
  const here = await makeNoticed();
  here.at('2022-03-15');
  const home = here.household('15', 7);
  const said = { proposal, household: home, words: '灯太亮', channel: 'paper', proof: 'signature_photo', photo };
  done(await recordOpposition(here.by(here.captainBelow), said));
  const resident = await here.resident(home);
  const [own] = (await opposing(here.by(resident), { no: 1 }))?.own ?? [];
  assert.equal(own?.proof, 'signature_photo');
  const id = own?.photo ?? 0;
  const sees = async (by: number) => (await ownPicture(here.by(by), { id, size: 'small' })) !== undefined;
  for (const by of [resident, here.captainBelow, here.worker]) assert.equal(await sees(by), true);
  for (const by of [here.captain, here.governance, here.secretary]) assert.equal(await sees(by), false);
  const looked = await lookAtPicture(here.by(here.worker), { picture: id, verdict: 'board' });
  assert.equal(code(looked), 'never_on_board');
});
