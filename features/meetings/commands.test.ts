import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { havingSeen } from '@/db/seed/shown';
import { exportOfMe } from '@/features/account/queries';
import { recordOpinion } from '@/features/opinions/commands/record';
import { doorHousehold } from '@/features/opinions/queries/household';
import { boardStory } from '@/features/story/queries';
import { canonical, sha256 } from '@/lib/ledger';
import { closeAll, sql } from '@/tests/fixture';
import { meetingAbout } from '@/tests/meetings';
import { code, value } from '@/tests/office';
import { giveOpinion } from '@/tests/shown';
import { callMeeting, cancelMeeting, moveMeeting } from './commands/call';
import { answerCorrection, correctMinutes, fixMinutes } from './commands/correct';
import { strike, tellThere, tick } from './commands/door';
import { keepPromise } from './commands/minutes';
import { handlers } from './jobs';
import { boardMeeting, boardMeetings } from './queries/board';
import { deskMeeting } from './queries/desk';
import { doorHall, doorMeeting } from './queries/door';
import { myMeeting, myMeetings } from './queries/mine';

after(closeAll);

test('whom it concerns is written to once, by affected group and entrance; nobody at all is no meeting', async () => {
  const { here, worker, invited, call, letters } = await meetingAbout();
  assert.equal(invited, 12);
  assert.deepEqual(await letters(1), ['meeting_called', 'round_opened']);
  const both = value(await call({ groups: [String(here.above), String(here.below)] }));
  assert.equal(both.invited, 20, 'a household of an entrance and of a group is one');
  const wrong = async (given: Record<string, unknown>) => {
    const refused = await call(given);
    return refused.ok ? null : refused.refusal.fieldErrors;
  };
  assert.deepEqual(await wrong({ entrances: [] }), { groups: 'nobody_invited' });
  assert.equal(code(await call({ startsAt: '2022-03-01T08:00' })), 'in_the_past');
  assert.equal(code(await call({ title: '张女士家的路' })), 'names_a_person');
  assert.deepEqual(
    await wrong({ title: '', entrances: [], proposals: undefined }),
    { title: 'required', proposals: 'choose_one', groups: 'nobody_invited' },
    'what is wrong with a form is said at once',
  );
  assert.deepEqual(
    await wrong({ title: '张女士家的路', place: '14号楼301室', startsAt: '2022-03-01T08:00', proposals: ['99'] }),
    { title: 'names_a_person', place: 'names_a_door', startsAt: 'in_the_past', proposals: 'not_discussed_now' },
  );
  assert.equal(code(await callMeeting(here.by(here.captain), { title: '会' })), 'invalid');
  await sql(`update proposal set state = 'withdrawn' where community_id = $1`, [here.communityId]);
  assert.equal(code(await call()), 'not_discussed_now');
  assert.equal((await boardMeetings(here.slug, {}))?.coming.length, 2);
  assert.equal((await boardStory(here.slug, { no: 1 }))?.meetings.length, 2);
  assert.equal(await deskMeeting(here.by(here.author), { no: 1 }), undefined);
  assert.ok(await deskMeeting(here.by(worker), { no: 1 }));
});

test('moved and called off it costs those invited a letter, which is said before it is done', async () => {
  const { here, worker, meeting, letters } = await meetingAbout();
  const by = here.by(worker);
  const move = havingSeen(moveMeeting);
  const first = await move({ ...by, undoes: '' }, { meeting, startsAt: '2022-03-05T19:00', reason: '下雨' });
  assert.deepEqual([code(first), !first.ok && first.refusal.details?.movedMeeting], ['undoes', 12]);
  value(await move(by, { meeting, startsAt: '2022-03-05T19:00', reason: '下雨' }));
  const off = await havingSeen(cancelMeeting)({ ...by, undoes: '' }, { meeting, reason: '停电' });
  assert.equal(!off.ok && off.refusal.details?.invited, 12);
  value(await havingSeen(cancelMeeting)(by, { meeting, reason: '停电' }));
  assert.deepEqual((await letters(2)).slice(0, 2), ['meeting_cancelled', 'meeting_moved']);
  here.at('2022-03-05T19:00');
  assert.equal(code(await tick(by, { meeting, households: [String(here.household('14', 0))] })), 'meeting_cancelled');
});

