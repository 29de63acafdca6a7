import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskToday } from '@/features/desk/queries';
import { myLetters } from '@/features/me/queries';
import { closeAll, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { team } from '@/tests/stewards';
import { boardStewards } from '../queries/board';
import { deskSteward, deskStewards } from '../queries/desk';
import { myService } from '../queries/mine';
import { confirmShift, correctHours } from './hours';
import { endSteward, nameSteward, showName } from './team';
import { giveShift, keepShift, offerShift, planShifts, removeShift, returnShift, takeShift } from './turns';

after(closeAll);

test('a turn that somebody cannot come to is a gap until another takes it, and nobody takes two at once', async () => {
  const { here, worker, one, two, first, second, turns, plan } = await team();
  assert.equal(code(await plan(first, { day: '2022-02-28' })), 'day_past');
  assert.equal(value(await plan(first, { weeks: '3' })).shifts, 3);
  assert.equal(code(await plan(first)), 'planned_already');
  const [shift] = (await turns()).map(({ id }) => id);
  assert.equal(code(await takeShift(here.by(two), { shift })), 'not_offered');
  assert.equal(code(await offerShift(here.by(two), { shift })), 'not_allowed');
  value(await offerShift(here.by(one), { shift, words: '带孙子打针' }));
  const onDuty = async () => (await boardStewards(here.slug, {}))?.rota[0]?.who;
  assert.equal(await onDuty(), null);
  assert.equal((await turns())[0]?.vacant, true);
  assert.equal(code(await takeShift(here.by(one), { shift })), 'own_shift');
  assert.equal(code(await takeShift(here.by(worker), { shift })), 'not_found');
  here.at('2022-03-01T10:00');
  value(await plan(second, { vacant: 'seen' }));
  assert.equal(code(await takeShift(here.by(two), { shift })), 'shift_taken');
  await sql('delete from duty_shift where community_id = $1 and steward_id = $2', [here.communityId, second]);
  const open = (await myService(two, {}))[0]?.turns.map(({ others, offerWords }) => [others, offerWords]);
  assert.deepEqual(open, [[true, '带孙子打针']]);
  value(await takeShift(here.by(two), { shift }));
  assert.deepEqual(await onDuty(), { kind: 'volunteer', name: '' });
  const letters = (await myLetters(one, { after: null })).letters.map(({ kind }) => kind);
  assert.deepEqual(letters, ['shift_taken', 'shift_planned', 'steward_named']);
});

test('hours are confirmed after the turn, by the office and by nobody for themself; who leaves leaves gaps, in numbers', async () => {
  const { here, worker, secretary, first, one, turns, plan, phone } = await team();
  value(await plan(first, { weeks: '2' }));
  const own = value(await nameSteward(here.by(secretary), { phone: await phone(worker), kind: 'office' })).steward;
  value(await plan(own, { part: 'evening' }));
  const [mine, workers] = (await turns()).map(({ id }) => id);
  assert.equal(code(await confirmShift(here.by(worker), { shift: mine, minutes: '180' })), 'shift_ahead');
  here.at('2022-03-02T20:00');
  value(await confirmShift(here.by(worker), { shift: mine, minutes: '170' }));
  assert.equal(code(await confirmShift(here.by(worker), { shift: mine, minutes: '180' })), 'confirmed_already');
  assert.equal(code(await confirmShift(here.by(worker), { shift: workers, minutes: '180' })), 'second_person');
  value(await confirmShift(here.by(secretary), { shift: workers, minutes: '180' }));
  assert.deepEqual(
    (await myService(one, {})).map(({ times, minutes }) => [times, minutes]),
    [[1, 170]],
  );
  assert.equal((await deskSteward(here.by(worker), { no: first }))?.shifts, 1);
  const leave = { steward: first, reason: '搬走了' };
  const asked = await endSteward({ ...here.by(worker), undoes: '' }, leave);
  assert.ok(!asked.ok);
  assert.deepEqual([asked.refusal.code, asked.refusal.details?.shifts], ['undoes', 1]);
  value(await endSteward({ ...here.by(worker), undoes: String(asked.refusal.details?.undoes) }, leave));
  const gap = (await turns()).find(({ day }) => day === '2022-03-09');
  assert.deepEqual([gap?.vacant, gap?.left], [true, true], 'nobody’s, and not to be kept by whoever left');
  assert.equal(code(await showName(here.by(one), { steward: first, name: '老刘' })), 'left_the_team');
  assert.equal((await myService(one, {}))[0]?.minutes, 170, 'the hours stay');
});

test('nobody is in two turns at once, neither by standing in nor by the rota, nor in the table', async () => {
  const { here, worker, one, two, first, second, turns, plan } = await team();
  value(await plan(first));
  const [shift] = (await turns()).map(({ id }) => id);
  value(await offerShift(here.by(one), { shift }));
  value(await takeShift(here.by(two), { shift }));
  assert.equal(code(await plan(second)), 'planned_already');
  assert.equal(value(await plan(second, { part: 'evening' })).shifts, 1);
  assert.equal(
    code(await planShifts(here.by(worker), { steward: second, day: '2022-02-23', part: 'morning', weeks: '2' })),
    'day_past',
  );
  await assert.rejects(
    sql(
      `insert into duty_shift (community_id, day, part, steward_id, at) values ($1, '2022-03-02', 'morning', $2, moment())`,
      [here.communityId, second],
    ),
    /duty_shift_once/,
  );
});

test('who can come after all keeps the turn while nobody has taken it; who cannot stand in gives it back', async () => {
  const { here, worker, one, two, first, turns, plan } = await team();
  value(await plan(first));
  const shift = (await turns())[0]?.id;
  const how = async () => (await turns()).map(({ offered, standIn, vacant }) => [offered, standIn !== null, vacant])[0];
  assert.equal(code(await keepShift(here.by(one), { shift })), 'not_offered');
  value(await offerShift(here.by(one), { shift, words: '带孙子打针' }));
  assert.equal(code(await keepShift(here.by(two), { shift })), 'not_allowed');
  value(await keepShift(here.by(one), { shift }));
  assert.deepEqual(await how(), [false, false, false]);
  value(await offerShift(here.by(one), { shift, words: '带孙子打针' }));
  assert.equal(code(await returnShift(here.by(worker), { shift })), 'nobody_stands_in');
  value(await takeShift(here.by(two), { shift }));
  assert.equal(code(await keepShift(here.by(one), { shift })), 'shift_taken');
  assert.equal(code(await returnShift(here.by(one), { shift })), 'not_allowed');
  value(await returnShift(here.by(two), { shift }));
  assert.deepEqual(await how(), [true, false, true]);
  assert.equal((await myLetters(one, { after: null })).letters[0]?.kind, 'shift_returned');
});

test('an evening is confirmed in the evening; a turn under way stays with whoever leaves, and its hours too', async () => {
  const { here, worker, one, two, first, turns, plan } = await team();
  value(await plan(first, { part: 'evening' }));
  value(await plan(first));
  const [morning, evening] = (await turns()).map(({ id }) => id);
  here.at('2022-03-02T00:00');
  const confirm = (shift: number | undefined) => confirmShift(here.by(worker), { shift, minutes: '180' });
  assert.equal(code(await confirm(morning)), 'shift_ahead');
  here.at('2022-03-02T12:00');
  assert.equal(code(await confirm(evening)), 'shift_ahead');
  assert.equal(code(await offerShift(here.by(one), { shift: morning })), 'shift_over');
  const leave = { steward: first, reason: '搬走了' };
  const asked = await endSteward({ ...here.by(worker), undoes: '' }, leave);
  assert.equal(!asked.ok && asked.refusal.details?.shifts, 1, 'the morning is served');
  value(await endSteward({ ...here.by(worker), undoes: String(!asked.ok && asked.refusal.details?.undoes) }, leave));
  value(await confirm(morning));
  assert.deepEqual(
    (await myService(one, {})).map(({ minutes }) => minutes),
    [180],
  );
  assert.equal(code(await keepShift(here.by(worker), { shift: evening })), 'left_the_team');
  value(await takeShift(here.by(two), { shift: evening }));
});

test('hours that were written down wrongly are put right with a reason, by nobody for themself, and told', async () => {
  const { here, worker, secretary, one, first, turns, plan } = await team();
  value(await plan(first));
  const shift = (await turns())[0]?.id;
  const correct = { shift, minutes: '120', reason: '十点就回家了' };
  assert.equal(code(await correctHours(here.by(worker), correct)), 'not_confirmed');
  here.at('2022-03-02T12:00');
  value(await confirmShift(here.by(worker), { shift, minutes: '180' }));
  assert.equal(code(await correctHours(here.by(one), correct)), 'not_allowed');
  value(await correctHours(here.by(secretary), correct));
  assert.equal((await myService(one, {}))[0]?.minutes, 120);
  assert.equal((await myLetters(one, { after: null })).letters[0]?.kind, 'hours_corrected');
});

test('turns to come do not stand behind those that wait for their hours, and both are read to their end', async () => {
  const { here, worker, first } = await team();
  await sql(
    `insert into duty_shift (community_id, day, part, steward_id, at)
     select $1, day, part, $2, moment() from generate_series(date '2022-02-09', date '2022-03-20', interval '1 day') day,
       unnest(array['morning', 'evening']) part`,
    [here.communityId, first],
  );
  const read = async (over: boolean) => {
    const days: string[] = [];
    for (let after: number | null = null; ; ) {
      const page = await deskStewards(here.by(worker), { over, after });
      days.push(...(page?.turns ?? []).map(({ day, part }) => `${day} ${part}`));
      after = page?.next ?? null;
      if (after === null) return days;
    }
  };
  const ahead = await read(false);
  assert.deepEqual([ahead[0], ahead.length], ['2022-03-01 morning', 40]);
  const were = await read(true);
  assert.deepEqual([were[0], were.length, new Set(were).size], ['2022-02-09 morning', 41, 41]);
  assert.equal((await deskStewards(here.by(worker), {}))?.waiting, 40);
});

test('a turn planned by mistake is taken off by the office alone, in numbers, and whoever was to come is told; one that is over stays', async () => {
  const { here, worker, one, two, first, turns, plan } = await team();
  value(await plan(first, { weeks: '2' }));
  const [shift, next] = (await turns()).map(({ id }) => id);
  value(await offerShift(here.by(one), { shift }));
  value(await takeShift(here.by(two), { shift }));
  const off = { shift, reason: '那天停电' };
  assert.equal(code(await removeShift(here.by(one), off)), 'not_allowed');
  const asked = await removeShift({ ...here.by(worker), undoes: '' }, off);
  assert.ok(!asked.ok);
  assert.deepEqual([asked.refusal.code, asked.refusal.details?.turns], ['undoes', 1]);
  value(await removeShift({ ...here.by(worker), undoes: String(asked.refusal.details?.undoes) }, off));
  assert.deepEqual(
    (await turns()).map(({ id }) => id),
    [next],
  );
  for (const person of [one, two])
    assert.equal((await myLetters(person, { after: null })).letters[0]?.kind, 'shift_removed');
  value(await plan(first, {}));
  here.at('2022-03-09T12:30');
  assert.equal(code(await removeShift(here.by(worker), { shift: next, reason: '记错了' })), 'shift_over');
});

test('who cannot come asks the whole team, the desk has it among what waits, and the office names who stands in', async () => {
  const { here, worker, one, two, first, second, name, turns, plan } = await team();
  const three = await here.resident(here.household('15', 1));
  const third = value(await name(three)).steward;
  value(await plan(first));
  value(await plan(third));
  const shift = (await turns()).find(({ free, vacant }) => !vacant && free === null)?.id ?? 0;
  const waits = async () =>
    (await deskToday(here.by(worker), {}))?.lines.flatMap(({ act, path }) => (act === 'shift_vacant' ? path : []));
  const news = async (person: number) => (await myLetters(person, { after: null })).letters.map(({ kind }) => kind);
  assert.deepEqual(await waits(), []);
  value(await offerShift(here.by(one), { shift }));
  assert.deepEqual([(await news(two))[0], (await news(three)).includes('shift_offered')], ['shift_offered', false]);
  assert.deepEqual(await waits(), [`stewards#shift-${shift}`]);
  assert.deepEqual(
    (await turns())[0]?.free?.map(({ id }) => id),
    [second],
  );
  assert.equal(code(await giveShift(here.by(two), { shift, steward: second })), 'not_allowed');
  assert.equal(code(await giveShift(here.by(worker), { shift, steward: first })), 'own_shift');
  assert.equal(code(await giveShift(here.by(worker), { shift, steward: third })), 'shift_taken');
  assert.equal(code(await plan(second)), 'vacant_then');
  value(await giveShift(here.by(worker), { shift, steward: second }));
  assert.deepEqual([(await news(one))[0], (await news(two))[0]], ['shift_taken', 'shift_given']);
  assert.deepEqual(await waits(), []);
  value(await returnShift(here.by(two), { shift }));
  assert.deepEqual([(await news(one))[0], (await waits())?.length], ['shift_returned', 1]);
});
