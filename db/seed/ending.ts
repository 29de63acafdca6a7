import { drizzle } from 'drizzle-orm/node-postgres';
import { openWith } from '@/db/handovers';
import { closeWave, drawWave, noteCallback } from '@/features/callbacks/commands';
import { followCallback } from '@/features/callbacks/commands/follow';
import { decideGate } from '@/features/scoping/commands/gates';
import { declareAgreement, postNotice } from '@/features/signoff/commands/agree';
import { signResolution } from '@/features/signoff/commands/sign';
import { handOver, keepThing } from '@/features/terms/commands';
import { decideCommitment, giveAcceptance, nameDelegate } from '@/features/works/commands/accept';
import { completeWorks } from '@/features/works/commands/complete';
import { checkMilestone, planMilestone, reportMilestone } from '@/features/works/commands/report';
import { startWorks } from '@/features/works/commands/start';
import { ownPlace } from './cast';
import { draw } from './drawing';
import { callBack } from './hotline';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

/** Agreed, every legal gate met (by invented evidence that says so), noticed, signed by two people. */
export async function sign(stage: Stage, troupe: Troupe, proposal: number): Promise<void> {
  await stage.at('2022-06-24 10:00');
  await troupe.act('governance-secretary', declareAgreement, { proposal });
  await stage.at('2022-06-27 10:00');
  const evidence: Record<string, string> = {
    common_green: '占用的是全体业主共有的绿地，已在业主大会书面征求意见并附表。（演示编的）',
    owners_vote_use: '2022年6月书面表决，面积和人数都达到民法典第278条的要求。（演示编的）',
    greening_permit: '园林绿化部门同意，六棵树原地保留。（演示编的）',
  };
  for (const [gate, words] of Object.entries(evidence)) {
    await troupe.act('party-secretary', decideGate, {
      proposal,
      gate,
      outcome: 'satisfied',
      evidence: words,
      decidedOn: stage.day('2022-06-26'),
    });
  }
  await stage.at('2022-06-30 10:00');
  await troupe.act('governance-secretary', postNotice, { proposal });
  const signs = (identity: string) => troupe.act(identity, signResolution, { proposal });
  await stage.at('2022-07-08 10:00');
  await signs('party-secretary');
  await stage.at('2022-07-08 15:00');
  await signs('governance-secretary');
}

const milestones = [
  { name: '施工放线', planned: '2022-08-20', actual: '2022-08-18', note: '按第4稿放线，树都绕开。' },
  { name: '基础与台阶', planned: '2022-10-15', actual: '2022-10-21', unit: '级', count: 23, note: '连阴雨，晚了6天。' },
  { name: '护栏安装', planned: '2022-10-31', actual: '2022-10-30', note: '临坡一侧全程。' },
] as const;

/** 23 steps, reported and checked, with what else is done before and after the first milestone, accepted by a household of each building. */
export async function build(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  { before, meanwhile }: { before: () => Promise<void>; meanwhile: () => Promise<void> },
): Promise<void> {
  await stage.at('2022-07-20 10:00');
  const { works } = await troupe.act('governance-secretary', startWorks, {
    proposal,
    contractor: '小区物业委托的施工队（演示编的）',
    budget: '98000.00',
    permits: '绿化手续已办；占用绿地的书面表决已附。（演示编的）',
  });
  const planned: { milestone: number; id: number }[] = [];
  for (const one of milestones) {
    const count = 'count' in one ? { unit: one.unit, target: one.count } : {};
    planned.push(
      await troupe.act('property', planMilestone, {
        works,
        name: one.name,
        plannedOn: stage.day(one.planned),
        ...count,
      }),
    );
  }
  await before();
  for (const [index, one] of milestones.entries()) {
    const { milestone, id } = planned[index] ?? { milestone: 0, id: 0 };
    await stage.at(`${one.actual} 16:00`);
    await draw(
      troupe,
      'property',
      { subject: 'milestone', subjectId: id },
      {
        version: index < 2 ? 3 : 4,
        built: index === 0 ? 0 : 23,
        caption: `${one.name}（示意图，演示编的）`,
      },
    );
    await troupe.act('property', reportMilestone, {
      works,
      milestone,
      actualOn: stage.day(one.actual),
      note: one.note,
      ...('count' in one ? { actual: one.count } : {}),
    });
    stage.later(60);
    await troupe.act('social-worker', checkMilestone, { works, milestone });
    if (index === 0) await meanwhile();
  }
  await endTerm(stage, troupe);
  await accept(stage, troupe, works);
}

/** The governance secretary's term is over: each promise still open with him goes to the Party secretary. */
async function endTerm(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-10-31 17:00');
  for (const one of [
    { kind: 'key', title: '西门配电间钥匙', place: '社区值班室钥匙柜第二格' },
    { kind: 'document', title: '台阶小路的图纸和验收单', place: '社区书记办公室文件柜' },
  ])
    await troupe.act('governance-secretary', keepThing, one);
  const { rows } = await stage.owner.query<{ grant: number; leaver: number; receiver: number; community: number }>(
    `select g.id as "grant", g.person_id as leaver, r.person_id as receiver, c.id as community
     from community c join grants g on g.community_id = c.id and g.role = 'governance-secretary'
     join grants r on r.community_id = c.id and r.role = 'party-secretary' where c.slug = $1 order by g.id, r.id limit 1`,
    [troupe.slug],
  );
  const { grant, leaver, receiver, community } = rows[0] ?? { grant: 0, leaver: 0, receiver: 0, community: 0 };
  const open = await openWith(drizzle(stage.owner), community, { personId: leaver, entranceId: null, lastStaff: true });
  // The owner's clock is today's, and today some of their warranties are over.
  const built = await stage.owner.query<{ item: string }>(
    `select 'works-' || id as item from works where community_id = $1 and completed_at is not null
     union all select 'repair-' || id from repair where community_id = $1 and started_at is not null`,
    [community],
  );
  const items = new Set([...open, ...built.rows].map(({ item }) => item));
  const receivers = [...items].map((item) => ({ item, to: receiver }));
  await troupe.act('party-secretary', handOver, { grant, reason: '任期到了，手上的一件件交清', receivers });
}