test('each household is on the list once, whoever ticks it and however often; the doors open an hour before', async () => {
  const { here, worker, meeting, homes, people, entrance, ticked } = await meetingAbout();
  const [home = 0] = homes;
  here.at('2022-03-03T17:59');
  assert.equal(code(await ticked(0)), 'doors_closed');
  here.at('2022-03-03T18:00');
  const both = await Promise.all([
    tick(here.by(worker), { meeting, households: [String(home), String(homes[1])] }),
    tick(here.by(here.captain), { meeting, households: [String(home)] }),
    tellThere(here.by(people[0] ?? 0), { meeting, household: home }),
  ]);
  assert.ok(both[0]?.ok && both[1]?.ok);
  assert.equal(
    (await doorHall(here.by(here.captain), { no: meeting, entrance }))?.homes.filter((one) => one.there).length,
    2,
  );
  const [{ n } = { n: 0 }] = await sql<{ n: number }>(
    'select count(*)::int as n from attendance where community_id = $1',
    [here.communityId],
  );
  assert.equal(n, 2);
  assert.equal(code(await tick(here.by(here.captainBelow), { meeting, households: [String(home)] })), 'not_allowed');
  assert.equal(code(await tellThere(here.by(people[1] ?? 0), { meeting, household: home })), 'not_allowed');
  value(await strike(here.by(people[0] ?? 0), { meeting, household: home }));
  assert.equal(code(await strike(here.by(worker), { meeting, household: home })), 'not_there');
  assert.equal(value(await ticked(0, 1)).ticked, 1, 'struck off, and ticked again');
  here.at('2022-03-03T20:30');
  assert.equal(code(await tellThere(here.by(people[2] ?? 0), { meeting, household: homes[2] })), 'meeting_over');
  assert.equal(value(await ticked(2)).ticked, 1, 'from the list on paper it is still taken over');
});

test('what is said at the meeting is one more way to be heard and counts nobody twice; the list is its proof', async () => {
  const { here, worker, meeting, homes, people, ticked } = await meetingAbout();
  const record = (n: number, more: Record<string, unknown> = {}) =>
    havingSeen(recordOpinion)(here.by(here.captain), {
      round: 1,
      household: homes[n],
      stance: 'support',
      channel: 'meeting',
      proof: 'attendance',
      ...more,
    });
  here.at('2022-03-03T19:10');
  value(await ticked(0, 1));
  assert.equal(code(await record(2)), 'not_at_the_meeting');
  assert.equal(code(await record(0, { proof: 'read_back', witnessName: '王阿姨' })), 'proof_missing');
  assert.equal(code(await record(0, { channel: 'door' })), 'proof_missing');
  value(
    await giveOpinion(here.by(people[1] ?? 0), { round: 1, household: homes[1], stance: 'oppose', ground: 'noise' }),
  );
  value(await record(0));
  value(await record(1));
  const page = await doorHousehold(here.by(here.captain), { no: 1, household: homes[1] ?? 0 });
  assert.deepEqual([page?.door.current?.own, page?.door.state, page?.met?.no], [true, 'oppose', meeting]);
  const [{ n } = { n: 0 }] = await sql<{ n: number }>(
    `select count(distinct household_id)::int as n from opinion where community_id = $1`,
    [here.communityId],
  );
  assert.equal(n, 2);
  const hall = await doorMeeting(here.by(worker), { no: meeting });
  assert.deepEqual(
    hall?.present.map(({ rounds }) => rounds.map(({ met, heard }) => [met, heard])),
    [[[true, true]], [[true, true]]],
  );
  assert.equal(code(await strike(here.by(worker), { meeting, household: homes[0] })), 'spoke_there');
  value(await giveOpinion(here.by(people[0] ?? 0), { round: 1, household: homes[0], stance: 'no_view' }));
  value(await strike(here.by(people[0] ?? 0), { meeting, household: homes[0] }));
  await assert.rejects(
    sql(
      `insert into opinion (community_id, round_id, plan_version, household_id, seq, prev_seq, stance, channel, meeting_id, proof, own, captured_at)
       select o.community_id, o.round_id, o.plan_version, o.household_id, 3, 2, 'support', 'meeting', m.id, 'attendance', false, moment()
         from opinion o join meeting m on m.community_id = o.community_id
        where o.community_id = $1 and o.household_id = $2 and o.seq = 2`,
      [here.communityId, homes[0]],
    ),
    /not said at this meeting/,
  );
});

