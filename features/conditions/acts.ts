import type { Staked } from '@/features/proposals/facts';
import { atStep } from '@/features/proposals/rules';
import { because, type DeskAct, once, type Standings } from '@/lib/act';
import type { Losses } from '@/lib/undoing';
import type { ConditionFacts } from './facts';
import { mayMarkConditions } from './policy';
import { MARKED_IN, type totalChange } from './rules';

/** Those of a list that everybody who asked for them has taken back. */
export const takenBack = ({ marked, raised }: Pick<ConditionFacts, 'marked' | 'raised'>): number[] =>
  (marked?.conditions ?? []).flatMap(({ no, objections }) =>
    objections.every((of) => raised.some((one) => one.no === of && one.withdrawn)) ? [no] : [],
  );

type Marking = ConditionFacts & Staked & { total?: ReturnType<typeof totalChange> };

/** Households that speak in a round go by what may be spent: another total tells them so, and says what it leaves. */
function otherTotal({ atStake, total }: Marking): Losses {
  if (!total || !atStake?.rounds) return {};
  const { from, to, most } = total;
  return {
    totalBefore: from ?? 0,
    ...(to === null ? { totalOpen: 1 } : to === 0 ? { totalNothing: 1 } : { totalNow: to }),
    ...(most === 0 ? { haveNone: 1 } : { haveNow: most }),
    spokeBefore: atStake.answers,
  };
}

/** What households ask for, which of it excludes each other, and what it costs. */
export const markConditions: DeskAct<Marking, 'not_at_this_step' | 'nothing_hangs', ConditionFacts> = {
  name: 'condition.mark',
  why: ({ state, raised }) =>
    atStep(state, ...MARKED_IN) ?? because(!raised.some(({ hangs }) => hangs), 'nothing_hangs'),
  by: mayMarkConditions,
  undoes: otherTotal,
  desk: {
    word: 'conditions',
    path: ({ no }) => ['proposals', no, 'conditions'],
    needed: (facts) => markConditions.why(facts, facts.stateAt) === null && takenBack(facts).length > 0,
    since: ({ marked }) => marked?.markedAt ?? null,
    count: (facts) => takenBack(facts).length,
  },
};

export const standings: Standings<ConditionFacts>[] = [once(markConditions)];
