import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft, submitProposal } from '@/features/proposals/commands/draft';
import { recordUnit } from '@/features/repairs/commands/judge';
import { listUnits, openRepair, planBatch, startRepairs } from '@/features/repairs/commands/list';
import { completeRepairs, finishUnits, lookAtUnits } from '@/features/repairs/commands/work';
import { decideGate } from '@/features/scoping/commands/gates';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

/** So many homes below the roof of each building are on the list, a batch a building. */
const HOMES = 12;

interface Roofs {
  proposal: number;
  first: number[];
  second: number[];
}

const evidence: Record<string, string> = {
  owners_vote_fund: '（编的）两栋楼业主书面表决过，赞成的过了法定的数，会议记录存档。',
  fund_purpose: '（编的）屋面防水属于共用部位维修，用途相符。',
  fund_emergency: '（编的）不走紧急维修，按业主表决办。',
};

const good = { outcome: 'confirmed', note: '', proof: 'read_back', witnessName: '同楼的邻居' };

/** 一户一户修, invented but for what the article tells: roof leaks of some seventy households. A list, two batches, begun. */
export async function listRoofs(stage: Stage, troupe: Troupe): Promise<Roofs> {
  stage.later(20);
  const { rows } = await stage.owner.query<{ id: number; line: string; building: string }>(
    `select id, building, building || '-' || entrance || '-' || door || ' ' || what as line from (
       select h.id, b.name as building, e.no as entrance, u.door,
         (array['主卧顶漏', '卫生间顶渗水', '北屋墙角发霉', '客厅吊顶滴水'])[1 + h.id % 4] as what,
         row_number() over (partition by b.id order by length(u.door) desc, u.door desc) as n
       from household h join community c on c.id = h.community_id
         join building b on b.community_id = h.community_id and b.id = h.building_id
         join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
         join unit u on u.community_id = h.community_id and u.id = h.unit_id
       where c.slug = $1 and b.name = any (array['14', '15'])) x where n <= $2 order by building, n`,
    [troupe.slug, HOMES],
  );
  const { draft } = await troupe.act('social-worker', saveDraft, {
    kind: 'repair_fund',
    title: '两栋楼顶层屋面漏水，一户一户修',
    place: '14号楼、15号楼顶层',
    problem: '下雨就漏，顶层二十多户家里发霉，有的接了三年盆。',
    ask: '把屋面防水重做一遍，修好一户问一户。',
    household: rows[0]?.id,
    provenance: '在楼门口口述，念给她听过。',
  });
  const { proposal } = await troupe.act('social-worker', submitProposal, { draft });
  stage.later(10);
  await troupe.act('social-worker', acceptProposal, { proposal });
  await troupe.act('social-worker', openRepair, {
    proposal,
    what: '顶层屋面铲掉旧防水，重做两层，试水两天；屋里发霉的墙面一起修。',
    warranty: '60',
  });
  await troupe.act('social-worker', listUnits, { proposal, doors: rows.map(({ line }) => line).join('\n') });
  const units = async (building: string) => {
    const homes = rows.filter((one) => one.building === building).map(({ id }) => id);
    const found = await stage.owner.query<{ id: number }>(
      'select id from repair_unit where household_id = any ($1) order by id',
      [homes],
    );
    return found.rows.map(({ id }) => id);
  };
  const [first, second] = [await units('14'), await units('15')];
  const contractor = '某防水工程公司（编的）';
  const plan = (from: string, to: string, homes: number[]) =>
    troupe.act('social-worker', planBatch, {
      proposal,
      contractor,
      from: stage.day(from),
      to: stage.day(to),
      units: homes.map(String),
    });
  await plan('2022-03-05', '2022-03-25', first);
  await plan('2022-03-28', '2022-04-20', second);
  for (const [gate, words] of Object.entries(evidence)) {
    const outcome = gate === 'fund_emergency' ? 'not_applicable' : 'satisfied';
    const decidedOn = stage.day('2022-02-22');
    await troupe.act('party-secretary', decideGate, { proposal, gate, outcome, evidence: words, decidedOn });
  }
  stage.later(30);
  await troupe.act('governance-secretary', startRepairs, { proposal });
  return { proposal, first, second };
}

/** The second batch too, and everybody was asked: all of them say that it is good. */
export async function finishRoofs(stage: Stage, troupe: Troupe, { proposal, second }: Roofs): Promise<void> {
  const left = second.slice(5).map(String);
  const day = stage.day('2022-04-18');
  await troupe.act('property', finishUnits, { proposal, units: left, day, note: '重做两层。' });
  for (const unit of second) {
    stage.later(1);
    await troupe.act('captain-15', recordUnit, { unit, ...good });
  }
  await troupe.act('social-worker', completeRepairs, { proposal });
}

/** The first batch is done and each home was asked at its door; the second is at work. */
export async function repairRoofs(stage: Stage, troupe: Troupe, { proposal, first, second }: Roofs): Promise<void> {
  stage.later(5);
  const work = (units: number[], day: string, note: string) => ({
    proposal,
    units: units.map(String),
    day: stage.day(day),
    note,
  });
  await troupe.act('property', lookAtUnits, work(first, '2022-03-04', '防水层老化，女儿墙根开裂。'));
  await troupe.act('property', finishUnits, work(first, '2022-03-24', '重做两层，试水两天不漏。'));
  for (const unit of first) {
    stage.later(1);
    await troupe.act('captain-14', recordUnit, { unit, ...good });
  }
  await troupe.act('property', lookAtUnits, work(second, '2022-03-28', '落水口堵，接缝裂。'));
  await troupe.act('property', finishUnits, work(second.slice(0, 5), '2022-04-01', '重做两层。'));
}
