import { addDemand, addMember, claimDemand, offerResource } from '@/features/council/commands/lists';
import { startProject } from '@/features/council/commands/projects';
import { giveNeed, noteNeed } from '@/features/visits/commands/need';
import { planVisit, recordVisit } from '@/features/visits/commands/visit';
import { addDays } from '@/lib/calendar';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

/** All invented: organisations, what they bring, and what is lacking. Numbers on the telephone are nobody's. */
const members = [
  ['区医院社区门诊部', '免费量血压、看报告', '每月一个下午，两位大夫'],
  ['云岗中学', '学生志愿者十名', '周末，帮老人用手机、读报'],
  ['街角五金店', '借工具、教换灯泡', '电钻、梯子，登记就能借'],
] as const;

const lacking = [
  ['夏天找个有空调的地方下棋', '活动室下午三点就关门了', 'resident'],
  ['有人教怎么用手机挂号', '教一次记不住，要常有人问', 'case'],
] as const;

/** The home somebody of the cast lives in. */
export async function homeOf(stage: Stage, { slug, people }: Troupe, identity: string): Promise<number> {
  const { rows } = await stage.owner.query<{ id: number }>(
    `select r.household_id as id from residency r join community c on c.id = r.community_id
      where c.slug = $1 and r.person_id = $2 and r.to_at is null order by r.id limit 1`,
    [slug, people[identity]],
  );
  return rows[0]?.id ?? 0;
}

/** In a demonstration of today: a comfort visit notes a need, which nobody offers anything for; two organisations claim it and begin. */
export async function bringTogether(stage: Stage, troupe: Troupe): Promise<void> {
  const day = stage.day('2022-04-04');
  await stage.at('2022-04-04 17:40');
  const no: number[] = [];
  for (const [name, title, words] of members) {
    const { member } = await troupe.act('social-worker', addMember, { name });
    await troupe.act('social-worker', offerResource, { member, title, words });
    no.push(member);
  }
  for (const [title, words, source] of lacking)
    await troupe.act('social-worker', addDemand, { title, words, source: source === 'case' ? 'council' : source });
  const household = await homeOf(stage, troupe, 'resident-15');
  await troupe.act('captain-15', planVisit, { household, purpose: 'comfort', reason: 'asked', day });
  await troupe.act('captain-15', recordVisit, {
    household,
    purpose: 'comfort',
    outcome: 'met',
    on: `${day}T16:30`,
    place: 'home',
    met: '老两口',
    said: '眼睛花了，药盒上的字看不清。',
    done: '帮着把三种药的吃法写成了大字。',
    follows: '问问有没有人能常来念一念。',
  });
  const { need } = await troupe.act('captain-15', noteNeed, { household, wording: '有人每周来念一念药盒和信上的字' });
  await troupe.act('social-worker', giveNeed, {
    need,
    owner: troupe.people['captain-15'],
    due: addDays(day, 20),
  });
  const { demand } = await troupe.act('social-worker', addDemand, {
    title: '有人每周上门念一念小字',
    words: '药盒、水电单、医院的信',
    source: 'visit',
    need,
  });
  const [clinic = 0, school = 0] = no;
  await troupe.act('social-worker', claimDemand, { demand, member: school, brings: '两名学生，周六上午' });
  await troupe.act('social-worker', claimDemand, { demand, member: clinic, brings: '大夫把用药写成大字的一张纸' });
  await troupe.act('social-worker', startProject, {
    title: '周六念念字',
    demands: [demand],
    lead: school,
    partners: [clinic],
    steps: `学生来认门 ${addDays(day, 5)}\n门诊部把大字用药单做好 ${addDays(day, 12)}\n念满四个周六，问一遍 ${addDays(day, 40)}`,
  });
}