test('nobody reads the minutes before they are out; those who were there put them right; then they are fixed', async () => {
  const of = await meetingAbout();
  const { here, worker, meeting, homes, people, ticked, write, open } = of;
  here.at('2022-03-03T18:59');
  assert.equal(code(await write()), 'not_begun');
  here.at('2022-03-03T19:05');
  value(await ticked(0, 1));
  value(await write());
  assert.equal(code(await write()), 'stale', 'somebody else has written meanwhile');
  assert.equal(code(await open()), 'not_over');
  here.at('2022-03-04T09:00');
  assert.equal(code(await write({ version: '1', said: '101室怕吵' })), 'names_a_door');
  const quiet = await boardMeeting(here.slug, { no: meeting });
  assert.deepEqual([quiet?.items[0]?.said, quiet?.items[0]?.promises.length, quiet?.present], ['', 0, null]);
  assert.equal((await myMeeting(here.by(people[0] ?? 0), { no: meeting }))?.items[0]?.said, '');
  value(await open());
  assert.equal((await boardMeeting(here.slug, { no: meeting }))?.items[0]?.decided, '再量一次坡。');
  assert.equal(code(await write({ version: '1' })), 'minutes_out');
  assert.equal(code(await ticked(3)), 'minutes_out');
  const say = (n: number, words = '说的是怕夜里吵') =>
    correctMinutes(here.by(people[n] ?? 0), { meeting, household: homes[n], position: '1', words });
  assert.equal(code(await say(2)), 'not_there');
  assert.equal(code(await say(0, '李大妈没说')), 'names_a_person');
  value(await say(0));
  value(await say(1));
  const answer = (correction: number, more: Record<string, unknown>) =>
    havingSeen(answerCorrection)(here.by(worker), { meeting, correction, answer: '核对了录音', ...more });
  assert.equal(
    code(await answer(1, { outcome: 'adopted', said: '有人怕滑，有人怕吵。', decided: '再量一次坡。' })),
    'nothing_put_right',
  );
  assert.equal(code(await answer(1, { outcome: 'adopted', said: '有人怕夜里吵。' })), 'words_missing');
  value(await answer(1, { outcome: 'adopted', said: '有人怕滑，有人怕夜里吵。', decided: '再量一次坡。' }));
  assert.equal(code(await answer(1, { outcome: 'kept' })), 'answered_already');
  const board = await boardMeeting(here.slug, { no: meeting });
  assert.deepEqual([board?.items[0]?.said, board?.items[0]?.changed], ['有人怕滑，有人怕夜里吵。', 1]);
  assert.ok(!JSON.stringify(board).includes('"door"'));
  const fix = () => fixMinutes(here.bySystem('meeting.fix'), { meeting });
  here.at('2022-03-11T23:59');
  assert.equal(code(await fix()), 'corrections_open');
  value(await say(1, '还有一句'));
  here.at('2022-03-12T00:00');
  assert.equal(code(await say(1, '晚了')), 'corrections_over');
  assert.equal(code(await fix()), 'unanswered');
  await handlers['meeting.fix']?.({ community: here.slug, meeting } as never);
  assert.equal(
    (await boardMeeting(here.slug, { no: meeting }))?.fixedAt,
    null,
    'nobody’s words are passed over in silence',
  );
  value(await answer(2, { outcome: 'kept' }));
  value(await answer(3, { outcome: 'kept' }));
  const due = await sql<{ n: number }>(
    `select count(*)::int as n from graphile_worker._private_jobs where payload->>'community' = $1 and payload->>'meeting' = $2`,
    [here.slug, String(meeting)],
  );
  assert.ok((due[0]?.n ?? 0) >= 1, 'the last answer has it fixed');
  const fixed = value(await fix());
  const [row] = await sql<{ minutes: never; hash: Buffer }>(
    'select minutes, hash from meeting where community_id = $1 and no = $2',
    [here.communityId, meeting],
  );
  assert.ok(row);
  assert.equal(sha256(canonical(row.minutes)).toString('hex'), fixed.hash);
  assert.equal(row.hash.toString('hex'), (await boardMeeting(here.slug, { no: meeting }))?.hash);
  await assert.rejects(
    sql(`update meeting set title = '别的' where community_id = $1`, [here.communityId]),
    /stays as it was/,
  );
  await assert.rejects(
    sql(
      `insert into meeting_minute (community_id, item_id, version, said, decided, written_by, at)
       select community_id, item_id, 9, '改', '改', written_by, at from meeting_minute where community_id = $1 limit 1`,
      [here.communityId],
    ),
    /stays as it was/,
  );
});

