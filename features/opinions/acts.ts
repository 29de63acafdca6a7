import type { State } from '@/features/proposals/rules';
import type { RoundState, Window } from '@/features/rounds/rules';
import { type Act, type DeskAct, type Standings, together } from '@/lib/act';
import { personOf } from '@/lib/actor';
import { type Refusal, refusalOf } from '@/lib/result';
import type { RecheckFact, RecheckFacts } from './facts';
import { mayDraw, mayKnock, mayLookAgain, maySpeak, type Voter } from './policy';
import { checkCorrection, checkRound, mayRecheck } from './rules';

export interface OfRound {
  round: Window & { state: RoundState };
  /** Why it was stopped, for everybody to read; null: it was not. */
  stopped: Refusal | null;
}

export interface OfVoter extends OfRound, Voter {
  /** What was said for the household in this round, oldest first. */
  chain: readonly { own: boolean; receivedAt: Date }[];
  /** Of the proposal. */
  state: State;
}

/** Why nothing can be said in a round now, or written down. */
export const whySilent = ({ round, stopped }: OfRound, now: Date): Refusal | null =>
  stopped ?? refusalOf(checkRound(round, now));

/** 意见. */
export const giveOpinion: Act<OfRound & Voter> = { name: 'opinion.give', why: whySilent, by: maySpeak };

export const correctOpinion: Act<OfVoter> = {
  name: 'opinion.correct',
  why: ({ round, stopped, chain, state }, now) => stopped ?? refusalOf(checkCorrection(round, chain, state, now)),
  by: maySpeak,
};

/** How it is proved is said in the form. `own`: whoever asks lives there. */
export const recordOpinion: Act<OfRound & Voter & { own: boolean }> = {
  name: 'opinion.record',
  why: whySilent,
  by: mayKnock,
  unless: (_, { own }) => (own ? { code: 'speak_for_yourself' } : null),
};

export const noteVisit: Act<OfRound & Voter> = { name: 'visit.note', why: whySilent, by: mayKnock };

export const drawRechecks: Act<{ round: { state: RoundState } }> = {
  name: 'recheck.draw',
  why: ({ round: { state } }) =>
    state === 'closed' ? null : { code: state === 'void' ? 'round_void' : 'round_running' },
  by: mayDraw,
};

/** A second look is noted once; one that reached nobody may be tried again. */
export const noteRecheck: DeskAct<RecheckFact, string, RecheckFacts['rechecks'][number]> & Act<RecheckFact> = {
  name: 'recheck.note',
  why: ({ outcome }: RecheckFact) =>
    outcome === null || outcome === 'not_reached' ? null : { code: 'already_checked' },
  by: mayLookAgain,
  unless: (actor, look: RecheckFact) => (mayRecheck(personOf(actor), look) ? null : { code: 'second_person' }),
  desk: {
    word: 'rechecks',
    path: ({ round }) => ['rounds', round, 'rechecks'],
    needed: () => true,
    since: ({ at }) => at,
  },
};

/** A line for each round. */
const lookAgain: Standings<RecheckFacts> = (asked) =>
  [...new Set(asked.facts.rechecks.map((one) => one.round))].flatMap((no) =>
    together(noteRecheck, {
      of: ({ rechecks }: RecheckFacts) => rechecks.filter(({ round }) => round === no),
      none: () => ({ code: 'already_checked' }),
    })(asked),
  );

/** What stands at the desk of one proposal. */
export const standings: Standings<RecheckFacts>[] = [lookAgain];
