import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskLife, deskToday } from '@/features/desk/queries';
import { reopenProposal, resumeProposal } from '@/features/proposals/commands/reopen';
import { completeWorks } from '@/features/works/commands/complete';
import { resumeWorks } from '@/features/works/commands/start';
import { makeAccepted } from '@/tests/building';
import { code, done, photo } from '@/tests/consultation';
import { closeAll } from '@/tests/fixture';
import { followCallback, giveAcceptance } from '@/tests/shown';
import { closeWave, drawWave, noteCallback } from './commands';
import * as follow from './commands/follow';
import { callReason } from './components/words';
import { boardCallbacks, deskCallback, deskCallbacksOf, unsolvedCallbacks } from './queries';
import { room } from './room';

after(closeAll);

/** Completed on 2022-04-12; it is the day of the first wave. */
async function makeCompleted() {
  const here = await makeAccepted();
  done(await completeWorks(here.by(here.worker), { works: 1 }));
  here.at('2022-05-10');
  const stateOf = async () =>
    (await here.sql<{ state: string }>('select state from proposal where community_id = $1', [here.communityId]))[0]
      ?.state;
  const calls = (wave: string) =>
    here.sql<{ id: number; household: number; objector: boolean; group: number }>(
      `select cb.id, cb.household_id as household, cb.former_objector as objector, cb.group_id as "group"
         from callback cb join callback_wave v on v.community_id = cb.community_id and v.id = cb.wave_id
        where cb.community_id = $1 and v.wave = $2 and cb.at is null order by cb.id`,
      [here.communityId, wave],
    );
  type Answer = (call: { group: number }) => object;
  const content: Answer = () => ({ reached: 'yes', resolved: 'yes', satisfaction: 'satisfied' });
  /** Every call of a wave noted, then the wave closed. */
  const hold = async (wave: string, answer: Answer = content) => {
    for (const call of await calls(wave)) {
      done(await noteCallback(here.by(here.hotline), { callback: call.id, ...answer(call) }));
    }
    return done(await closeWave(here.by(here.hotline), { proposal: 1, wave }));
  };
  return { ...here, stateOf, calls, hold };
}

test('a wave is drawn once and when it is due, and whoever objected is always in it', async () => {
  const here = await makeCompleted();
  const first = { proposal: 1, wave: 'four_weeks' };
  here.at('2022-05-09');
  assert.equal(code(await drawWave(here.bySystem('callbacks_draw'), first)), 'not_due');
  here.at('2022-05-10');
  assert.equal(code(await drawWave(here.by(here.worker), first)), 'not_allowed');
  done(await drawWave(here.bySystem('callbacks_draw'), first));
  assert.equal(code(await drawWave(here.by(here.hotline), first)), 'drawn_already');
  assert.equal(await here.stateOf(), 'verifying');
  const drawn = await here.calls('four_weeks');
  assert.equal(drawn.filter((call) => call.group === here.above).length, 5);
  assert.equal(drawn.filter((call) => call.group === here.below).length, 5);
  assert.deepEqual(
    drawn.filter((call) => call.objector).map((call) => call.household),
    [here.household('15', 0)],
  );
});

test('snow is announced with its day', async () => {
  const here = await makeCompleted();
  const wave = { proposal: 1, wave: 'first_snow' };
  assert.equal(code(await drawWave(here.by(here.hotline), wave)), 'invalid');
  const early = { ...wave, snowOn: '2022-05-10' };
  assert.equal(code(await drawWave(here.by(here.hotline), early)), 'not_due');
  here.at('2022-11-21');
  done(await drawWave(here.by(here.hotline), { ...wave, snowOn: '2022-11-20' }));
});

