import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { boardPicture, ownPicture } from '@/features/pictures/queries';
import { proposeShelving } from '@/features/proposals/commands/shelve';
import { closeRound } from '@/features/rounds/commands/close';
import { boardRound } from '@/features/rounds/queries';
import { inWords } from '@/lib/forms';
import { commands } from '@/lib/gate';

import { refuse } from '@/lib/result';
import { showing } from '@/lib/shown';
import { code, done, makeConsultation, photo } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { confirmShelving, correctOpinion, giveOpinion, recordOpinion } from '@/tests/shown';
import { giveOpinion as giveCommand } from './commands/give';
import { noteRecheck } from './commands/recheck';
import { noteVisit } from './commands/visit';
import { handlers } from './jobs';
import { messages } from './messages';
import { doorHousehold } from './queries/household';
import { myRound } from './queries/mine';

after(closeAll);

test('one household, one chain; only its own people speak for it; a condition and a reason are needed', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 1);
  const person = await here.resident(household);
  const stranger = await here.resident(here.household('14', 2));
  const give = (by: number, more: Record<string, unknown>) =>
    giveOpinion(here.by(by), { round: 1, household, ...more });
  assert.equal(code(await give(stranger, { stance: 'support' })), 'not_found');
  assert.equal(code(await give(stranger, { household: 2_000_000_000, stance: 'support' })), 'not_found');
  assert.equal(code(await give(here.captain, { stance: 'support' })), 'not_allowed');
  const bare = await give(person, { stance: 'support_if' });
  assert.ok(!bare.ok && bare.refusal.fieldErrors?.condition === 'condition_missing');
  const mute = await give(person, { stance: 'oppose', ground: '' });
  assert.ok(!mute.ok && mute.refusal.fieldErrors?.ground === 'ground_missing');
  assert.equal(code(await give(person, { stance: 'support', version: 2 })), 'other_version');
  done(await give(person, { stance: 'support_if', condition: '装扶手', version: 1 }));
  done(await giveOpinion(here.by(person), { round: 1, stance: 'support' }));
  const chain = await sql(
    'select seq, prev_seq, stance, own from opinion where community_id = $1 and household_id = $2 order by seq',
    [here.communityId, household],
  );
  assert.deepEqual(chain, [
    { seq: 1, prev_seq: null, stance: 'support_if', own: true },
    { seq: 2, prev_seq: 1, stance: 'support', own: true },
  ]);
  await assert.rejects(
    sql(`update opinion set stance = 'oppose' where community_id = $1`, [here.communityId]),
    /append-only/,
  );
});

test('the same word once more in its round is kept once; what others wrote down becomes one’s own; a later round asks anew', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 1);
  const person = await here.resident(household);
  const give = (more: Record<string, unknown>, round = 1) =>
    giveOpinion(here.by(person), { round, household, words: '', ...more });
  const kept = async () => (await sql('select 1 from opinion where community_id = $1', [here.communityId])).length;
  done(await give({ stance: 'support_if', condition: '装扶手' }));
  assert.equal(code(await give({ stance: 'support_if', condition: '装扶手' })), 'nothing_changed');
  done(await give({ stance: 'support_if', condition: '装两道扶手' }));
  done(await give({ stance: 'support_if', condition: '装两道扶手', words: '求快' }));
  done(await give({ stance: 'oppose', ground: 'noise' }));
  assert.equal(code(await give({ stance: 'oppose', ground: 'noise' })), 'nothing_changed');
  done(await give({ stance: 'oppose', ground: 'safety' }));
  assert.equal(await kept(), 5);

  const other = here.household('14', 2);
  const neighbour = await here.resident(other);
  const recorded = { round: 1, household: other, stance: 'support', channel: 'door', proof: 'signature_photo', photo };
  done(await recordOpinion(here.by(here.captain), recorded));
  done(await giveOpinion(here.by(neighbour), { round: 1, household: other, stance: 'support' }));
  assert.equal(
    code(await giveOpinion(here.by(neighbour), { round: 1, household: other, stance: 'support' })),
    'nothing_changed',
  );
});