async function accept(stage: Stage, troupe: Troupe, works: number): Promise<void> {
  await stage.at('2022-11-03 10:00');
  await troupe.act('social-worker', nameDelegate, { works, group: 1, household: troupe.homes['14'][ownPlace['14']] });
  await troupe.act('social-worker', nameDelegate, { works, group: 2, household: troupe.homes['15'][ownPlace['15']] });
  await stage.at('2022-11-09 10:00');
  const { rows } = await stage.owner.query<{ id: number; position: number }>(
    `select m.id, g.position from commitment m
     join works w on w.community_id = m.community_id and w.id = m.works_id
     join community c on c.id = m.community_id
     join objection o on o.community_id = m.community_id and o.id = m.objection_id
     join affected_group g on g.community_id = o.community_id and g.id = o.group_id
     where c.slug = $1 and w.no = $2 order by m.id`,
    [troupe.slug, works],
  );
  for (const { id, position } of rows) {
    const delegate = position === 1 ? 'resident-14' : 'resident-15';
    await troupe.act(delegate, decideCommitment, {
      works,
      commitment: id,
      outcome: 'accepted',
      note: '现场看过，做到了。',
    });
  }
  for (const delegate of ['resident-14', 'resident-15']) {
    await troupe.act(delegate, giveAcceptance, { works, outcome: 'accepted', note: '走了一遍，稳当。' });
  }
  await stage.at('2022-11-10 10:00');
  await troupe.act('social-worker', completeWorks, { works });
}

/**
 * The three waves with invented answers, by the place of a household in its group's list: who gave no answer, who was
 * only fairly content, and who was not, for a reason of the season.
 */
const waves = [
  {
    wave: 'four_weeks',
    on: '2022-12-09 10:00',
    silent: (at: number) => at % 11 === 10,
    fairly: (at: number) => at % 7 === 3,
    unhappy: { 14: [], 15: [8, 24, 40, 56] },
    words: '路修好了，走的人多，夜里还是听得见脚步声。',
    answer: '夜里十点后，下口的灯换成低亮的，楼门长提醒大家轻些走；开春再上门问您一次。',
  },
  {
    wave: 'first_snow',
    on: '2023-02-13 10:00',
    snowOn: '2023-02-12',
    silent: (at: number) => at % 14 === 12,
    fairly: (at: number) => at % 6 === 1,
    unhappy: { 14: [2, 9, 16], 15: [] },
    words: '雪扫了，最下面两级早上还结着冰。',
    answer: '最下面两级铺防滑垫，下雪天清早先撒沙子，物业第二天就办。',
  },
  {
    wave: 'ninety_days',
    on: '2023-03-06 10:00',
    silent: (at: number) => at % 8 === 5,
    fairly: (at: number) => at % 10 === 4,
    unhappy: { 14: [], 15: [9, 26, 43] },
    words: '清早有人站在下口等人说话，吵。',
    answer: '下口挂了“清早请轻声”的牌子，楼门长跟常走这条路的几位都说过了；还吵，您打电话。',
  },
] as const;

/** Callbacks four weeks after, after snow, and in March, when three months were over; with what else comes after each. */
export async function verify(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  then: { [wave: string]: () => Promise<void> },
): Promise<void> {
  await stage.at('2022-12-08 09:30');
  await callBack(stage, troupe);
  for (const one of waves) {
    await stage.at(one.on);
    const { wave } = one;
    if ('snowOn' in one) await troupe.act('hotline', drawWave, { proposal, wave, snowOn: stage.day(one.snowOn) });
    const { rows } = await stage.owner.query<{ id: number; position: number; at: number }>(
      `select b.id, g.position, (row_number() over (partition by g.id order by b.id))::int - 1 as at from callback b
       join callback_wave w on w.community_id = b.community_id and w.id = b.wave_id
       join affected_group g on g.community_id = b.community_id and g.id = b.group_id
       join community c on c.id = b.community_id
       join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
       where c.slug = $1 and p.no = $2 and w.wave = $3 order by b.id`,
      [troupe.slug, proposal, wave],
    );
    for (const { id, position, at } of rows) {
      stage.later(1);
      const unhappy: readonly number[] = one.unhappy[position === 1 ? 14 : 15];
      if (!unhappy.includes(at) && one.silent(at)) {
        await troupe.act('hotline', noteCallback, { callback: id, reached: 'no' });
        continue;
      }
      const satisfaction = unhappy.includes(at) ? 'dissatisfied' : one.fairly(at) ? 'fairly_satisfied' : 'satisfied';
      const said = { callback: id, reached: 'yes', resolved: 'yes', satisfaction };
      if (!unhappy.includes(at)) await troupe.act('hotline', noteCallback, said);
      else {
        await troupe.act('hotline', noteCallback, { ...said, words: one.words, mayTell: 'yes' });
        await troupe.act('social-worker', followCallback, { callback: id, words: one.answer });
      }
    }
    await troupe.act('hotline', closeWave, { proposal, wave });
    await then[wave]?.();
  }
}