test('until it has snowed, the day of the snow waits for the hotline, never overdue, and for everybody else the snow', async () => {
  const here = await makeCompleted();
  const waiting = async (person: number) =>
    ((await deskToday(here.by(person), {}))?.lines ?? []).filter(({ act }) => act === 'snow');
  const waits = async () => {
    const life = await deskLife(here.by(here.governance), { no: 1 });
    assert.ok(life);
    return room.desk.waits?.({ facts: life.facts, now: life.now, locale: 'zh' }).map(({ text }) => text);
  };
  const snowed = async () =>
    (await deskCallbacksOf(here.by(here.hotline), { no: 1 }))?.waves.map(({ snowedOn }) => snowedOn);
  const stands = async () => {
    const lines = await waiting(here.hotline);
    assert.deepEqual(
      lines.map(({ path, due }) => [path.join('/'), due]),
      [['callbacks/1', null]],
    );
    assert.deepEqual(await waiting(here.governance), []);
    assert.match((await waits())?.join() ?? '', /等头一场雪/);
  };
  await stands();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  await here.hold('four_weeks');
  await stands();
  here.at('2022-07-12');
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'ninety_days' }));
  await here.hold('ninety_days');
  await stands();
  assert.deepEqual(await snowed(), [null, null, null]);
  here.at('2022-11-21');
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'first_snow', snowOn: '2022-11-20' }));
  assert.deepEqual(await waiting(here.hotline), []);
  assert.deepEqual(await waits(), []);
  assert.deepEqual(await snowed(), [null, null, '2022-11-20']);
});

test('only the hotline calls, never who handled it, and a wave with open calls does not close', async () => {
  const here = await makeCompleted();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  const [call] = await here.calls('four_weeks');
  const note = { callback: call?.id, reached: 'yes', resolved: 'yes', satisfaction: 'satisfied' };
  assert.equal(code(await noteCallback(here.by(here.worker), note)), 'not_allowed');
  await here.grant(here.author, 'hotline');
  assert.equal(code(await noteCallback(here.by(here.author), note)), 'handler_calls');
  assert.equal(code(await noteCallback(here.by(here.hotline), { ...note, satisfaction: '' })), 'invalid');
  assert.equal(code(await closeWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' })), 'calls_open');
  done(await noteCallback(here.by(here.hotline), note));
});

test('who reported or checked a milestone does not ask the households about it, and is told why', async () => {
  const here = await makeCompleted();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  const [call] = await here.calls('four_weeks');
  const note = { callback: call?.id, reached: 'yes', resolved: 'yes', satisfaction: 'satisfied' };
  const block = async (person: number) => (await deskCallbacksOf(here.by(person), { no: 1 }))?.block?.code ?? null;
  const asked = async (person: number) =>
    (await deskToday(here.by(person), {}))?.lines.some((line) => line.act === 'callbacks');
  const checker = await here.staff('hotline');
  assert.equal(await block(checker), null);
  assert.equal(await asked(checker), true);
  await here.sql('update milestone set checked_by = $2 where community_id = $1', [here.communityId, checker]);
  await here.grant(here.property, 'hotline');
  for (const person of [here.property, checker]) {
    assert.equal(await block(person), 'builder_calls');
    assert.equal(code(await noteCallback(here.by(person), note)), 'builder_calls');
    assert.equal(
      (await deskCallback(here.by(person), { no: 1, callback: call?.id ?? 0 }))?.block?.code,
      'builder_calls',
    );
    assert.equal(await asked(person), false);
  }
  for (const locale of ['zh', 'en'] as const)
    assert.match(callReason({ code: 'builder_calls' }, locale) ?? '', /节点|milestone/);
  assert.equal(await block(here.hotline), null);
  done(await noteCallback(here.by(here.hotline), note));
});

test('when the last call of a wave is made, closing it waits for the hotline, and for nobody before', async () => {
  const here = await makeCompleted();
  const waiting = async () => {
    const today = await deskToday(here.by(here.hotline), {});
    return today?.lines.flatMap((line) => (['wave', 'callbacks'].includes(line.act) ? [line.act] : []));
  };
  assert.deepEqual(await waiting(), []);
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  const calls = await here.calls('four_weeks');
  const listed = (await deskCallbacksOf(here.by(here.hotline), { no: 1 }))?.calls ?? [];
  const doors = listed.filter((one) => !one.objector).map(({ door }) => door);
  const asDoors = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  assert.deepEqual(doors, [...doors].sort(asDoors));
  for (const [nth, { id }] of calls.entries()) {
    assert.deepEqual(await waiting(), ['callbacks'], `after ${nth}`);
    done(await noteCallback(here.by(here.hotline), { callback: id, reached: 'no' }));
  }
  assert.deepEqual(await waiting(), ['wave']);
  done(await closeWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  assert.deepEqual(await waiting(), []);
});

test('three waves with every group content: verified; numbers come only when a wave is over', async () => {
  const here = await makeCompleted();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  assert.deepEqual((await boardCallbacks(here.slug, { proposal: 1 }))?.[0]?.groups, []);
  assert.equal((await here.hold('four_weeks')).state, 'verifying');
  const board = await boardCallbacks(here.slug, { proposal: 1 });
  assert.deepEqual(board?.[0]?.groups, [
    { name: '14号楼', households: 12, asked: 5, answered: 5, content: null, agrees: true, silent: 0 },
    { name: '15号楼', households: 8, asked: 5, answered: 5, content: null, agrees: true, silent: 0 },
  ]);
  here.at('2022-07-12');
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'ninety_days' }));
  await here.hold('ninety_days');
  here.at('2022-11-21');
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'first_snow', snowOn: '2022-11-20' }));
  assert.equal((await here.hold('first_snow')).state, 'verified');
  assert.equal(await here.stateOf(), 'verified');
});

