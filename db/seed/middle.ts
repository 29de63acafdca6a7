import { citeChanges, confirmMateriality, draftPlan, judgeMateriality, publishPlan } from '@/features/plans/commands';
import { openRound, summariseRound } from '@/features/rounds/commands';
import { type Asking, goRound } from './rounds';
import { versions } from './plan-texts';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';

export interface Change {
  clause: number;
  note: string;
  objections?: number[];
  technical?: string;
}

export interface Revision {
  version: number;
  changes: Change[];
  /** For which groups the change is material, by position; and why or why not. */
  material: { group: number; material: boolean; reason: string }[];
  drafted: string;
  published: string;
}

/** A version drafted by the social worker, judged by one and confirmed by another, published by the secretary. */
export async function revise(stage: Stage, troupe: Troupe, proposal: number, revision: Revision): Promise<void> {
  const { version, changes, material } = revision;
  const text = versions[version - 1];
  if (!text) throw new Error(`the plan has no version ${version}`);
  await stage.at(revision.drafted);
  const clauses = text.clauses.map((clause, index) => ({ no: index + 1, text: clause }));
  await troupe.act('social-worker', draftPlan, { proposal, ...text, clauses });
  if (version > 1) {
    await troupe.act('social-worker', citeChanges, { proposal, changes });
    await troupe.act('social-worker', judgeMateriality, { proposal, judgements: material });
    stage.later(90);
    await troupe.act('governance-secretary', confirmMateriality, { proposal });
  }
  await stage.at(revision.published);
  await troupe.act('governance-secretary', publishPlan, { proposal });
}

export interface Round {
  k: number;
  opens: string;
  closes: string;
  version: number;
  anew: readonly Building[];
  summary: string;
  summarised: string;
}

/** Opens a round, sends the captains round, lets it close by the clock, and says what was heard. Returns its number. */
export async function hold(stage: Stage, troupe: Troupe, proposal: number, round: Round): Promise<number> {
  const no = await open(stage, troupe, proposal, round);
  await stage.at(round.summarised);
  await troupe.act('governance-secretary', summariseRound, { round: no, summary: round.summary });
  return no;
}

/** Opens a round and sends the captains round, as far as `until` says. */
export async function open(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  round: Pick<Round, 'k' | 'opens' | 'closes' | 'version' | 'anew'>,
  until?: number,
): Promise<number> {
  await stage.at(`${round.opens} 09:00`);
  const { round: no } = await troupe.act('governance-secretary', openRound, {
    proposal,
    closesOn: stage.day(round.closes),
  });
  const asking: Asking = {
    round: no,
    k: round.k - 1,
    version: round.version,
    anew: round.anew,
    walk: () => stage.later(2),
    ...(until === undefined ? {} : { until }),
  };
  stage.later(60);
  await goRound(troupe, asking);
  return no;
}
