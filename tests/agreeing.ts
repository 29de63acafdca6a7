import { drawObjection } from '@/features/objections/commands/draw';
import { GATES_OF } from '@/features/proposals/rules/gates';
import { closeRound } from '@/features/rounds/commands/close';
import { summariseRound } from '@/features/rounds/commands/summarise';
import { type Consultation, done, makeConsultation } from './consultation';
import type { BuildingPlan } from './fixture';
import { answerObjection, declareAgreement, giveOpinion, postNotice } from './shown';
import { undrawn } from './talks';

/** Every legal gate of the proposal decided by the community Party secretary. */
export async function decideGates(here: Consultation, state: 'open' | 'satisfied' = 'satisfied'): Promise<void> {
  for (const { key } of GATES_OF.path_green) {
    await here.sql(
      `insert into legal_gate (community_id, proposal_id, key, state, evidence, decided_on, signer_id)
       values ($1, $2, $3, $4, '批文', '2022-03-01', $5)
       on conflict (community_id, proposal_id, key) do update set state = excluded.state`,
      [here.communityId, here.proposalId, key, state, here.secretary],
    );
  }
}

/** Every word against the plan, or for it on a condition, drawn as an objection of its own and answered with a reason. */
async function answerEach(here: Consultation, opinions: readonly { id: number; ground: string | null }[]) {
  for (const { id, ground } of opinions) {
    const drawn = { proposal: 1, opinions: [id], ground: ground ?? 'safety', weight: 'harm', wording: '说的是这个' };
    const { objection } = done(await drawObjection(here.by(here.worker), drawn));
    const reply = { proposal: 1, objection, kind: 'not_possible', answer: '坡太陡' };
    done(await answerObjection(here.by(here.worker), reply));
  }
}

export type Said = 'support' | 'oppose' | 'support_if';

/**
 * A consultation whose first round closed on 2022-03-12, with these answers household by household, each in its own
 * words: `{ '14': ['support', …], '15': […] }`. Whoever is not in the list gave no answer. It is 2022-03-13 09:00.
 */
export async function makeCounted(said: Record<'14' | '15', Said[]>, buildings?: BuildingPlan[]) {
  const here = await makeConsultation(buildings);
  await here.firstRound('2022-03-12');
  const opinions: Record<string, number[]> = { '14': [], '15': [] };
  const people: Record<string, number[]> = { '14': [], '15': [] };
  for (const building of ['14', '15'] as const) {
    for (const [index, stance] of said[building].entries()) {
      const person = await here.resident(here.household(building, index));
      people[building]?.push(person);
      const given = await giveOpinion(here.by(person), {
        round: 1,
        stance,
        words: `${building}-${index}`,
        ...(stance === 'oppose' ? { ground: 'noise' } : {}),
        ...(stance === 'support_if' ? { condition: '装扶手' } : {}),
      });
      opinions[building]?.push(done(given).opinion);
    }
  }
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  done(await summariseRound(here.by(here.governance), { round: 1, summary: '两边说了什么' }));
  return {
    ...here,
    opinion: (building: '14' | '15', index: number): number => opinions[building]?.[index] ?? 0,
    person: (building: '14' | '15', index: number): number => people[building]?.[index] ?? 0,
    /** Every legal gate of the proposal decided by the community Party secretary. */
    gates: (state: 'open' | 'satisfied' = 'satisfied') => decideGates(here, state),
    answered: async () => answerEach(here, await undrawn(here)),
  };
}

export const all = (n: number, stance: Said = 'support'): Said[] => Array.from({ length: n }, () => stance);

/** Declared agreed and put up; the notice ran to the end of 2022-03-20 and it is the next morning. */
export async function makeNoticed(
  said: Record<'14' | '15', Said[]> = { '14': all(10), '15': all(7) },
  buildings?: BuildingPlan[],
) {
  const here = await makeCounted(said, buildings);
  await here.gates();
  done(await declareAgreement(here.by(here.governance), { proposal: 1 }));
  done(await postNotice(here.by(here.secretary), { proposal: 1 }));
  here.at('2022-03-21');
  return here;
}