test('one group below its floor reopens it, however content the other is', async () => {
  const here = await makeCompleted();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  const closed = await here.hold('four_weeks', ({ group }) => ({
    reached: 'yes',
    resolved: 'no',
    satisfaction: group === here.below ? 'dissatisfied' : 'satisfied',
  }));
  assert.equal(closed.state, 'reopened');
  const late = await noteCallback(here.by(here.hotline), { callback: 1, reached: 'no' });
  assert.equal(late.ok, false);
});

test('a group in which nobody answered passes nothing', async () => {
  const here = await makeCompleted();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  const closed = await here.hold('four_weeks', ({ group }) =>
    group === here.above ? { reached: 'no' } : { reached: 'yes', resolved: 'yes', satisfaction: 'satisfied' },
  );
  assert.equal(closed.state, 'reopened');
});

test('the call list is for the hotline; others at the desk see the waves', async () => {
  const here = await makeCompleted();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  const as = (person: number) => deskCallbacksOf({ by: { person }, community: here.slug }, { no: 1 });
  assert.equal((await as(here.hotline))?.calls.length, 10);
  assert.deepEqual((await as(here.worker))?.calls, []);
  assert.equal(await as(here.person('14', 0)), undefined);
});

test('what is reopened, built on and completed again is accepted and verified anew', async () => {
  const here = await makeCompleted();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  const unhappy = () => ({ reached: 'yes', resolved: 'no', satisfaction: 'dissatisfied' });
  assert.equal((await here.hold('four_weeks', unhappy)).state, 'reopened');
  const again = { to: 'building', reason: '护栏松了', responsible: '物业', dueOn: '2022-06-01' };
  done(await resumeProposal(here.by(here.governance), { proposal: 1, ...again }));
  assert.equal(code(await completeWorks(here.by(here.worker), { works: 1 })), 'not_at_this_step');
  const [job] = (await here.jobs()).filter(({ task }) => task === 'works_resume');
  assert.deepEqual(job?.payload, { community: here.slug, proposal: 1 });
  done(await resumeWorks(here.bySystem('works_resume'), job?.payload));
  assert.equal(code(await completeWorks(here.by(here.worker), { works: 1 })), 'not_accepted');
  here.at('2022-05-20');
  for (const building of ['14', '15'] as const) {
    done(await giveAcceptance(here.by(here.person(building, 0)), { works: 1, outcome: 'accepted' }));
  }
  done(await completeWorks(here.by(here.worker), { works: 1 }));
  assert.equal((await boardCallbacks(here.slug, { proposal: 1 }))?.length, 1, 'the first numbers stay until new ones');
  here.at('2022-06-17');
  done(await drawWave(here.bySystem('callbacks_draw'), { proposal: 1, wave: 'four_weeks' }));
  assert.equal(await here.stateOf(), 'verifying');
  assert.deepEqual((await boardCallbacks(here.slug, { proposal: 1 }))?.[0]?.groups, []);
  assert.equal((await here.hold('four_weeks')).state, 'verifying');
});

