import { draftPlan } from '@/features/plans/commands/draft';
import { publishPlan } from '@/features/plans/commands/publish';
import { acceptProposal, declineProposal } from '@/features/proposals/commands/accept';
import { appeal } from '@/features/proposals/commands/appeal';
import { saveDraft, submitProposal } from '@/features/proposals/commands/draft';
import { startConsultation } from '@/features/scoping/commands/consult';
import { confirmGroups, nameGroups } from '@/features/scoping/commands/groups';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

/** Brought by somebody in their own words; its number. */
export async function bring(troupe: Troupe, identity: string, words: Record<string, string>): Promise<number> {
  const { draft } = await troupe.act(identity, saveDraft, words);
  const { proposal } = await troupe.act(identity, submitProposal, { draft });
  return proposal;
}

/** Invented: a lift at one entrance. Its groups are named and its first plan can be read; nobody has been asked yet. */
export async function planLift(stage: Stage, troupe: Troupe): Promise<void> {
  stage.later(5);
  const proposal = await bring(troupe, 'resident-14', {
    kind: 'lift',
    title: '14号楼1单元加装一部电梯',
    place: '14号楼1单元北侧',
    problem: '六层的老人一个月下不了两回楼，买菜靠邻居捎。',
    ask: '在单元北侧加一部电梯，一层不收钱。',
  });
  await troupe.act('social-worker', acceptProposal, { proposal });
  const { rows } = await stage.owner.query<{ id: number }>(
    `select e.id from entrance e join community c on c.id = e.community_id where c.slug = $1 and e.building_id = $2
     order by e.no limit 2`,
    [troupe.slug, troupe.buildingIds['14']],
  );
  const [own, next] = rows.map(({ id }) => [`entrance:${id}`]);
  await troupe.act('social-worker', nameGroups, {
    proposal,
    groups: [
      { name: '14号楼1单元', effect: 'benefits', why: '上下楼坐电梯；一层的怕挡光，单独听。', places: own },
      { name: '14号楼2单元', effect: 'bears', why: '电梯井挨着2单元的北窗，怕声音。', places: next },
    ],
  });
  stage.later(10);
  await troupe.act('party-secretary', confirmGroups, { proposal });
  await troupe.act('governance-secretary', startConsultation, { proposal });
  await troupe.act('social-worker', draftPlan, {
    proposal,
    title: '北侧一部玻璃井道的电梯',
    summary: '在1单元北侧建一部六层六站的电梯，平层入户，井道用玻璃。（编的）',
    cost: '620000',
    costNote: '政府补一半左右，其余由2到6层按层分摊，一层不出（编的）',
    clauses: '井道离2单元北窗四米\n夜里十点以后低速运行\n一层不出钱，也不挡一层的窗',
  });
  await troupe.act('governance-secretary', publishPlan, { proposal });
}

/** Invented: what was not taken up, and whoever brought it asks the district. */
export async function turnDown(stage: Stage, troupe: Troupe): Promise<void> {
  stage.later(5);
  const proposal = await bring(troupe, 'resident-15', {
    kind: 'parking',
    title: '把15号楼前的绿地改成车位',
    place: '15号楼前的绿地',
    problem: '下班回来找不到车位，有人停在消防通道上。',
    ask: '铲掉绿地，划二十个车位。',
  });
  stage.later(10);
  await troupe.act('party-secretary', declineProposal, {
    proposal,
    reason: '这块是规划绿地，改成车位要改规划，社区里商量不了；挪三米的消防通道也在那儿。',
    askInstead: '想多些车位，请到街道城管科问错时停车，电话在公示栏上。',
  });
  stage.later(10);
  await troupe.act('resident-15', appeal, {
    proposal,
    reason: '旁边的小区就改成了车位。请区里看看，我们这儿为什么不行。',
  });
}
