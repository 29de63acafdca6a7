import { recordOpinion } from '@/features/opinions/commands/record';
import { lookAtPicture } from '@/features/pictures/commands';
import { draftPlan } from '@/features/plans/commands/draft';
import { drawPlan } from '@/features/plans/commands/drawing';
import { publishPlan } from '@/features/plans/commands/publish';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { openRound } from '@/features/rounds/commands/open';
import { summariseRound } from '@/features/rounds/commands/summarise';
import { startConsultation } from '@/features/scoping/commands/consult';
import { decideGate } from '@/features/scoping/commands/gates';
import { confirmGroups, nameGroups } from '@/features/scoping/commands/groups';
import { declareAgreement, postNotice } from '@/features/signoff/commands/agree';
import { signResolution } from '@/features/signoff/commands/sign';
import { bring } from './others';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';

/** One entrance of a building, with its homes in the order of their doors. */
interface Side {
  building: Building;
  entrance: number;
  homes: number[];
}

export async function sideOf(stage: Stage, troupe: Troupe, building: Building, nth: number): Promise<Side> {
  const { rows } = await stage.owner.query<{ entrance: number; homes: number[] }>(
    `select h.entrance_id as entrance, array_agg(h.id order by length(u.door), u.door) as homes
     from household h join community c on c.id = h.community_id
       join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
       join unit u on u.community_id = h.community_id and u.id = h.unit_id
     where c.slug = $1 and h.building_id = $2 and e.no = $3 group by 1`,
    [troupe.slug, troupe.buildingIds[building], nth],
  );
  const [{ entrance, homes } = { entrance: 0, homes: [] }] = rows;
  return { building, entrance, homes };
}

export interface Matter {
  title: string;
  words: Record<string, string>;
  groups: [why: string, why: string];
  plan: { title: string; summary: string; cost: string; costNote: string; clauses: string; drawn?: string };
  summary: string;
  /** What proves each thing the law asks for. */
  evidence: Record<string, string>;
}

/** Brought, taken up, its groups named, its plan put to every door of two entrances; the round ends by the clock. Its number. */
export async function ask(stage: Stage, troupe: Troupe, matter: Matter, sides: [Side, Side], closesOn: string) {
  const proposal = await bring(troupe, 'resident-14', { title: matter.title, ...matter.words });
  stage.later(30);
  await troupe.act('social-worker', acceptProposal, { proposal });
  await troupe.act('social-worker', nameGroups, {
    proposal,
    groups: sides.map(({ building, entrance }, at) => ({
      name: `${building}号楼${at === 0 ? '得益的单元' : '旁边的单元'}`,
      effect: at === 0 ? 'benefits' : 'bears',
      why: matter.groups[at],
      places: [`entrance:${entrance}`],
    })),
  });
  stage.later(30);
  await troupe.act('party-secretary', confirmGroups, { proposal });
  await troupe.act('governance-secretary', startConsultation, { proposal });
  const { drawn, ...plan } = matter.plan;
  await troupe.act('social-worker', draftPlan, { proposal, ...plan });
  if (drawn) await troupe.act('social-worker', drawPlan, { proposal, shapes: drawn });
  await troupe.act('governance-secretary', publishPlan, { proposal });
  const { round } = await troupe.act('governance-secretary', openRound, { proposal, closesOn: stage.day(closesOn) });
  for (const { building, homes } of sides)
    for (const household of homes.slice(0, Math.ceil((homes.length * 2) / 3))) {
      stage.later(1);
      await troupe.act(`captain-${building}`, recordOpinion, {
        round,
        version: 1,
        household,
        stance: 'support',
        channel: 'door',
        proof: 'read_back',
        witnessName: '同楼邻居',
      });
    }
  return { proposal, round };
}

/** Summed up, agreed, what the law asks for decided by invented evidence, and put up. */
export async function agree(stage: Stage, troupe: Troupe, matter: Matter, of: { proposal: number; round: number }) {
  const { proposal, round } = of;
  await troupe.act('governance-secretary', summariseRound, { round, summary: matter.summary });
  await troupe.act('governance-secretary', declareAgreement, { proposal });
  for (const [gate, evidence] of Object.entries(matter.evidence))
    await troupe.act('party-secretary', decideGate, {
      proposal,
      gate,
      evidence,
      outcome: 'satisfied',
      decidedOn: stage.day('2022-08-17'),
    });
  stage.later(30);
  await troupe.act('governance-secretary', postNotice, { proposal });
}

export async function signBoth(stage: Stage, troupe: Troupe, proposal: number): Promise<void> {
  await troupe.act('party-secretary', signResolution, { proposal });
  stage.later(20);
  await troupe.act('governance-secretary', signResolution, { proposal });
}

/** Every picture of a kind that nobody has looked at, by somebody who did not send it. */
export async function lookAtAll(stage: Stage, troupe: Troupe, subject: string): Promise<void> {
  const { rows } = await stage.owner.query<{ id: number }>(
    `select x.id from picture x join community c on c.id = x.community_id
     where c.slug = $1 and x.subject = $2 and x.looked_at_at is null order by x.id`,
    [troupe.slug, subject],
  );
  for (const { id } of rows) await troupe.act('social-worker', lookAtPicture, { picture: id, verdict: 'board' });
}
