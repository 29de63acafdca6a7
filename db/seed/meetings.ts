import { callMeeting } from '@/features/meetings/commands/call';
import { recordComing } from '@/features/meetings/commands/coming';
import { answerCorrection, correctMinutes } from '@/features/meetings/commands/correct';
import { tick } from '@/features/meetings/commands/door';
import { openMinutes, writeMinute } from '@/features/meetings/commands/minutes';
import { ownPlace } from './cast';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';
import { sides } from './troupe';

/** Which homes of each building come. */
const THERE: Record<Building, readonly number[]> = { '14': [0, 3, ownPlace['14'], 9], '15': [1, 4, 8] };

async function invited(stage: Stage, { slug }: Troupe): Promise<{ groups: number[]; proposal: number }> {
  const { rows } = await stage.owner.query<{ id: number; no: number }>(
    `select g.id, p.no from affected_group g join community c on c.id = g.community_id
       join proposal p on p.community_id = g.community_id and p.id = g.proposal_id
      where c.slug = $1 and p.kind = 'path_green' order by p.no, g.position`,
    [slug],
  );
  return { groups: rows.filter(({ no }) => no === rows[0]?.no).map(({ id }) => id), proposal: rows[0]?.no ?? 1 };
}

async function come(troupe: Troupe, meeting: number): Promise<void> {
  for (const side of sides) {
    const households = THERE[side].map((at) => troupe.homes[side][at]);
    await troupe.act(`captain-${side}`, tick, { meeting, households });
  }
}

/** In the story: the path is built, and both stairways sit down about who looks after it. All of it is invented. */
export async function stairwayMeeting(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-11-10 17:00');
  const { groups, proposal } = await invited(stage, troupe);
  const { meeting } = await troupe.act('social-worker', callMeeting, {
    title: '路修好了，谁来管',
    place: '社区活动室一层',
    words: '扫雪、灯、护栏，坐下来定一定。带上老人，慢慢走。',
    startsAt: '2022-11-12T19:00',
    minutes: 90,
    proposals: [proposal],
    groups,
  });
  await stage.at('2022-11-12 19:05');
  await come(troupe, meeting);
  await stage.at('2022-11-13 10:00');
  const said = '坡上的人说下雪要有人扫，坡下的人说夜里灯别太亮。两边都说护栏要有人看。';
  await troupe.act('social-worker', writeMinute, {
    meeting,
    position: 1,
    version: 0,
    said,
    decided: '下雪当天扫，灯十点以后调暗，护栏每季度看一次。',
    promises: '物业：下雪当天把台阶扫出来 2022-12-31\n物业：灯调成十点以后半亮 2022-11-20',
  });
  await troupe.act('social-worker', openMinutes, { meeting });
  await stage.at('2022-11-14 20:00');
  const { correction } = await troupe.act('resident-14', correctMinutes, {
    meeting,
    household: troupe.homes['14'][ownPlace['14']],
    position: 1,
    words: '漏了一句：会上还说，扫下来的雪不要堆到坡下的窗前。',
  });
  await stage.at('2022-11-15 09:00');
  await troupe.act('social-worker', answerCorrection, {
    meeting,
    correction,
    outcome: 'adopted',
    answer: '听了录音，是漏了，补上了。',
    said: `${said}扫下来的雪不要堆到坡下的窗前。`,
    decided: '下雪当天扫，雪堆到东边空地，灯十点以后调暗，护栏每季度看一次。',
  });
}

/** In a demonstration of today: one whose minutes those who were there may put right, and one to come. */
export async function meetingsNow(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-04-04 17:45');
  const today = stage.day('2022-04-04');
  const { groups, proposal } = await invited(stage, troupe);
  const about = { place: '社区活动室一层', proposals: [proposal], groups };
  const { meeting } = await troupe.act('social-worker', callMeeting, {
    ...about,
    title: '先听听两边怎么说',
    startsAt: `${today}T18:10`,
    minutes: 40,
  });
  await stage.at('2022-04-04 18:12');
  await come(troupe, meeting);
  await stage.at('2022-04-04 19:00');
  await troupe.act('social-worker', writeMinute, {
    meeting,
    position: 1,
    version: 0,
    said: '坡上的人说雨天滑，坡下的人说怕路贴着窗户。',
    decided: '没有定。设计的人带着两边的话再改一稿。',
    promises: `居委会：把两边的话带给设计的人 ${stage.day('2022-04-08')}`,
  });
  await troupe.act('social-worker', openMinutes, { meeting });
  const { meeting: next } = await troupe.act('social-worker', callMeeting, {
    ...about,
    title: '一起看新的一稿',
    words: '图纸挂在墙上，先看后说。来不了，门口、网上照样说。',
    startsAt: `${stage.day('2022-04-08')}T19:00`,
    minutes: 90,
  });
  for (const side of sides) {
    const households = THERE[side].filter((at) => at !== ownPlace['14']).map((at) => troupe.homes[side][at]);
    await troupe.act(`captain-${side}`, recordComing, { meeting: next, households });
  }
}
