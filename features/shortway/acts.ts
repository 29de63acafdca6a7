import { atStep } from '@/features/proposals/rules';
import { type Act, because, type DeskAct, each, never, type Standings, secondPerson } from '@/lib/act';
import { refusalOf } from '@/lib/result';
import type { ShortFacts } from './facts';
import {
  mayAnswer,
  mayDecideShort,
  mayDoAgain,
  mayFinish,
  mayObject,
  mayProposeShort,
  mayRecordObjection,
  maySetLimit,
} from './policy';
import { askBy, checkCost, SHORT_KINDS } from './rules';

const page = (...words: string[]) => ({
  word: words.join('_'),
  path: ({ no }: ShortFacts) => ['proposals', no, ...words],
});

/** 小事最多花多少. */
export const setLimit: Act<{ limit: number | null }, never> = { name: 'short.set_limit', why: never, by: maySetLimit };

/** Row s, first half. What it costs is said in the form. */
export const proposeShort: DeskAct<
  ShortFacts,
  'not_at_this_step' | 'not_looked_at' | 'kind_touches_rights' | 'short_proposed' | 'limit_unset'
> = {
  name: 'short.propose',
  recurs: true,
  why: ({ state, waits, kind, short, limit }) =>
    atStep(state, 'submitted') ??
    because(waits, 'not_looked_at') ??
    because(!SHORT_KINDS.includes(kind), 'kind_touches_rights') ??
    because(short !== null, 'short_proposed') ??
    because(limit === null, 'limit_unset'),
  by: mayProposeShort,
  desk: page('short'),
};

const proposed = ({ state, short }: ShortFacts) =>
  atStep(state, 'submitted') ?? because(short === null, 'short_not_proposed');

/** Row s, second half: by somebody else, while it still costs no more than it may. */
export const confirmShort: DeskAct<
  ShortFacts,
  'not_at_this_step' | 'short_not_proposed' | 'limit_unset' | 'too_dear' | 'second_person'
> = {
  name: 'short.confirm',
  why: (facts) => proposed(facts) ?? (facts.short && refusalOf(checkCost(facts.short.cost, facts.limit))),
  by: mayDecideShort,
  unless: (actor, { short }) => secondPerson(actor, short?.proposedBy),
  desk: {
    word: 'second_short',
    path: page('short').path,
    needed: ({ state, short }) => state === 'submitted' && short !== null,
    since: ({ short }) => short?.proposedAt ?? null,
  },
};

export const refuseShort: Act<ShortFacts, 'not_at_this_step' | 'short_not_proposed'> = {
  name: 'short.refuse',
  recurs: true,
  why: proposed,
  by: mayDecideShort,
};

const hanging = ({ state, short }: ShortFacts, now: Date) =>
  atStep(state, 'short') ?? because(short?.hangsUntil != null && now >= short.hangsUntil, 'short_over');

/** Row st: one household's reason is enough. */
export const objectShort: Act<ShortFacts & { household: number | null }, 'not_at_this_step' | 'short_over'> = {
  name: 'short.object',
  why: hanging,
  by: mayObject,
};

/** The same, written down at its door. `own`: whoever asks lives there. */
export const recordShortObjection: Act<
  ShortFacts & { householdId: number; entranceId: number; own: boolean },
  'not_at_this_step' | 'short_over' | 'speak_for_yourself'
> = {
  name: 'short.record_objection',
  why: hanging,
  by: mayRecordObjection,
  unless: (_, { own }) => because(own, 'speak_for_yourself'),
};

/** Row sd. */
export const finishShort: DeskAct<ShortFacts, 'not_at_this_step' | 'still_hangs'> = {
  name: 'short.finish',
  recurs: true,
  why: ({ state, short }, now) =>
    atStep(state, 'short') ??
    because(short?.hangsUntil != null && now < short.hangsUntil, 'still_hangs', {
      until: short?.hangsUntil?.toISOString() ?? '',
    }),
  by: mayFinish,
  desk: {
    ...page('short', 'done'),
    needed: ({ state, short }, now) => state === 'short' && short?.hangsUntil != null && now >= short.hangsUntil,
    since: ({ short }) => short?.hangsUntil ?? null,
  },
};

/** Rows sv and sr: once, by the household itself or asked by the hotline, never by whoever did it. */
export const answerShort: DeskAct<ShortFacts, 'not_at_this_step' | 'not_short' | 'second_person'> = {
  name: 'short.answer',
  recurs: true,
  why: ({ state, short }) => atStep(state, 'completed') ?? because(short?.doneAt == null, 'not_short'),
  by: mayAnswer,
  unless: (actor, { short }) => secondPerson(actor, short?.doneBy),
  desk: {
    ...page('short', 'answer'),
    needed: ({ state, short }) => state === 'completed' && short?.doneAt != null,
    since: ({ short }) => short?.doneAt ?? null,
    due: ({ short }) => (short?.doneAt ? askBy(short.doneAt) : null),
  },
};

/** Rows sa and sf: what is not good is done again, or goes the full way. */
export const doAgain: DeskAct<ShortFacts, 'not_at_this_step' | 'not_short'> = {
  name: 'short.do_again',
  recurs: true,
  why: ({ state, short }) => atStep(state, 'reopened') ?? because(short?.doneAt == null, 'not_short'),
  by: mayDoAgain,
  desk: {
    ...page('short', 'again'),
    needed: ({ state, short }) => state === 'reopened' && short?.doneAt != null,
    since: ({ stateAt }) => stateAt,
  },
};

const where =
  (fits: (facts: ShortFacts) => boolean) =>
  (facts: ShortFacts): ShortFacts[] =>
    fits(facts) ? [facts] : [];

/** What stands at the desk of one proposal. */
export const standings: Standings<ShortFacts>[] = [
  each(
    proposeShort,
    where(({ state, short }) => state === 'submitted' && short === null),
  ),
  each(
    confirmShort,
    where(({ state, short }) => state === 'submitted' && short !== null),
  ),
  each(
    finishShort,
    where(({ state }) => state === 'short'),
  ),
  each(
    answerShort,
    where(({ state, short }) => state === 'completed' && short?.doneAt != null),
  ),
  each(
    doAgain,
    where(({ state, short }) => state === 'reopened' && short?.doneAt != null),
  ),
];
