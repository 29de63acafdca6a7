import type { BaseFacts } from '@/features/proposals/facts';
import { atStep, type State } from '@/features/proposals/rules';
import { type Act, because, type DeskAct, once, type Standings, together } from '@/lib/act';
import { personOf } from '@/lib/actor';
import type { Refusal } from '@/lib/result';
import { tooLate } from '@/lib/undoing';
import type { ObjectionFact, ObjectionFacts } from './facts';
import { mayAnswer, mayDraw, mayEscalate, mayHearMaintained, mayJudge, mayTry, type Raising } from './policy';
import { ANSWERED_IN, acknowledgeBy, DRAWN_IN, JUDGED_IN, type ObjectionState } from './rules';

interface One extends Pick<ObjectionFact, 'no' | 'answered' | 'escalated'> {
  state: ObjectionState;
  /** The number of the one it goes on in; null: it stands for itself. */
  into: number | null;
  /** Households that said what they think of its answer, and that found it put as they meant it. */
  judgements?: number;
  approvals?: number;
}

const judged = ({ objection: { judgements = 0 } }: OfOne) => ({ verdicts: judgements });
const approved = ({ objection: { approvals = 0 } }: OfOne) => ({ approvals });

export interface OfOne extends Pick<BaseFacts, 'state' | 'termActive'> {
  objection: One;
}

/** Somebody merged it meanwhile: into which one, for whoever goes on there. */
export const mergedMeanwhile = ({ objection: { no, into } }: OfOne): Refusal<'merged_meanwhile'> | null =>
  into === null ? null : { code: 'merged_meanwhile', details: { objection: no, into } };

/** 归纳异议: of which opinions is said in the form. */
export const drawObjection: Act<Pick<BaseFacts, 'state' | 'termActive'>, 'not_at_this_step'> = {
  name: 'objection.draw',
  why: ({ state }) => atStep(state, ...DRAWN_IN),
  by: mayDraw,
};

/** What was said in the latest round waits to be drawn. */
const drawRest: DeskAct<ObjectionFacts, 'not_at_this_step' | 'nothing_undrawn'> = {
  ...drawObjection,
  why: (facts, now) => drawObjection.why(facts, now) ?? because(facts.undrawn.count === 0, 'nothing_undrawn'),
  desk: {
    word: 'drawing',
    theirsAlone: true,
    path: ({ no }) => ['proposals', no, 'objections#draw'],
    needed: ({ state, undrawn }) => DRAWN_IN.includes(state) && undrawn.count > 0,
    since: ({ undrawn }) => undrawn.since,
    count: ({ undrawn }) => undrawn.count,
  },
};

/** Into which one is said in the form. */
export const mergeObjections: Act<OfOne, 'merged_meanwhile'> = {
  name: 'objection.merge',
  why: mergedMeanwhile,
  by: mayDraw,
  undoes: approved,
};

const unanswered = (facts: OfOne) =>
  mergedMeanwhile(facts) ?? atStep(facts.state, ...DRAWN_IN) ?? because(facts.objection.answered, 'already_answered');

export const splitObjection: Act<OfOne, 'merged_meanwhile' | 'not_at_this_step' | 'already_answered'> = {
  name: 'objection.split',
  why: unanswered,
  by: mayDraw,
  undoes: approved,
};

export const rewordObjection: typeof splitObjection = {
  name: 'objection.reword',
  recurs: true,
  why: unanswered,
  by: mayDraw,
  undoes: approved,
};

interface AtDesk extends OfOne {
  no: number;
  objection: One & Pick<ObjectionFact, 'raisedAt'>;
}

const waiting = {
  needed: ({ state }: AtDesk) => ANSWERED_IN.includes(state),
  since: ({ objection }: AtDesk) => objection.raisedAt,
};

/** Within 48 hours. */
export const acknowledgeObjection: DeskAct<OfOne, 'merged_meanwhile' | 'already_acknowledged', AtDesk> = {
  name: 'objection.acknowledge',
  why: (facts: OfOne) => mergedMeanwhile(facts) ?? because(facts.objection.state !== 'raised', 'already_acknowledged'),
  by: mayAnswer,
  desk: {
    word: 'acknowledge',
    path: ({ no }) => ['proposals', no, 'objections'],
    ...waiting,
    due: ({ objection }) => acknowledgeBy(objection.raisedAt),
  },
};

/** 答复. */
export const answerObjection: DeskAct<OfOne, 'merged_meanwhile' | 'not_at_this_step' | 'objection_withdrawn', AtDesk> =
  {
    name: 'objection.answer',
    recurs: true,
    why: (facts: OfOne) =>
      mergedMeanwhile(facts) ??
      atStep(facts.state, ...ANSWERED_IN) ??
      because(facts.objection.state === 'withdrawn', 'objection_withdrawn'),
    by: mayAnswer,
    undoes: judged,
    desk: {
      word: 'answer',
      path: ({ no, objection }) => ['proposals', no, 'objections', objection.no, 'answer'],
      ...waiting,
    },
  };

interface OfRaiser extends OfOne, Raising {
  /** The household is among those who raised it. */
  raised: boolean;
}

export const approveWording: Act<OfRaiser, 'merged_meanwhile' | 'not_a_raiser'> = {
  name: 'objection.approve-wording',
  why: (facts) => mergedMeanwhile(facts) ?? because(!facts.raised, 'not_a_raiser'),
  by: mayJudge,
};

export const disputeWording: Act<OfRaiser, 'merged_meanwhile' | 'not_at_this_step' | 'not_a_raiser'> = {
  name: 'objection.dispute-wording',
  why: (facts) => mergedMeanwhile(facts) ?? atStep(facts.state, ...JUDGED_IN) ?? because(!facts.raised, 'not_a_raiser'),
  by: mayJudge,
};