test('those who press at once make one chain of what is not the same, and the same form twice is one opinion', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 1);
  const people = await Promise.all([1, 2, 3, 4].map(() => here.resident(household)));
  await Promise.all(people.map((person) => giveOpinion(here.by(person), { round: 1, stance: 'support' })));
  const shown = showing({ stance: 'support', condition: null, words: null });
  const again = () => giveOpinion(here.by(people[0] ?? 0, 'same-form'), { round: 1, stance: 'no_view', shown });
  assert.deepEqual(await again(), await again());
  const seqs = await sql<{ seq: number }>('select seq from opinion where community_id = $1 order by seq', [
    here.communityId,
  ]);
  assert.deepEqual(
    seqs.map((row) => row.seq),
    [1, 2],
    'four said the same',
  );
});

test('recorded on behalf: by who knocks there, proved, with a witness who is somebody else; the household is told', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 3);
  const said = { round: 1, household, stance: 'support', channel: 'door', proof: 'read_back' };
  const record = (by: number, more: Record<string, unknown>) => recordOpinion(here.by(by), { ...said, ...more });
  assert.equal(code(await record(here.captainBelow, { witnessName: '邻居' })), 'not_found');
  assert.equal(code(await record(here.governance, { witnessName: '邻居' })), 'not_allowed');
  assert.equal(code(await record(here.captain, {})), 'witness_missing');
  assert.equal(code(await record(here.captain, { witness: here.captain })), 'witness_is_recorder');
  const [me] = await sql<{ name: string }>('select name from person where id = $1', [here.captain]);
  assert.equal(code(await record(here.captain, { witnessName: ` ${me?.name} ` })), 'witness_is_recorder');
  assert.equal(code(await record(here.captain, { channel: 'phone', proof: 'signature_photo' })), 'proof_missing');
  const quiet = `insert into no_visits (community_id, household_id, recorder_id, at) values ($1, $2, $3, moment()) returning id`;
  const [asked] = await sql<{ id: number }>(quiet, [here.communityId, household, here.captain]);
  assert.equal(code(await record(here.captain, { witnessName: '对门王阿姨' })), 'wants_no_visits');
  const door = (await doorHousehold(here.by(here.captain), { no: 1, household }))?.door;
  assert.equal(door?.quiet, true);
  await sql('delete from no_visits where id = $1', [asked?.id]);
  const same = { witnessName: '对门王阿姨', again: 'yes' };
  const unsaid = await record(here.captain, same);
  assert.deepEqual(
    unsaid.ok ? {} : unsaid.refusal.fieldErrors,
    { present: 'witness_missing' },
    'is asked at each door',
  );
  assert.equal(code(await record(here.captain, { ...same, present: 'not-offered' })), 'invalid');
  const kept = done(await record(here.captain, { ...same, present: 'yes' }));
  assert.equal(kept.counts, true);
  assert.equal(kept.correctUntil, '2022-03-04T01:00:00.000Z');
  done(await record(here.worker, { household: here.household('15', 2), witness: here.captainBelow }));
  const own = here.household('14', 4);
  const captainAtHome = await here.resident(own);
  await here.grant(captainAtHome, 'captain', here.entrance('14', 1));
  assert.equal(code(await record(captainAtHome, { household: own, witnessName: '邻居' })), 'speak_for_yourself');
  const letters = await sql(
    `select household_id from letter where community_id = $1 and kind = 'opinion_recorded' order by 1`,
    [here.communityId],
  );
  assert.deepEqual(letters, [{ household_id: household }, { household_id: here.household('15', 2) }]);
});

