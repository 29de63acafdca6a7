import { adoptPlaybook } from '@/features/playbooks/commands/adopt';
import { drawPlaybook, retirePlaybook } from '@/features/playbooks/commands/keep';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

const dose = { people: '9', days: '262', money: '98000.00' };

/** What the stairway has taught: drawn too hastily at first, retired, and drawn anew with the door as its first step. */
export async function prescribe(stage: Stage, troupe: Troupe, proposal: number): Promise<void> {
  await stage.at('2023-03-08 10:00');
  const { playbook } = await troupe.act('party-secretary', drawPlaybook, {
    proposal,
    ...dose,
    name: '坡上修台阶',
    indications: '土坡又陡又滑，有人摔跤，想修一条正经台阶。',
    contraindications: '坡下住着人的要小心。',
    steps: '请人画图，避开树｜书记｜图纸\n公示｜书记｜公示\n施工｜物业｜节点照片',
    next: stage.day('2023-09-08'),
  });
  await stage.at('2023-03-20 15:00');
  await troupe.act('party-secretary', retirePlaybook, {
    playbook,
    reason: '写漏了最要紧的一步：先上门。照这个办，一上来就画图，坡下的楼还没人问过，准吵起来。改写了一张新的。',
  });
  await stage.at('2023-03-21 10:00');
  await troupe.act('party-secretary', drawPlaybook, {
    proposal,
    ...dose,
    name: '上下两栋楼争一条路',
    indications: '上面的楼要一条近路，摔过人；下面的楼怕吵、怕人从窗前走。两边各说各的理，一直办不动。',
    contraindications: '没有地方改线的不要用；有一边还没挨家问过的不要用；要占的地不归全体业主的，先问清楚归谁。',
    steps: [
      '先上门：两栋楼挨家问，问清愿不愿意、到底怕什么，几轮都问｜楼门长、社工｜每户的话和入户记录',
      '照大家的话改方案：绕开树，中间拐弯，下口挪远，一处一处写明为谁改的｜书记、治理书记｜每一稿的前后对照',
      '一条一条答复异议，请提的人自己确认｜书记、治理书记｜异议和答复',
      '两边都点头了再公示，有反对的再答复｜书记｜公示',
      '两位书记签批，一个人不能签两遍｜书记、治理书记｜决议',
      '开工，每个节点上墙｜物业、社工｜节点照片',
      '两边各派一户验收，答应过的一件件看｜各方代表｜验收',
      '过四周、下过雪、过一季各回访一遍，先问下面那栋楼｜热线专员｜回访',
    ].join('\n'),
    next: stage.day('2024-03-20'),
  });
}

/** Another community has the same trouble. */
export async function takeUp(stage: Stage, troupe: Troupe): Promise<void> {
  const { rows } = await stage.owner.query<{ id: number }>(
    `select b.id from playbook b join community c on c.id = b.community_id
      where c.slug = 'zhuguang' and b.retired_at is null`,
  );
  await troupe.act('party-secretary', adoptPlaybook, {
    playbook: rows[0]?.id,
    place: '小广场北边的斜坡',
    changed: '坡短，不用栏杆；下面是小广场，不是窗户，先问在广场上带孩子的人家。',
  });
}
