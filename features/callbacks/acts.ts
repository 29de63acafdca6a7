import { atStep, type State } from '@/features/proposals/rules';
import { type Act, because, type DeskAct, once, type Standings } from '@/lib/act';
import { personOf } from '@/lib/actor';
import { refusalOf } from '@/lib/result';
import type { CallbackFacts } from './facts';
import { mayCallBack, mayDraw, mayFollow } from './policy';
import { awaitsSnow, callBlock, checkWave, type Parts } from './rules';

/** Row 20. Which wave, and whether it is due, is said by whoever draws it. */
export const drawWave: Act<{ state: State }, 'not_at_this_step'> = {
  name: 'callback.draw',
  why: ({ state }) => atStep(state, 'completed', 'verifying'),
  by: mayDraw,
};

/** 回访: by the hotline, and by nobody who had a part in it. */
export const caller: Pick<Act<{ callbacks: Parts }, 'handler_calls' | 'builder_calls'>, 'by' | 'unless'> = {
  by: mayCallBack,
  unless: (actor, { callbacks }) => {
    const code = callBlock(personOf(actor) ?? 0, callbacks);
    return code && { code };
  },
};

interface InWave {
  state: State;
  wave: { completedAt: Date; closedAt: Date | null };
  worksCompletedAt: Date | null;
}

const during = ({ state, wave, worksCompletedAt }: InWave) => refusalOf(checkWave(state, wave, worksCompletedAt));

type During = 'wave_closed' | 'not_at_this_step' | 'wave_of_before';

/** One call. */
export const noteCallback: Act<InWave & { callbacks: Parts }, During | 'handler_calls' | 'builder_calls'> = {
  ...caller,
  name: 'callback.note',
  why: during,
};

/** A wave is over when everybody in it has been called. */
export const closeWave: Act<InWave & { open: number }, During | 'calls_open'> = {
  name: 'callback.close',
  why: (facts) => during(facts) ?? because(facts.open > 0, 'calls_open', { count: facts.open }),
  by: mayCallBack,
};

/** Whoever said that it is not solved is told what is done about it, once. */
export const followCallback: Act<
  { call: { unsolved: boolean; followed: boolean; mayTell: boolean; words: string } },
  'nothing_to_follow' | 'followed_already'
> = {
  name: 'callback.follow',
  why: ({ call }) => because(call.followed, 'followed_already') ?? because(!call.unsolved, 'nothing_to_follow'),
  by: (who, { call }) => mayFollow(who, call),
};

/** Those the office may know of, and those whom only the hotline knows. */
const follows = (which: 'told' | 'untold'): DeskAct<CallbackFacts, 'nothing_to_follow'> => ({
  name: followCallback.name,
  why: ({ unsolved }) => because(unsolved[which] === 0, 'nothing_to_follow'),
  by: (who) => mayFollow(who, { mayTell: which === 'told' }),
  desk: {
    word: which === 'told' ? 'unsolved' : 'unsolvedUntold',
    path: ({ no }) => ['callbacks', no, 'unsolved'],
    theirsAlone: true,
    needed: ({ unsolved }) => unsolved[which] > 0,
    since: ({ unsolved }) => unsolved.since,
    count: ({ unsolved }) => unsolved[which],
  },
});

/** The calls of a proposal, for the desk. */
const calls: DeskAct<CallbackFacts, 'not_at_this_step' | 'nobody_to_call' | 'handler_calls' | 'builder_calls'> = {
  ...caller,
  name: noteCallback.name,
  why: ({ state, callbacks }) => atStep(state, 'verifying') ?? because(callbacks.open === 0, 'nobody_to_call'),
  desk: {
    word: 'callbacks',
    path: ({ no }) => ['callbacks', no],
    needed: ({ state, callbacks }) => state === 'verifying' && callbacks.open > 0,
    since: ({ callbacks }) => callbacks.since,
    count: ({ callbacks }) => callbacks.open,
  },
};

/** A wave in which everybody was called. */
const closes: DeskAct<CallbackFacts, 'not_at_this_step' | 'nothing_to_close'> = {
  name: closeWave.name,
  why: ({ state, callbacks }) => atStep(state, 'verifying') ?? because(callbacks.over === 0, 'nothing_to_close'),
  by: mayCallBack,
  desk: {
    word: 'wave',
    path: ({ no }) => ['callbacks', no],
    needed: ({ state, callbacks }) => state === 'verifying' && callbacks.over > 0,
    since: ({ callbacks }) => callbacks.overSince,
  },
};

/** Nobody but whoever calls sees it snow: its day is written down, and its wave drawn. It has no day by which it is due. */
const snow: DeskAct<CallbackFacts, 'not_at_this_step' | 'drawn_already'> = {
  name: drawWave.name,
  why: (facts) => drawWave.why(facts, facts.stateAt) ?? because(facts.snowDrawn, 'drawn_already'),
  by: mayDraw,
  desk: {
    word: 'snow',
    path: ({ no }) => ['callbacks', no],
    needed: awaitsSnow,
  },
};

/** What stands at the desk of one proposal. */
export const standings: Standings<CallbackFacts>[] = [
  once(calls),
  once(closes),
  once(snow),
  once(follows('told')),
  once(follows('untold')),
];