test('a signature comes with its picture, a text message with its words; only they see the picture whose words it proves', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 3);
  const record = (more: Record<string, unknown>) =>
    recordOpinion(here.by(here.captain), { round: 1, household, stance: 'oppose', ground: 'noise', ...more });
  const bare = await record({ proof: 'signature_photo' });
  assert.ok(!bare.ok && bare.refusal.fieldErrors?.photo === 'photo_missing');
  const mute = await record({ proof: 'sms_reply', message: ' ' });
  assert.ok(!mute.ok && mute.refusal.fieldErrors?.message === 'message_missing');
  assert.deepEqual(await sql('select id from opinion where community_id = $1', [here.communityId]), []);

  done(await record({ proof: 'sms_reply', message: '不同意，太吵' }));
  const { opinion } = done(await record({ proof: 'signature_photo', photo }));
  const door = await doorHousehold(here.by(here.captain), { no: 1, household });
  const id = door?.door.current?.photo ?? 0;
  const [kept] = await sql('select subject, subject_id, on_board from picture where id = $1', [id]);
  assert.deepEqual(kept, { subject: 'opinion', subject_id: opinion, on_board: false });
  const resident = await here.resident(household);
  const own = await myRound(here.by(resident), { no: 1 });
  assert.deepEqual(
    own?.homes[0]?.said.map((one) => [one.message, one.photo === id]),
    [
      ['不同意，太吵', false],
      ['', true],
    ],
  );
  const sees = async (by: number) => (await ownPicture(here.by(by), { id, size: 'large' })) !== undefined;
  for (const by of [here.captain, resident, here.worker]) assert.equal(await sees(by), true);
  const neighbour = await here.resident(here.household('14', 4));
  for (const by of [here.captainBelow, neighbour, here.governance, here.secretary]) assert.equal(await sees(by), false);
  assert.equal(await boardPicture({ id, size: 'large' }), undefined);
  const leaf = (await here.leaves()).at(-1);
  assert.equal(leaf?.act, 'opinion.record');
});

test('what came after the form was opened is shown, and replaced only by one more try', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 3);
  const record = (seen: number, stance: string, more: Record<string, unknown> = {}) =>
    recordOpinion(here.by(here.worker), {
      round: 1,
      household,
      stance,
      seen,
      proof: 'read_back',
      witnessName: '邻居',
      ...more,
    });
  assert.equal(
    commands.get('opinion.record')?.problems?.({})?.seen,
    'invalid',
    'nobody records over what they have not seen',
  );
  const first = done(await record(0, 'support')).opinion;
  const late = await record(0, 'oppose', { ground: 'noise' });
  assert.ok(!late.ok);
  const { code: why, details } = late.refusal;
  assert.equal(why, 'recorded_meanwhile');
  const [by] = await sql<{ name: string }>('select name from person where id = $1', [here.worker]);
  assert.deepEqual(details, {
    opinion: first,
    stance: 'support',
    at: '2022-03-01T01:00:00.000Z',
    by: by?.name,
    own: 0,
  });
  assert.match(inWords(late.refusal, 'zh', messages).message, /刚刚由.+记过“同意”（2022年3月1日 09:00），要改吗/);
  assert.equal(done(await record(first, 'oppose', { ground: 'noise' })).counts, true);
  done(await giveOpinion(here.by(await here.resident(household)), { round: 1, household, stance: 'support' }));
  const after = await record(first, 'oppose', { ground: 'noise' });
  assert.ok(!after.ok && after.refusal.details?.own === 1);
  const chain = await sql<{ stance: string }>('select stance from opinion where community_id = $1 order by seq', [
    here.communityId,
  ]);
  assert.deepEqual(
    chain.map((one) => one.stance),
    ['support', 'oppose', 'support'],
  );
});

test('a round that was stopped says that it was, why, and what comes next', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 3);
  const person = await here.resident(household);
  await sql(`update proposal set state_at = '2022-03-01' where community_id = $1`, [here.communityId]);
  here.at('2022-03-05');
  const shelving = { proposal: 1, reason: '等燃气改造完', lookAgainOn: '2022-06-01' };
  done(await proposeShelving(here.by(here.secretary), shelving));
  done(await confirmShelving(here.by(here.governance), { proposal: 1 }));
  const said = await giveOpinion(here.by(person), { round: 1, stance: 'support' });
  const noted = await noteVisit(here.by(here.captain), { round: 1, household, outcome: 'not_home' });
  const shown = (await myRound(here.by(person), { no: 1 }))?.homes[0]?.blocked;
  assert.ok(!said.ok && !noted.ok && shown);
  for (const refusal of [said.refusal, noted.refusal, shown]) {
    assert.equal(refusal.code, 'round_void');
    const { message } = inWords(refusal, 'zh', messages);
    for (const part of ['先放一放', '等燃气改造完', '6月1日', '重新来问']) assert.ok(message.includes(part), message);
    assert.ok(inWords(refusal, 'en', messages).message.includes('put aside'));
  }
});