test('what was asked of the first completion is over once it is completed again: nobody calls, no wave of it is closed', async () => {
  const here = await makeCompleted();
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'first_snow', snowOn: '2022-05-01' }));
  const before = await here.calls('first_snow');
  const content = { reached: 'yes', resolved: 'yes', satisfaction: 'satisfied' };
  for (const { id } of before.slice(1)) done(await noteCallback(here.by(here.hotline), { callback: id, ...content }));
  done(await reopenProposal(here.by(here.person('14', 0)), { proposal: 1, reason: '护栏松了', photo }));
  const again = { to: 'building', reason: '护栏松了', responsible: '物业', dueOn: '2022-06-01' };
  done(await resumeProposal(here.by(here.governance), { proposal: 1, ...again }));
  done(await resumeWorks(here.bySystem('works_resume'), { proposal: 1 }));
  here.at('2022-05-20');
  for (const building of ['14', '15'] as const) {
    done(await giveAcceptance(here.by(here.person(building, 0)), { works: 1, outcome: 'accepted' }));
  }
  done(await completeWorks(here.by(here.worker), { works: 1 }));
  here.at('2022-06-17');
  done(await drawWave(here.bySystem('callbacks_draw'), { proposal: 1, wave: 'four_weeks' }));
  const [call] = before;
  const unhappy = { callback: call?.id, ...content, satisfaction: 'dissatisfied' };
  assert.equal(code(await noteCallback(here.by(here.hotline), unhappy)), 'wave_of_before');
  assert.equal(code(await closeWave(here.by(here.hotline), { proposal: 1, wave: 'first_snow' })), 'wave_of_before');
  assert.equal((await deskToday(here.by(here.hotline), {}))?.lines.find((line) => line.act === 'callbacks')?.count, 10);
  assert.equal((await here.hold('four_weeks')).state, 'verifying');
});

test('whoever says that it is not solved is answered, by the office only where they let it know who they are', async () => {
  const here = await makeCompleted();
  const waiting = async (person: number) =>
    (await deskToday(here.by(person), {}))?.lines.flatMap((line) =>
      line.act.startsWith('unsolved') ? [[line.act, line.count]] : [],
    );
  done(await drawWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  const [one, two, three, ...others] = await here.calls('four_weeks');
  const note = (call: { id: number } | undefined, more: object) =>
    noteCallback(here.by(here.hotline), { callback: call?.id, reached: 'yes', satisfaction: 'satisfied', ...more });
  done(await note(one, { resolved: 'no', words: '扶手松', mayTell: 'yes' }));
  done(await note(two, { satisfaction: 'dissatisfied', words: '吵' }));
  done(await note(three, { resolved: 'yes', mayTell: 'yes' }));
  for (const call of others) done(await note(call, { resolved: 'yes' }));
  assert.deepEqual(await waiting(here.worker), [['unsolved', 1]]);
  assert.deepEqual(
    await waiting(here.hotline),
    [
      ['wave', null],
      ['unsolvedUntold', 1],
    ].slice(1),
  );
  const seen = async (person: number) =>
    (await unsolvedCallbacks(here.by(person), { no: 1 }))?.calls.map(({ id }) => id);
  assert.deepEqual(await seen(here.worker), [one?.id]);
  assert.deepEqual(await seen(here.hotline), [two?.id]);
  for (const person of [here.property, here.person('14', 0)]) assert.equal(await seen(person), undefined);
  const answer = (person: number, call: { id: number } | undefined) =>
    followCallback(here.by(person), { callback: call?.id, words: '周五前换好' });
  assert.equal(code(await answer(here.worker, two)), 'not_allowed');
  assert.equal(code(await answer(here.hotline, one)), 'not_allowed');
  assert.equal(code(await answer(here.worker, three)), 'nothing_to_follow');
  assert.equal(code(await followCallback(here.by(here.worker), { callback: one?.id, words: ' ' })), 'invalid');
  done(await closeWave(here.by(here.hotline), { proposal: 1, wave: 'four_weeks' }));
  assert.deepEqual(await waiting(here.worker), [['unsolved', 1]], 'also when the wave is over');
  const unseen = { callback: one?.id, words: '换好了', shown: '{"words":"扶手晃"}' };
  assert.equal(code(await follow.followCallback(here.by(here.worker), unseen)), 'overtaken');
  done(await answer(here.worker, one));
  const again = await followCallback(here.by(here.worker), { callback: one?.id, words: '别的话' });
  assert.equal(code(again), 'followed_already');
  assert.deepEqual(await waiting(here.worker), []);
  const letters = await here.sql<{ household: number; answer: string }>(
    `select household_id as household, detail ->> 'answer' as answer from letter
      where community_id = $1 and kind = 'callback_followed'`,
    [here.communityId],
  );
  assert.deepEqual(letters, [{ household: one?.household, answer: '周五前换好' }]);
});
