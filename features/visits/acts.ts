import type { NeedState } from '@/db/words/visits';
import type { Voter } from '@/features/opinions/policy';
import { type Act, because, never, secondPerson } from '@/lib/act';
import {
  type AskedToGo,
  type Confided,
  mayEndCare,
  mayExpire,
  mayGive,
  mayNote,
  mayNotGo,
  maySayFor,
  mayTellOfVisit,
  mayTurn,
  mayVisit,
} from './policy';
import { isOver } from './rules';

/** A home, whether it wants no visits, and whether one is planned. */
export interface Home extends AskedToGo {
  noVisits: boolean;
  planned: boolean;
}

export const planVisit: Act<Home, 'asked_not_to' | 'planned_already'> = {
  name: 'home_visit.plan',
  recurs: true,
  why: ({ noVisits, planned }) => because(noVisits, 'asked_not_to') ?? because(planned, 'planned_already'),
  by: mayVisit,
};

export const dropVisit: Act<Home, 'not_planned'> = {
  name: 'home_visit.drop',
  recurs: true,
  why: ({ planned }) => because(!planned, 'not_planned'),
  by: mayNotGo,
};

/** 记一次走访; what was planned for that home is done then. */
export const recordVisit: Act<Home, never> = {
  name: 'home_visit.record',
  recurs: true,
  why: never,
  by: mayTellOfVisit,
};

/** 单独同意, and then written down apart. */
export const writeCare: Act<Home, never> = { name: 'care_note.write', recurs: true, why: never, by: mayVisit };

export const endCare: Act<Confided & { ended: boolean }, 'care_ended'> = {
  name: 'care_note.end',
  why: ({ ended }) => because(ended, 'care_ended'),
  by: mayEndCare,
};

/** What was kept until yesterday is gone. */
export const expireCare: Act<object, never> = { name: 'care_note.expire', why: never, by: mayExpire };

export const noteNeed: Act<Home, never> = { name: 'need.note', recurs: true, why: never, by: mayNote };

export interface NeedFacts extends Voter {
  state: NeedState;
  ownerId: number | null;
  wording: string;
  /** What was said last that was done about it. */
  answer: string | null;
}

const over = ({ state }: NeedFacts) => because(isOver(state), 'need_over');

export const giveNeed: Act<NeedFacts, 'need_over'> = { name: 'need.give', recurs: true, why: over, by: mayGive };

/** Whoever's task it is says what was done; closed it is only by the household. */
export const answerNeed: Act<NeedFacts, 'need_over' | 'nobody_has_it' | 'not_their_task'> = {
  name: 'need.answer',
  recurs: true,
  why: (facts) => over(facts) ?? because(facts.ownerId === null, 'nobody_has_it'),
  by: mayVisit,
  unless: (actor, { ownerId }) => because(!('personId' in actor) || actor.personId !== ownerId, 'not_their_task'),
};

/** The household's word, by itself; at its door by nobody whose task it was. */
export const judgeNeed: Act<NeedFacts, 'need_over' | 'second_person'> = {
  name: 'need.judge',
  recurs: true,
  why: over,
  by: maySayFor,
  unless: (actor, { ownerId }) => (actor.as === 'resident' ? null : secondPerson(actor, ownerId)),
};

export const turnNeed: Act<NeedFacts, 'need_over'> = { name: 'need.turn', recurs: true, why: over, by: mayTurn };

export const askNoVisits: Act<Home, 'asked_already'> = {
  name: 'no_visits.ask',
  recurs: true,
  why: ({ noVisits }) => because(noVisits, 'asked_already'),
  by: mayNote,
};

export const welcomeVisits: Act<Home, 'visits_welcome'> = {
  name: 'no_visits.take_back',
  recurs: true,
  why: ({ noVisits }) => because(!noVisits, 'visits_welcome'),
  by: maySayFor,
};
