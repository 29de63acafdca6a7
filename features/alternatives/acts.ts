import type { Voter } from '@/features/opinions/policy';
import { mayCorrect } from '@/features/opinions/rules';
import { atStep, type State } from '@/features/proposals/rules';
import type { Window } from '@/features/rounds/rules/window';
import { type Act, because, type DeskAct, each, type Standings } from '@/lib/act';
import { personOf } from '@/lib/actor';
import type { ComparisonFacts } from './facts';
import {
  mayChoose,
  mayCloseComparison,
  mayDraftAlternative,
  mayEndComparison,
  mayExtendComparison,
  mayOpenComparison,
  mayRecordWord,
  maySay,
} from './policy';
import { LEAST_ALTERNATIVES } from './rules';

const page = (...words: string[]) => ({
  word: ['alternatives', ...words].join('_'),
  path: ({ no }: ComparisonFacts) => ['proposals', no, 'alternatives', ...words],
});

const drafting = ({ state, begun, comparison }: ComparisonFacts) =>
  atStep(state, 'scoping') ?? because(begun, 'plan_begun') ?? because(comparison?.opensAt != null, 'comparison_open');

/** 备选: one of two to six, with its own clauses, cost and groups. */
export const draftAlternative: DeskAct<ComparisonFacts, 'not_at_this_step' | 'plan_begun' | 'comparison_open'> = {
  name: 'alternative.draft',
  why: drafting,
  by: mayDraftAlternative,
  desk: page(),
};

const drafters = ({ comparison }: ComparisonFacts) =>
  comparison === null ? [] : [comparison.draftedBy, ...comparison.alternatives.map(({ draftedBy }) => draftedBy)];

/** Row c: sealed by somebody who drew up none of them, and everybody whom one of them concerns is asked. */
export const openComparison: DeskAct<
  ComparisonFacts,
  'not_at_this_step' | 'plan_begun' | 'comparison_open' | 'no_alternatives' | 'too_few_alternatives' | 'second_person'
> = {
  name: 'alternative.open',
  why: (facts) =>
    drafting(facts) ??
    because(facts.comparison === null, 'no_alternatives') ??
    because((facts.comparison?.alternatives.length ?? 0) < LEAST_ALTERNATIVES, 'too_few_alternatives'),
  by: mayOpenComparison,
  unless: (actor, facts) => because(drafters(facts).includes(personOf(actor) ?? 0), 'second_person'),
  desk: {
    ...page('opening'),
    needed: (facts, now) => openComparison.why(facts, now) === null,
    since: ({ comparison }) => comparison?.draftedAt ?? null,
  },
};

const opened = ({ state, comparison }: ComparisonFacts) =>
  atStep(state, 'comparing') ?? because(comparison?.closesAt == null, 'no_alternatives');

/** Before its close it may be made longer, never shorter; to which day is said in the form. */
export const extendComparison: DeskAct<ComparisonFacts, 'not_at_this_step' | 'no_alternatives' | 'round_closed'> = {
  name: 'alternative.extend',
  why: (facts, now) =>
    opened(facts) ?? because(facts.comparison?.closesAt != null && now >= facts.comparison.closesAt, 'round_closed'),
  by: mayExtendComparison,
  desk: page('extension'),
};

/** By the clock, or by anybody on duty when it is late: locked, then counted. */
export const closeComparison: DeskAct<
  ComparisonFacts,
  'not_at_this_step' | 'no_alternatives' | 'round_closed' | 'round_running'
> = {
  name: 'alternative.close',
  why: (facts, now) =>
    opened(facts) ??
    because(facts.comparison?.closedAt != null, 'round_closed') ??
    because(facts.comparison?.closesAt != null && now < facts.comparison.closesAt, 'round_running'),
  by: mayCloseComparison,
  desk: {
    ...page('closure'),
    needed: (facts, now) => closeComparison.why(facts, now) === null,
    since: ({ comparison }) => comparison?.closesAt ?? null,
  },
};

