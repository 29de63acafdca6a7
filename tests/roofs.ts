import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft } from '@/features/proposals/commands/draft';
import { listUnits, openRepair, planBatch } from '@/features/repairs/commands/list';
import { finishUnits, lookAtUnits } from '@/features/repairs/commands/work';
import { deskRepair } from '@/features/repairs/queries/desk';
import { decideGate } from '@/features/scoping/commands/gates';
import { done } from './consultation';
import { makeCommunity, sql } from './fixture';
import { startRepairs, submitProposal } from './shown';

/** A list of the first homes of building 14, in one batch; nothing the law asks is decided yet. */
export async function listed(homes = 12) {
  const here = await makeCommunity();
  here.at('2022-03-01');
  const [worker, secretary, property] = await Promise.all([
    here.staff('social-worker'),
    here.staff('party-secretary'),
    here.staff('property'),
  ]);
  const author = await here.resident(here.household('14', 0));
  const { draft } = done(
    await saveDraft(here.by(author), {
      kind: 'repair_fund',
      title: '屋顶漏水',
      place: '14号楼顶层',
      problem: '下雨就漏',
      ask: '修屋顶',
    }),
  );
  const { proposal } = done(await submitProposal(here.by(author), { draft }));
  done(await acceptProposal(here.by(worker), { proposal }));
  done(await openRepair(here.by(worker), { proposal, what: '重做两层防水', warranty: '60' }));
  const line = (index: number) => {
    const { building, entranceNo, door } = here.home(here.household('14', index));
    return `${building}-${entranceNo}-${door} 主卧顶漏`;
  };
  const doors = Array.from({ length: homes }, (_, index) => line(index)).join('\n');
  done(await listUnits(here.by(worker), { proposal, doors }));
  const units = async () => (await deskRepair(here.by(worker), { no: proposal }))?.units ?? [];
  const ids = (await units()).map(({ id }) => String(id));
  done(
    await planBatch(here.by(worker), {
      proposal,
      contractor: '防水公司',
      from: '2022-03-05',
      to: '2022-03-20',
      units: ids,
    }),
  );
  const decide = async () => {
    for (const gate of ['owners_vote_fund', 'fund_purpose', 'fund_emergency'])
      done(
        await decideGate(here.by(secretary), {
          proposal,
          gate,
          outcome: 'satisfied',
          evidence: '办了',
          decidedOn: '2022-03-01',
        }),
      );
  };
  const unitOf = async (index: number) => {
    const [row] = await sql<{ id: number }>(
      'select id from repair_unit where community_id = $1 and household_id = $2',
      [...[here.communityId, here.household('14', index)]],
    );
    return row?.id ?? 0;
  };
  const repaired = async () => {
    await decide();
    done(await startRepairs(here.by(secretary), { proposal }));
    done(await lookAtUnits(here.by(property), { proposal, units: ids, day: '2022-03-01', note: '防水老化' }));
    done(await finishUnits(here.by(property), { proposal, units: ids, day: '2022-03-01', note: '两层' }));
  };
  const state = async () =>
    (
      await sql<{ state: string }>('select state from proposal where community_id = $1 and no = $2', [
        here.communityId,
        proposal,
      ])
    )[0]?.state;
  return { ...here, worker, secretary, property, author, proposal, line, units, ids, decide, unitOf, repaired, state };
}
