import { citeChanges } from '@/features/plans/commands/cite';
import { draftPlan } from '@/features/plans/commands/draft';
import { confirmMateriality, judgeMateriality } from '@/features/plans/commands/judge';
import { publishPlan } from '@/features/plans/commands/publish';
import { openRound } from '@/features/rounds/commands/open';
import { summariseRound } from '@/features/rounds/commands/summarise';
import { versions } from './plan-texts';
import { goRound, lookAgain } from './rounds';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';

/** A version as the social worker drafts it. */
export async function draft(troupe: Troupe, proposal: number, version: number): Promise<void> {
  const text = versions[version - 1];
  if (!text) throw new Error(`the plan has no version ${version}`);
  const clauses = text.clauses.map((clause, index) => ({ no: index + 1, text: clause }));
  await troupe.act('social-worker', draftPlan, { proposal, ...text, clauses });
}

/** What each change answers, and for whom it is material: said by one, confirmed by another. */
export async function judge(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  changes: { clause: number; note: string; objections: number[] }[],
  judgements: { group: number; material: boolean; reason: string }[],
): Promise<void> {
  await troupe.act('social-worker', citeChanges, { proposal, changes });
  await troupe.act('social-worker', judgeMateriality, { proposal, judgements });
  stage.later(90);
  await troupe.act('governance-secretary', confirmMateriality, { proposal });
}

export const publish = (troupe: Troupe, proposal: number, following: object = {}) =>
  troupe.act('governance-secretary', publishPlan, { proposal, ...following });

export interface Round {
  k: number;
  opens: string;
  closes: string;
  version: number;
  /** Buildings whose earlier words are stale for this version: everybody there is asked again. */
  anew: readonly Building[];
  summary: string;
  summarised: string;
}

/** Opens a round, sends the captains round, lets it close by the clock, and says what was heard. Returns its number. */
export async function hold(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  round: Round,
  meanwhile: () => Promise<void>,
): Promise<number> {
  const no = await open(stage, troupe, proposal, round);
  await meanwhile();
  await stage.at(round.summarised);
  await troupe.act('governance-secretary', summariseRound, { round: no, summary: round.summary });
  await lookAgain(stage, troupe, no);
  return no;
}

/** Opens a round and sends the captains round, to every door or to `of` in ten. */
export async function open(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  { k, version, anew, opens, closes }: Round,
  of?: number,
): Promise<number> {
  await stage.at(`${opens} 09:00`);
  const { round } = await troupe.act('governance-secretary', openRound, { proposal, closesOn: stage.day(closes) });
  stage.later(60);
  const until = of === undefined ? {} : { until: of };
  await goRound(troupe, { round, k: k - 1, version, anew, walk: () => stage.later(2), ...until });
  return round;
}
