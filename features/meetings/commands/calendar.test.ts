import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { havingSeen } from '@/db/seed/shown';
import { planProgramme } from '@/features/programmes/commands/plan';
import { boardComing, boardMonth, boardWeek } from '@/features/programmes/queries/board';
import { closeAll } from '@/tests/fixture';
import { meetingAbout } from '@/tests/meetings';
import { value } from '@/tests/office';
import { cancelMeeting } from './call';

after(closeAll);

test('a meeting stands in the week and in the month between what else is on, and a month has it alone', async () => {
  const { here, worker, meeting, call } = await meetingAbout();
  const date = (startsAt: string, title: string) =>
    planProgramme(here.by(worker), {
      kind: 'heritage',
      title,
      place: '活动室',
      startsAt,
      minutes: '60',
      recurrence: 'once',
      places: '20',
    });
  value(await date('2022-03-03T09:00', '剪窗花'));
  value(await date('2022-03-03T19:00', '说书'));
  value(await call({ startsAt: '2022-05-31T19:00', title: '月底的会' }));
  const shown = (found?: { occasions: { kind: string; title: string }[] }) =>
    found?.occasions.map(({ kind, title }) => `${kind} ${title}`);
  const day = ['heritage 剪窗花', 'heritage 说书', 'meeting 坡上的路怎么修'];
  assert.deepEqual(shown(await boardWeek(here.slug, {})), day);
  const march = await boardMonth(here.slug, { month: '2022-03' });
  assert.deepEqual(shown(march), day);
  assert.deepEqual([march?.before, march?.after], [false, true]);
  const may = await boardMonth(here.slug, { month: '2022-05' });
  assert.deepEqual([shown(may), may?.before, may?.after], [['meeting 月底的会'], true, false]);
  const none = await boardMonth(here.slug, { month: '2022-06' });
  assert.equal(none, undefined);
  assert.equal((await boardComing(here.slug, {}))?.occasions.length, 2, 'what one signs up for is a list of its own');
  value(await havingSeen(cancelMeeting)(here.by(worker), { meeting, reason: '停电' }));
  const [, , off] = (await boardWeek(here.slug, {}))?.occasions ?? [];
  assert.equal(off?.cancelReason, '停电');
  here.at('2022-03-03T20:30');
  assert.deepEqual(shown(await boardWeek(here.slug, {})), []);
});
