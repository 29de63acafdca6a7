import type { SignUpState } from '@/db/words/programmes';
import { type Act, because, never } from '@/lib/act';
import { asSystem } from '@/lib/actor';
import { type Guest, mayPlan, mayReceive, mayRecordSignUp, maySignUp, mayTakeBackPlace, mayTell } from './policy';

export const planProgramme: Act<object, never> = { name: 'programme.plan', why: never, by: mayPlan };
export const addDates: Act<object, never> = { name: 'programme.dates', why: never, by: mayPlan };

/** What is known of a date. */
export interface Dated {
  startsAt: Date;
  cancelledAt: Date | null;
  /** Households with a place or waiting. */
  households: number;
}

/** Off, or begun: what somebody is told of that depends on what they wanted. */
const off =
  <Begun extends string>(begun: Begun) =>
  ({ startsAt, cancelledAt }: Omit<Dated, 'households'>, now: Date) =>
    because(cancelledAt !== null, 'occasion_cancelled') ?? because(startsAt <= now, begun);

type Fixed = 'occasion_cancelled' | 'begun_as_planned';
const fixed = off('begun_as_planned');

export const moveOccasion: Act<Dated, Fixed> = {
  name: 'occasion.move',
  why: fixed,
  by: mayPlan,
  undoes: ({ households }) => ({ moved: households }),
  recurs: true,
};
export const setPlaces: Act<Dated, Fixed> = {
  name: 'occasion.places',
  why: fixed,
  by: mayPlan,
  recurs: true,
};
export const cancelOccasion: Act<Dated, Fixed> = {
  name: 'occasion.cancel',
  why: fixed,
  by: mayPlan,
  undoes: ({ households }) => ({ signUps: households }),
};

export interface Asking extends Guest, Dated {
  /** It has a place, or waits for one. */
  signedUp: boolean;
}

type NotNow = 'occasion_cancelled' | 'occasion_begun' | 'signed_up_already';
const closed = off('occasion_begun');
const notNow = (asking: Asking, now: Date) => closed(asking, now) ?? because(asking.signedUp, 'signed_up_already');

/** 报名. */
export const makeSignUp: Act<Asking, NotNow> = { name: 'sign_up.make', why: notNow, by: maySignUp };
/** 代报. */
export const recordSignUp: Act<Asking, NotNow> = {
  name: 'sign_up.record',
  why: notNow,
  by: mayRecordSignUp,
  recurs: true,
};

/** 替提了需要的那一户报名. */
export const bookForNeed: Act<Asking & { needOver: boolean }, NotNow | 'need_over'> = {
  name: 'sign_up.for_need',
  why: (asking, now) => because(asking.needOver, 'need_over') ?? notNow(asking, now),
  by: mayRecordSignUp,
  recurs: true,
};

/** 直接来的: on its day, before and while it lasts. */
export const walkIn: Act<Dated & { onItsDay: boolean }, 'occasion_cancelled' | 'not_its_day'> = {
  name: 'sign_up.walk_in',
  why: ({ cancelledAt, onItsDay }) =>
    because(cancelledAt !== null, 'occasion_cancelled') ?? because(!onItsDay, 'not_its_day'),
  by: mayReceive,
};

export interface Held extends Guest, Dated {
  state: SignUpState;
}

const goneOr = ({ state }: Pick<Held, 'state'>) => because(state === 'withdrawn', 'taken_back_already');

const late = off('begun_already');

/** 不来了. */
export const takeBackPlace: Act<Held, 'taken_back_already' | 'occasion_cancelled' | 'begun_already'> = {
  name: 'sign_up.take_back',
  why: (held, now) => goneOr(held) ?? late(held, now),
  by: mayTakeBackPlace,
};

const once = (held: Held, now: Date) =>
  because(held.state !== 'taken', 'no_place_held') ??
  because(held.cancelledAt !== null, 'occasion_cancelled') ??
  because(held.startsAt > now, 'not_begun');

/** 来了没有; nobody is blamed for either. */
export const attend: Act<Held, 'no_place_held' | 'occasion_cancelled' | 'not_begun'> = {
  name: 'sign_up.attend',
  why: once,
  by: mayReceive,
};

/** 三个词, by somebody who lived there by then: who moves in later neither reads nor writes of it. */
export const tellHow: Act<Held & { livedThere: boolean }, 'no_place_held' | 'occasion_cancelled' | 'not_begun'> = {
  name: 'sign_up.tell',
  why: once,
  by: mayTell,
  recurs: true,
};

/** 明天的事, by letter the day before. */
export const remind: Act<object, never> = { name: 'occasion.remind', why: never, by: asSystem };