test('a correction at the last second meets the job: it is in and answered, or it is refused, and never passed over', async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    const { here, meeting, homes, people, held } = await meetingAbout();
    await held();
    here.at(new Date(turn % 2 === 0 ? '2022-03-11T15:59:59.999Z' : '2022-03-11T16:00:00Z'));
    const [said, fixed] = await Promise.all([
      correctMinutes(here.by(people[0] ?? 0), { meeting, household: homes[0], position: '1', words: '最后一句' }),
      fixMinutes(here.bySystem('meeting.fix'), { meeting }),
    ]);
    if (turn % 2 === 0) assert.deepEqual([code(said), code(fixed)], ['ok', 'corrections_open']);
    else assert.deepEqual([code(said), code(fixed)], ['corrections_over', 'ok']);
    const [{ n } = { n: -1 }] = await sql<{ n: number }>(
      'select count(*)::int as n from meeting_correction where community_id = $1',
      [here.communityId],
    );
    assert.equal(n, said.ok ? 1 : 0);
  }
});

test('the database itself takes no correction from whoever was not there, or too late', async () => {
  const { here, homes, people, held } = await meetingAbout();
  await held();
  const put = (household: number | undefined) =>
    sql(
      `insert into meeting_correction (community_id, no, meeting_id, item_id, household_id, person_id, words, at)
       select m.community_id, 7, m.id, i.id, $2, $3, '话', moment() from meeting m
         join meeting_item i on i.community_id = m.community_id and i.meeting_id = m.id where m.community_id = $1`,
      [here.communityId, household, people[0]],
    );
  await assert.rejects(put(homes[0]), /the minutes are not open/);
  await sql(`update meeting set correct_until = '2200-01-01' where community_id = $1`, [here.communityId]);
  await assert.rejects(put(homes[3]), /not of those who were there/);
  await assert.rejects(
    sql(`update meeting set correct_until = minuted_at - interval '1 second' where community_id = $1`, [
      here.communityId,
    ]),
    /meeting_minuted/,
  );
});

test('what was promised is kept on a day that has come, and stands on the board either way', async () => {
  const { here, worker, meeting, held } = await meetingAbout();
  await held();
  const keep = (doneOn: string) =>
    keepPromise(here.by(worker), { meeting, position: '1', promise: '1', doneOn, note: '量好了' });
  assert.equal(code(await keep('2022-03-05')), 'not_yet');
  assert.equal(code(await keep('2022-03-02')), 'before_the_meeting');
  value(await keep('2022-03-04'));
  assert.equal(code(await keep('2022-03-04')), 'kept_already');
  const [promise] = (await boardMeeting(here.slug, { no: meeting }))?.items[0]?.promises ?? [];
  assert.deepEqual([promise?.who, promise?.doneOn, promise?.note], ['物业', '2022-03-04', '量好了']);
});

test('who moves in later puts nothing right and reads nothing of it; one’s own words go with one', async () => {
  const { here, meeting, homes, people, held } = await meetingAbout();
  await held();
  value(
    await correctMinutes(here.by(people[0] ?? 0), { meeting, household: homes[0], position: '1', words: '漏了一句' }),
  );
  const later = await here.resident(homes[0] ?? 0);
  await sql(`update residency set from_at = '2022-03-04 08:00+08' where person_id = $1`, [later]);
  assert.equal(
    code(await correctMinutes(here.by(later), { meeting, household: homes[0], position: '1', words: '我也说' })),
    'not_allowed',
  );
  assert.deepEqual((await myMeeting(here.by(later), { no: meeting }))?.homes[0]?.corrections, []);
  assert.deepEqual((await myMeetings(later, { after: null })).page, []);
  assert.equal((await myMeetings(people[0] ?? 0, { after: null })).page[0]?.there, true);
  const mine = await exportOfMe(people[0] ?? 0, undefined);
  assert.deepEqual(
    (mine.meetingCorrections as { words: string }[]).map(({ words }) => words),
    ['漏了一句'],
  );
  assert.equal((mine.meetings as object[]).length, 1);
  await sql('select erase($1, moment())', [people[0]]);
  const board = await boardMeeting(here.slug, { no: meeting });
  assert.equal(board?.corrections[0]?.words ?? '', '');
});
