import { havingSeen } from '@/db/seed/shown';
import { myLetters } from '@/features/me/queries';
import { callMeeting } from '@/features/meetings/commands/call';
import { answerCorrection, correctMinutes, fixMinutes } from '@/features/meetings/commands/correct';
import { tick } from '@/features/meetings/commands/door';
import { openMinutes, writeMinute } from '@/features/meetings/commands/minutes';
import { makeConsultation } from './consultation';
import { value } from './office';

/** A meeting about the proposal of a consultation, in whose first round two buildings are asked. */
export async function meetingAbout() {
  const here = await makeConsultation();
  await here.firstRound();
  const { worker } = here;
  const [day, later] = ['2022-03-03', '2022-03-04'];
  const entrance = here.entrance('14', 1);
  const call = (more: Record<string, unknown> = {}) =>
    callMeeting(here.by(worker), {
      title: '坡上的路怎么修',
      place: '社区活动室',
      startsAt: `${day}T19:00`,
      minutes: '90',
      proposals: ['1'],
      entrances: [String(entrance)],
      ...more,
    });
  const { meeting, invited } = value(await call());
  const homes = [0, 1, 2, 3].map((n) => here.household('14', n));
  const people = await Promise.all(homes.map((home) => here.resident(home)));
  const ticked = (...n: number[]) => tick(here.by(worker), { meeting, households: n.map((at) => String(homes[at])) });
  const write = (more: Record<string, unknown> = {}) =>
    writeMinute(here.by(worker), {
      meeting,
      position: '1',
      version: '0',
      said: '有人怕滑，有人怕吵。',
      decided: '再量一次坡。',
      promises: '物业：量坡 2022-03-20',
      ...more,
    });
  const open = () => havingSeen(openMinutes)(here.by(worker), { meeting });
  /** Held, two households there, minutes out the day after at nine. */
  const held = async () => {
    here.at(`${day}T19:05`);
    value(await ticked(0, 1));
    here.at(`${later}T09:00`);
    value(await write());
    value(await open());
  };
  const letters = async (n: number) =>
    (await myLetters(people[n] ?? 0, { after: null })).letters.map(({ kind }) => kind);
  return { here, worker, meeting, invited, homes, people, entrance, call, ticked, write, open, held, letters };
}

/** A meeting whose minutes were put right once and are fixed. */
export async function makeMinuted() {
  const { here, worker, meeting, homes, people, held } = await meetingAbout();
  await held();
  const said = { meeting, household: homes[0], position: '1', words: '漏了一句' };
  value(await correctMinutes(here.by(people[0] ?? 0), said));
  const answer = { meeting, correction: 1, outcome: 'kept', answer: '核对了录音' };
  value(await havingSeen(answerCorrection)(here.by(worker), answer));
  here.at('2022-03-12T00:00');
  value(await fixMinutes(here.bySystem('meeting.fix'), { meeting }));
  here.at(undefined);
  return here;
}