/** Row cc: the proposed one, or another for a reason everybody reads. */
export const chooseAlternative: DeskAct<
  ComparisonFacts,
  'not_at_this_step' | 'no_alternatives' | 'comparison_not_closed'
> = {
  name: 'alternative.choose',
  why: (facts) => opened(facts) ?? because(facts.comparison?.closedAt == null, 'comparison_not_closed'),
  by: mayChoose,
  desk: {
    ...page('choice'),
    needed: (facts, now) => chooseAlternative.why(facts, now) === null,
    since: ({ comparison }) => comparison?.closedAt ?? null,
  },
};

/** Row ce: none of them; what was drawn up is set aside, and so is what was said. */
export const endComparison: DeskAct<ComparisonFacts, 'not_at_this_step' | 'no_alternatives'> = {
  name: 'alternative.end',
  why: ({ state, comparison }) =>
    atStep(state, 'scoping', 'comparing') ?? because(comparison === null, 'no_alternatives'),
  by: mayEndComparison,
  undoes: ({ comparison, state }) =>
    state === 'comparing'
      ? { rounds: 1, answers: comparison?.heard ?? 0 }
      : { alternatives: comparison?.alternatives.length ?? 0 },
  desk: page('end'),
};

/** A household in a comparison. */
export interface OfHome extends Voter {
  state: State;
  comparison: (Window & { closedAt: Date | null; ended: boolean }) | null;
  /** What was said for it, oldest first. */
  chain: readonly { own: boolean; disowned: boolean; receivedAt: Date }[];
  own: boolean;
  /** It asks that nobody knocks. */
  quiet: boolean;
}

/** Why nothing can be said now. */
const whySilent = ({ state, comparison }: Pick<OfHome, 'state' | 'comparison'>, now: Date) =>
  because(comparison === null || comparison.ended, 'no_alternatives') ??
  because(comparison !== null && now < comparison.opensAt, 'not_yet_open') ??
  because(
    state !== 'comparing' || comparison?.closedAt != null || (comparison !== null && now >= comparison.closesAt),
    'round_closed',
  );

type Silent = 'no_alternatives' | 'not_yet_open' | 'round_closed';

/** The household's own word; for 72 hours instead of what was recorded in its name, also after the close. */
export const sayWord: Act<OfHome, Silent> = {
  name: 'alternative.say',
  why: (facts, now) => {
    const silent = whySilent(facts, now);
    const corrects =
      facts.state === 'comparing' &&
      facts.chain.some((one) => !one.own && !one.disowned && mayCorrect(one.receivedAt, now));
    return silent?.code === 'round_closed' && corrects ? null : silent;
  },
  by: maySay,
};

/** The same written down at its door, with proof. */
export const recordWord: Act<OfHome, Silent | 'speak_for_yourself'> = {
  name: 'alternative.record',
  why: whySilent,
  by: mayRecordWord,
  unless: (_, { own }) => because(own, 'speak_for_yourself'),
};

/** Somebody knocked and brought no answer home. */
export const noteAtDoor: Act<OfHome, Silent | 'wants_no_visits'> = {
  name: 'alternative.visit',
  why: (facts, now) => whySilent(facts, now) ?? because(facts.quiet, 'wants_no_visits'),
  by: mayRecordWord,
};

const where =
  (fits: (facts: ComparisonFacts) => boolean) =>
  (facts: ComparisonFacts): ComparisonFacts[] =>
    fits(facts) ? [facts] : [];

/** What stands at the desk of one proposal. */
export const standings: Standings<ComparisonFacts>[] = [
  each(
    draftAlternative,
    where(({ state, begun }) => state === 'scoping' && !begun),
  ),
  each(
    openComparison,
    where(({ state, comparison }) => state === 'scoping' && comparison !== null),
  ),
  ...[extendComparison, closeComparison, chooseAlternative].map((act) =>
    each<ComparisonFacts, ComparisonFacts, ComparisonFacts>(
      act,
      where(({ state }) => state === 'comparing'),
    ),
  ),
  each(
    endComparison,
    where(({ state, comparison }) => comparison !== null && (state === 'scoping' || state === 'comparing')),
  ),
];
