import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { havingSeen } from '@/db/seed/shown';
import { exportOfMe } from '@/features/account/queries';
import { showing } from '@/lib/shown';
import { closeAll, sql } from '@/tests/fixture';
import { meetingAbout } from '@/tests/meetings';
import { code, value } from '@/tests/office';
import { meetingShown } from '../input';
import { handlers } from '../jobs';
import { boardMeeting } from '../queries/board';
import { deskMeeting } from '../queries/desk';
import { doorHall, doorMeeting } from '../queries/door';
import { myMeeting, myMeetings } from '../queries/mine';
import { moveMeeting } from './call';
import { recordComing, remind, takeBackComing, tellComing } from './coming';

after(closeAll);

/** A meeting, and what households say of coming to it. */
async function meetingToCome() {
  const found = await meetingAbout();
  const { here, meeting, homes, people, worker } = found;
  const of = (n: number) => ({ meeting, household: homes[n] });
  return {
    ...found,
    tells: (n: number) => havingSeen(tellComing)(here.by(people[n] ?? 0), of(n)),
    takesBack: (n: number) => takeBackComing(here.by(people[n] ?? 0), of(n)),
    records: (by: number, ...n: number[]) =>
      havingSeen(recordComing)(here.by(by), { meeting, households: n.map((at) => String(homes[at])) }),
    atDesk: async () => (await deskMeeting(here.by(worker), { no: meeting })) ?? assert.fail('no meeting'),
  };
}

test('a household says that it comes and takes it back; the office and its captain see it, and nobody else', async () => {
  const { here, meeting, homes, people, entrance, tells, takesBack, atDesk } = await meetingToCome();
  const before = await boardMeeting(here.slug, { no: meeting });
  value(await tells(0));
  value(await tells(1));
  assert.equal(code(await tells(0)), 'coming_already');
  assert.equal(
    code(await havingSeen(tellComing)(here.by(people[0] ?? 0), { meeting, household: homes[1] })),
    'not_allowed',
  );
  assert.equal((await atDesk()).coming, 2);
  assert.equal((await atDesk()).homes.length, 2);
  const own = async (n: number) => (await myMeeting(here.by(people[n] ?? 0), { no: meeting }))?.homes[0]?.coming;
  assert.deepEqual([await own(0), await own(2)], [true, false]);
  assert.equal((await myMeetings(people[0] ?? 0, { after: null })).page[0]?.homes[0]?.coming, true);
  const hall = await doorHall(here.by(here.captain), { no: meeting, entrance });
  assert.equal(hall?.homes.filter(({ coming }) => coming).length, 2);
  assert.equal((await doorMeeting(here.by(here.captain), { no: meeting }))?.entrances[0]?.coming, 2);
  value(await takesBack(0));
  assert.equal(code(await takesBack(0)), 'not_coming');
  assert.equal((await atDesk()).coming, 1);
  assert.deepEqual(await boardMeeting(here.slug, { no: meeting }), before, 'nothing of it hangs on the board');
  assert.equal(await deskMeeting(here.by(people[0] ?? 0), { no: meeting }), undefined);
  const mine = await exportOfMe(people[0] ?? 0, undefined);
  assert.deepEqual(
    (mine.meetingsToCome as { withdrawn: boolean }[]).map(({ withdrawn }) => withdrawn),
    [true],
  );
});

test('at their doors several are written down at once; each has a letter, and says otherwise itself', async () => {
  const { here, worker, meeting, homes, tells, takesBack, records, atDesk, letters } = await meetingToCome();
  value(await tells(0));
  assert.equal(value(await records(here.captain, 0, 1, 2)).households, 2, 'who said so is not written down again');
  assert.deepEqual(
    (await letters(0)).filter((kind) => kind === 'coming_recorded'),
    [],
  );
  assert.deepEqual(
    (await letters(1)).filter((kind) => kind === 'coming_recorded'),
    ['coming_recorded'],
  );
  assert.equal(code(await records(here.captain, 0, 1)), 'coming_already');
  assert.equal(code(await records(here.captainBelow, 3)), 'not_allowed', 'of another entrance');
  value(await takesBack(1));
  value(await takeBackComing(here.by(worker), { meeting, household: homes[2] }));
  assert.equal((await letters(2))[0], 'coming_taken_back');
  assert.equal((await letters(1))[0], 'coming_recorded', 'of its own word nobody is told');
  assert.equal((await atDesk()).coming, 1);
});

test('what was said is said of one time: moved, it is asked anew; called off or begun, nobody comes any more', async () => {
  const { here, worker, meeting, homes, people, tells, atDesk } = await meetingToCome();
  const called = { startsAt: '2022-03-03T19:00+08:00', endsAt: '2022-03-03T20:30+08:00', place: '社区活动室' };
  const old = { meeting, household: homes[1], shown: showing(meetingShown(called)) };
  value(await tells(0));
  const move = (startsAt: string) => havingSeen(moveMeeting)(here.by(worker), { meeting, startsAt, reason: '下雨' });
  value(await move('2022-03-05T19:00'));
  assert.equal((await atDesk()).coming, 0);
  assert.equal((await myMeetings(people[0] ?? 0, { after: null })).page[0]?.homes[0]?.coming, false);
  assert.equal(code(await tellComing(here.by(people[1] ?? 0), old)), 'overtaken');
  value(await tells(0));
  assert.equal((await atDesk()).coming, 1);
  here.at('2022-03-05T19:00');
  assert.equal(code(await tells(1)), 'meeting_begun');
});

test('the day before, those who said so have one letter, and another where it was moved since', async () => {
  const { here, worker, meeting, tells, takesBack, letters } = await meetingToCome();
  value(await tells(0));
  value(await tells(1));
  value(await takesBack(1));
  const due = () => remind(here.bySystem('meetings_remind'), {});
  here.at('2022-03-01T17:11');
  assert.equal(value(await due()).told, 0, 'not two days before');
  here.at('2022-03-02T17:11');
  assert.equal(value(await due()).told, 1);
  assert.equal(value(await due()).told, 0);
  const reminded = async (n: number) => (await letters(n)).filter((kind) => kind === 'meeting_soon').length;
  assert.deepEqual([await reminded(0), await reminded(1)], [1, 0]);
  value(await havingSeen(moveMeeting)(here.by(worker), { meeting, startsAt: '2022-03-05T19:00', reason: '下雨' }));
  value(await tells(0));
  here.at('2022-03-04T17:11');
  await handlers.meetings_remind?.({ community: here.slug });
  assert.deepEqual([await reminded(0), await reminded(1)], [2, 0]);
  const [leaf] = await sql<{ act: string; n: number }>(
    `select count(*)::int as n from ledger_leaf where community_id = $1 and act = 'meeting.remind'`,
    [here.communityId],
  );
  assert.equal(leaf?.n, 4, 'one for each time it was due, whoever comes');
});

test('said twice at one moment it is said once', async () => {
  const { here, tells, records, atDesk } = await meetingToCome();
  const both = await Promise.all([tells(0), tells(0), records(here.captain, 0, 1)]);
  assert.equal(both.filter(({ ok }) => ok).length >= 1, true);
  assert.equal((await atDesk()).coming, both[2]?.ok ? 2 : 1);
});
