import { atStep } from '@/features/proposals/rules';
import { because, type DeskAct, once, type Standings } from '@/lib/act';
import type { ConditionFacts } from './facts';
import { mayMarkConditions } from './policy';
import { MARKED_IN } from './rules';

/** Those of a list that everybody who asked for them has taken back. */
export const takenBack = ({ marked, raised }: Pick<ConditionFacts, 'marked' | 'raised'>): number[] =>
  (marked?.conditions ?? []).flatMap(({ no, objections }) =>
    objections.every((of) => raised.some((one) => one.no === of && one.withdrawn)) ? [no] : [],
  );

/** What households ask for, which of it excludes each other, and what it costs. */
export const markConditions: DeskAct<ConditionFacts, 'not_at_this_step' | 'nothing_hangs'> = {
  name: 'condition.mark',
  why: ({ state, raised }) =>
    atStep(state, ...MARKED_IN) ?? because(!raised.some(({ hangs }) => hangs), 'nothing_hangs'),
  by: mayMarkConditions,
  desk: {
    word: 'conditions',
    path: ({ no }) => ['proposals', no, 'conditions'],
    needed: (facts) => markConditions.why(facts, facts.stateAt) === null && takenBack(facts).length > 0,
    since: ({ marked }) => marked?.markedAt ?? null,
    count: (facts) => takenBack(facts).length,
  },
};

export const standings: Standings<ConditionFacts>[] = [once(markConditions)];