test('72 hours to correct what was recorded, also after the close; the count stays as it was', async () => {
  const here = await makeConsultation();
  await here.firstRound('2022-03-12');
  const household = here.household('14', 3);
  const person = await here.resident(household);
  const silent = await here.resident(here.household('14', 4));
  const correct = (by: number) => correctOpinion(here.by(by), { round: 1, stance: 'oppose', ground: 'privacy' });
  here.at('2022-03-12T20:00');
  const recorded = { round: 1, household, stance: 'support', channel: 'door', proof: 'sms_reply', message: '同意' };
  done(await recordOpinion(here.by(here.captain), recorded));
  assert.equal(code(await correct(silent)), 'nothing_to_correct');
  here.at('2022-03-13T08:00');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  assert.equal(
    code(await giveOpinion(here.by(person), { round: 1, stance: 'oppose', ground: 'privacy' })),
    'round_closed',
  );
  here.at('2022-03-15T19:59');
  assert.equal(done(await correct(person)).counts, true);
  here.at('2022-03-15T20:00');
  assert.equal(code(await correct(person)), 'correction_over');
  const [cell] = await sql('select supports, opposes from round_cell where community_id = $1 and group_id = $2', [
    here.communityId,
    here.above,
  ]);
  assert.deepEqual(cell, { supports: 1, opposes: 0 });
});

test('after the count one in ten of the recorded is asked again, by somebody who neither wrote nor witnessed it', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    here.at(`2022-03-03T${String(9 + index).padStart(2, '0')}:00`);
    const household = here.household('14', index);
    const recorded = { round: 1, household, stance: 'support', channel: 'door', proof: 'read_back' };
    done(await recordOpinion(here.by(here.captain), { ...recorded, witness: here.secretary }));
  }
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  const job = (await here.jobs()).find((waiting) => waiting.task === 'recheck.draw');
  assert.deepEqual(job?.payload, { community: here.slug, round: 1 });
  const draw = handlers['recheck.draw'];
  assert.ok(draw);
  await draw({ community: here.slug, round: 1 });
  await draw({ community: here.slug, round: 1 });
  const drawn = await sql<{ id: number }>('select id from recheck where community_id = $1', [here.communityId]);
  assert.equal(drawn.length, 2);
  const recheck = drawn[0]?.id ?? 0;
  const note = (by: number, outcome = 'different') => noteRecheck(here.by(by), { recheck, outcome });
  assert.equal(code(await note(here.captainBelow)), 'not_allowed');
  assert.equal(code(await note(here.captain)), 'second_person');
  assert.equal(code(await note(here.secretary)), 'second_person');
  done(await note(here.worker, 'not_reached'));
  done(await note(here.governance));
  assert.equal(code(await note(here.worker)), 'already_checked');
  const told = await sql(`select 1 from letter where community_id = $1 and kind = 'recheck_different'`, [
    here.communityId,
  ]);
  assert.equal(told.length, 1);
});

test('attack 14: ten doors in ten minutes, whatever their sender says of the hour: all of them are looked at again', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    const household = here.household('14', index);
    const recorded = { round: 1, household, stance: 'support', channel: 'door', proof: 'signature_photo', photo };
    done(
      await recordOpinion(here.by(here.captain), {
        ...recorded,
        capturedAt: `2022-03-02T0${index % 8}:${10 + index}:00Z`,
      }),
    );
  }
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  await handlers['recheck.draw']?.({ community: here.slug, round: 1 });
  const drawn = await sql<{ id: number }>('select id from recheck where community_id = $1 order by id', [
    here.communityId,
  ]);
  assert.equal(drawn.length, 11);
  const sources = async () => (await boardRound(here.slug, { no: 1 }))?.sources;
  const of = { own: 0, recorded: 11, met: 0, drawn: 11 };
  for (const [index, { id: recheck }] of drawn.entries()) {
    const outcome = index < 4 ? 'same' : index < 7 ? 'different' : 'not_reached';
    if (index === 10)
      assert.deepEqual(await sources(), { ...of, asked: null, same: null, different: null, notReached: null });
    done(await noteRecheck(here.by(here.worker), { recheck, outcome }));
  }
  assert.deepEqual(await sources(), { ...of, asked: 7, same: 4, different: 3, notReached: 4 });
});

