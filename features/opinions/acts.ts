import type { State } from '@/features/proposals/rules';
import type { RoundState } from '@/features/rounds/rules';
import type { Window } from '@/features/rounds/rules/window';
import { type Act, because, type DeskAct, type Standings, together } from '@/lib/act';
import { personOf } from '@/lib/actor';
import { type Refusal, refusalOf } from '@/lib/result';
import type { RecheckFact, RecheckFacts } from './facts';
import { mayDraw, mayKnock, mayLookAgain, maySpeak, type Voter } from './policy';
import { checkCorrection, checkRound, mayRecheck } from './rules';

export interface OfRound {
  round: Window & { state: RoundState };
  /** Why it was stopped, for everybody to read; null: it was not. */
  stopped: Refusal<'round_void'> | null;
}

export interface OfVoter extends OfRound, Voter {
  /** What was said for the household in this round, oldest first. */
  chain: readonly { own: boolean; disowned: boolean; receivedAt: Date }[];
  /** Of the proposal. */
  state: State;
}

/** Why nothing can be said in a round now, or written down. */
type Silent = 'round_void' | 'not_yet_open' | 'round_closed';

export const whySilent = ({ round, stopped }: OfRound, now: Date): Refusal<Silent> | null =>
  stopped ?? refusalOf(checkRound(round, now));

/** 意见. */
export const giveOpinion: Act<OfRound & Voter, Silent> = { name: 'opinion.give', why: whySilent, by: maySpeak };

export const correctOpinion: Act<
  OfVoter,
  'round_void' | 'nothing_to_correct' | 'round_closed' | 'signed_already' | 'correction_over'
> = {
  name: 'opinion.correct',
  why: ({ round, stopped, chain, state }, now) => stopped ?? refusalOf(checkCorrection(round, chain, state, now)),
  by: maySpeak,
};

/** How it is proved is said in the form. `own`: whoever asks lives there. */
export const recordOpinion: Act<OfRound & Voter & { own: boolean }, Silent | 'speak_for_yourself'> = {
  name: 'opinion.record',
  why: whySilent,
  by: mayKnock,
  unless: (_, { own }) => because(own, 'speak_for_yourself'),
};

/** `quiet`: it asks that nobody knocks. */
export const noteVisit: Act<OfRound & Voter & { quiet: boolean }, Silent | 'wants_no_visits'> = {
  name: 'visit.note',
  why: (facts, now) => whySilent(facts, now) ?? because(facts.quiet, 'wants_no_visits'),
  by: mayKnock,
};

export const drawRechecks: Act<{ round: { state: RoundState } }, 'round_void' | 'round_running'> = {
  name: 'recheck.draw',
  why: ({ round: { state } }) => because(state !== 'closed', state === 'void' ? 'round_void' : 'round_running'),
  by: mayDraw,
};

/** A second look is noted once; one that reached nobody may be tried again. */
export const noteRecheck: DeskAct<RecheckFact, 'already_checked' | 'second_person', RecheckFacts['rechecks'][number]> =
  {
    name: 'recheck.note',
    why: ({ outcome }: RecheckFact) => because(outcome !== null && outcome !== 'not_reached', 'already_checked'),
    by: mayLookAgain,
    unless: (actor, look: RecheckFact) => because(!mayRecheck(personOf(actor), look), 'second_person'),
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
