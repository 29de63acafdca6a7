import { alternativeChoice } from '@/db/schema/alternatives';
import { endNews, writeLetters } from '@/features/letters/moves';
import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { chooseInput, resultShown } from '../input';
import { letters } from '../letters';
import { lockComparison, membersOf } from '../moves';
import { becomePlan, becomeRound } from '../moves/become';
import { checkReason, letterOf } from '../rules';

/**
 * Row cc: the chosen one is the first version of the plan, with its groups; what was said of it is its first round, closed and
 * counted. Whoever cannot live with it stands there as opposing, is drawn as an objection and answered as in any round.
 */
export const chooseAlternative = command({
  act: acts.chooseAlternative,
  input: chooseInput,
  facts: lockComparison,
  shown: ({ facts }) => resultShown(facts.comparison),
  run: async ({ db, community, communityId, now, actor, input, facts: { row, comparison: live } }) => {
    const chosen = live?.alternatives.find(({ position }) => position === input.alternative);
    if (!live || !chosen?.result) return refuse('no_such_alternative');
    const { proposed } = chosen.result;
    const reasoned = checkReason({ proposed }, input.reason);
    if (reasoned) return { ok: false, refusal: reasoned };
    const chosenBy = personOf(actor) ?? 0;
    const here = { db, communityId, now, by: chosenBy };
    await db.insert(alternativeChoice).values({
      communityId,
      comparisonId: live.id,
      alternativeId: chosen.id,
      proposed,
      reason: input.reason,
      chosenBy,
      at: now,
    });
    const plan = await becomePlan(here, row, live, chosen);
    const round = await becomeRound(here, row, live, chosen, plan.groups);
    const letter = letterOf(chosen.position);
    await recordStep(db, row, {
      kind: 'alternative_chosen',
      to: 'consulting',
      role: roleOf(actor),
      personId: chosenBy,
      reason: input.reason,
      detail: { alternative: letter, version: 1, k: 1, round: round.no },
      now,
    });
    await endNews({ db, communityId, now }, { about: 'proposal', numbers: [input.proposal] });
    const asked = new Set(
      [...(await membersOf(db, { communityId, id: live.id })).values()].flat().map((one) => one.household),
    );
    await writeLetters(
      { db, communityId, now },
      letters.alternative_chosen,
      [...asked].map((household) => ({
        to: { household },
        no: input.proposal,
        detail: { title: row.title, alternative: letter, name: chosen.title },
      })),
    );
    return {
      ok: true,
      value: { proposal: input.proposal, round: round.no },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          chosen: letter,
          proposed,
          reason: input.reason,
          hash: plan.hash,
          snapshot: plan.snapshot,
          round: round.no,
          households: round.households,
          opinions: round.opinions,
        },
      },
      jobs: [
        {
          task: 'recheck.draw',
          payload: { community: community.slug, round: round.no },
          key: `recheck.draw:${communityId}:${round.no}`,
        },
      ],
      changed: ['proposals', 'rounds', `round/${round.no}`],
    };
  },
});