/** 提出人确认. */
export const giveVerdict: Act<OfOne & Raising, 'merged_meanwhile' | 'not_at_this_step'> = {
  name: 'objection.verdict',
  recurs: true,
  why: (facts) => mergedMeanwhile(facts) ?? atStep(facts.state, ...JUDGED_IN),
  by: mayJudge,
};

interface Recorded extends OfOne, Raising {
  /** What was last written down for the household, and nobody's since; null: it spoke itself, or nothing was. */
  recorded: { at: Date; by: number | null } | null;
}

/** Written down by mistake: whoever did takes it back, and the household is asked again. */
export const takeBackVerdict: Act<
  Recorded,
  'merged_meanwhile' | 'not_at_this_step' | 'nothing_recorded' | 'not_the_recorder' | 'take_back_over'
> = {
  name: 'objection.take_back',
  why: (facts, now) =>
    mergedMeanwhile(facts) ??
    atStep(facts.state, ...JUDGED_IN) ??
    (facts.recorded ? tooLate(facts.recorded.at, now) : { code: 'nothing_recorded' }),
  by: mayTry,
  unless: (actor, { recorded }) => because(recorded?.by !== personOf(actor), 'not_the_recorder'),
};

/** Whoever has not said what they think of an answer is asked at the door. */
const askRaisers: DeskAct<ObjectionFacts, 'not_at_this_step' | 'nobody_to_ask'> = {
  name: giveVerdict.name,
  why: (facts) => atStep(facts.state, ...JUDGED_IN) ?? because(silent(facts).length === 0, 'nobody_to_ask'),
  by: (who) => mayJudge(who, { householdId: 0, entranceId: 0 }),
  desk: {
    word: 'verdicts',
    path: () => ['objections'],
    door: true,
    needed: (facts) => JUDGED_IN.includes(facts.state) && silent(facts).length > 0,
    since: (facts) => silent(facts).reduce<Date | null>((first, { answeredAt: at }) => earlier(first, at), null),
    count: (facts) => new Set(silent(facts).flatMap((one) => one.silent)).size,
  },
};

/** Until the signature whoever still objects is talked with, answered anew, or written up to the district. */
const hearMaintained: DeskAct<ObjectionFacts, 'not_at_this_step' | 'nothing_maintained'> = {
  name: answerObjection.name,
  why: (facts) => atStep(facts.state, ...HEARD_IN) ?? because(maintained(facts).length === 0, 'nothing_maintained'),
  by: mayHearMaintained,
  desk: {
    word: 'maintained',
    theirsAlone: true,
    path: ({ no }) => ['proposals', no, 'objections'],
    needed: (facts) => HEARD_IN.includes(facts.state) && maintained(facts).length > 0,
    since: (facts) => maintained(facts).reduce<Date | null>((first, { answeredAt: at }) => earlier(first, at), null),
    count: (facts) => maintained(facts).reduce((sum, one) => sum + one.maintained.length, 0),
    words: (facts) => maintained(facts).flatMap((one) => one.maintained.filter(Boolean)),
  },
};

const HEARD_IN: readonly State[] = [...DRAWN_IN, 'agreed', 'noticed'];

const maintained = ({ objections }: ObjectionFacts) =>
  objections.filter((one) => one.answered && !one.escalated && one.maintained.length > 0);

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

/** That one of its households still objects says nothing for the others. */
const silent = ({ objections }: ObjectionFacts) => objections.filter((one) => one.answered && one.silent.length > 0);

export const noteTry: Act<OfOne & Raising, 'merged_meanwhile'> = {
  name: 'objection.try',
  why: mergedMeanwhile,
  by: mayTry,
};

/** The clause that answered it was changed again, or not built. */
export const reopenObjection: Act<
  OfOne,
  'merged_meanwhile' | 'not_at_this_step' | 'not_answered_yet' | 'objection_withdrawn'
> = {
  name: 'objection.reopen',
  why: (facts) =>
    mergedMeanwhile(facts) ??
    atStep(facts.state, ...ANSWERED_IN) ??
    because(!facts.objection.answered, 'not_answered_yet') ??
    because(facts.objection.state === 'withdrawn', 'objection_withdrawn'),
  by: mayAnswer,
  undoes: judged,
};

/** A maintained one goes on, in writing. */
export const escalateObjection: Act<
  OfOne,
  'merged_meanwhile' | 'not_at_this_step' | 'already_escalated' | 'not_maintained'
> = {
  name: 'objection.escalate',
  why: (facts) =>
    mergedMeanwhile(facts) ??
    atStep(facts.state, ...DRAWN_IN, 'agreed') ??
    because(facts.objection.escalated, 'already_escalated') ??
    because(facts.objection.state !== 'maintained', 'not_maintained'),
  by: mayEscalate,
};

const those = (wanted: ObjectionFact['state']) => (facts: ObjectionFacts) =>
  facts.objections
    .filter((one) => one.state === wanted)
    .map((one) => ({ ...facts, objection: { ...one, into: null } }));
const list = ({ no }: ObjectionFacts) => ['proposals', no, 'objections'];

/** What stands at the desk of one proposal. */
export const standings: Standings<ObjectionFacts>[] = [
  once(drawRest),
  together(acknowledgeObjection, { of: those('raised'), none: () => ({ code: 'nothing_raised' }), path: list }),
  together(answerObjection, {
    of: those('acknowledged'),
    none: ({ state }) => atStep(state, ...ANSWERED_IN) ?? { code: 'nothing_to_answer' },
    path: (facts, all) => (all.length === 1 ? undefined : list(facts)),
  }),
  once(askRaisers),
  once(hearMaintained),
];