test('attack 14: what is said by somebody let in while the round runs is looked at again, not by who let them in', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const home = here.household('14', 0);
  const [settled, newcomer] = [await here.resident(here.household('14', 1)), await here.resident(home)];
  await sql('update residency set from_at = $3, confirmed_by = $2 where person_id = $1', [
    ...[newcomer, here.worker, new Date('2022-03-04T02:00:00Z')],
  ]);
  here.at('2022-03-05');
  for (const person of [settled, newcomer]) done(await giveOpinion(here.by(person), { round: 1, stance: 'support' }));
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  await handlers['recheck.draw']?.({ community: here.slug, round: 1 });
  const drawn = await sql<{ id: number; household: number }>(
    `select k.id, o.household_id as household from recheck k join opinion o on o.id = k.opinion_id
     where k.community_id = $1`,
    [here.communityId],
  );
  assert.deepEqual(
    drawn.map((one) => one.household),
    [home],
  );
  const note = (by: number) => noteRecheck(here.by(by), { recheck: drawn[0]?.id ?? 0, outcome: 'same' });
  assert.equal(code(await note(here.worker)), 'second_person');
  done(await note(here.governance));
});

test('the board does not tell one household that spoke for itself from the others', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const speaker = await here.resident(here.household('14', 0));
  done(await giveOpinion(here.by(speaker), { round: 1, stance: 'support' }));
  for (const index of [0, 1, 2, 3]) {
    const recorded = { round: 1, stance: 'support', channel: 'door', proof: 'read_back', witness: here.secretary };
    const household = here.household('14', index);
    if (index > 0) done(await recordOpinion(here.by(here.captain), { ...recorded, household }));
  }
  assert.equal((await boardRound(here.slug, { no: 1 }))?.sources, null);
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  const sources = (await boardRound(here.slug, { no: 1 }))?.sources;
  assert.deepEqual([sources?.own, sources?.recorded, sources?.drawn], [null, null, 0]);
});

test('a condition beside another stance is asked about, unless it is what the form began with', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const person = await here.resident(here.household('15', 2));
  const give = (said: object) => giveOpinion(here.by(person), { round: 1, ...said });
  const asked = await give({ stance: 'support', condition: '夜里要关灯' });
  assert.deepEqual(asked.ok ? {} : asked.refusal.fieldErrors, { condition: 'condition_idle' });
  done(await give({ stance: 'support_if', condition: '夜里要关灯' }));
  done(await give({ stance: 'oppose', ground: 'noise', condition: '夜里要关灯' }));
  const other = await give({ stance: 'oppose', ground: 'noise', condition: '再便宜点' });
  assert.deepEqual(other.ok ? {} : other.refusal.fieldErrors, { condition: 'condition_idle' });
});

test('attack 14: whoever speaks for a home says so instead of what they were shown; another word meanwhile is told, theirs kept', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 2);
  const [one, other] = [await here.resident(household), await here.resident(household)];
  const said = { round: 1, stance: 'oppose', ground: 'noise', words: '吵' };
  done(await giveOpinion(here.by(other), { round: 1, stance: 'support_if', condition: '装扶手', words: '行' }));
  const late = await giveOpinion(here.by(one), { ...said, shown: showing({}) });
  const stands = showing({ stance: 'support_if', condition: '装扶手', words: '行' });
  assert.deepEqual(late, {
    ok: false,
    refusal: {
      code: 'overtaken',
      details: { now_stance: 'support_if', now_condition: '装扶手', now_words: '行', shown: stands },
    },
  });
  assert.match(
    inWords(late.ok ? refuse('unknown').refusal : late.refusal, 'zh', messages).message,
    /还没有说过.*有条件同意.*装扶手/s,
  );
  assert.equal(code(await giveCommand(here.by(one), said)), 'invalid', 'nothing shown is nothing seen');
  done(await giveOpinion(here.by(one), { ...said, shown: stands }));
  assert.equal(code(await correctOpinion(here.by(other), { ...said, shown: stands })), 'overtaken');
});
