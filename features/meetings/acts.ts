import type { Voter } from '@/features/opinions/policy';
import { type Act, because, never } from '@/lib/act';
import {
  mayCall,
  mayCorrect,
  mayFix,
  mayRecordComing,
  mayStrike,
  mayTakeBackComing,
  mayTellComing,
  mayTellThere,
  mayTick,
} from './policy';
import { doorsOpen, meetingState, type Stands } from './rules';

export const callMeeting: Act<object, never> = { name: 'meeting.call', why: never, by: mayCall };

export interface Called extends Stands {
  invited: number;
}

type Off = 'meeting_cancelled' | 'meeting_begun';
const off = (of: Stands, now: Date) =>
  because(of.cancelledAt !== null, 'meeting_cancelled') ?? because(of.startsAt <= now, 'meeting_begun');

/** 改期: everybody who was invited is told. */
export const moveMeeting: Act<Called, Off> = {
  name: 'meeting.move',
  why: off,
  by: mayCall,
  undoes: ({ invited }) => ({ movedMeeting: invited }),
  recurs: true,
};

export const cancelMeeting: Act<Called, Off> = {
  name: 'meeting.cancel',
  why: off,
  by: mayCall,
  undoes: ({ invited }) => ({ invited }),
};

export interface Guest extends Voter {
  /** It has said that it comes at this time. */
  coming: boolean;
}
type Coming = Stands & Guest;

/** 我家来, so that there are chairs enough; whoever says nothing is as welcome. */
export const tellComing: Act<Coming, Off | 'coming_already'> = {
  name: 'coming.tell',
  why: (facts, now) => off(facts, now) ?? because(facts.coming, 'coming_already'),
  by: mayTellComing,
  recurs: true,
};

/** The same at their doors, several at a time. */
export const recordComing: Act<Stands & { homes: readonly Guest[] }, Off | 'coming_already'> = {
  name: 'coming.record',
  why: (facts, now) =>
    off(facts, now) ??
    because(
      facts.homes.every(({ coming }) => coming),
      'coming_already',
    ),
  by: mayRecordComing,
  recurs: true,
};

export const takeBackComing: Act<Coming, Off | 'not_coming'> = {
  name: 'coming.take_back',
  why: (facts, now) => off(facts, now) ?? because(!facts.coming, 'not_coming'),
  by: mayTakeBackComing,
  recurs: true,
};

/** 明天开会, by letter the day before to those who said that they come. */
export const remind: Act<object, never> = { name: 'meeting.remind', why: never, by: mayFix };

type NoDoor = 'meeting_cancelled' | 'doors_closed' | 'minutes_out';
/** From an hour before it begins until its minutes are out. */
const atTheDoor = (of: Stands, now: Date) =>
  because(of.cancelledAt !== null, 'meeting_cancelled') ??
  because(now < doorsOpen(of.startsAt), 'doors_closed') ??
  because(of.minutedAt !== null, 'minutes_out');

/** 签到: who was there is ticked, several at a time; who is on the list already stays once. */
export const tick: Act<Stands & { homes: readonly Voter[] }, NoDoor> = {
  name: 'attendance.tick',
  why: atTheDoor,
  by: mayTick,
  recurs: true,
};

export interface There extends Stands, Voter {
  there: boolean;
  /** What was said there was written down for it. */
  spoke: boolean;
}

/** 我们到了: by the household itself, while it lasts. */
export const tellThere: Act<There, NoDoor | 'there_already' | 'meeting_over'> = {
  name: 'attendance.tell',
  why: (facts, now) =>
    atTheDoor(facts, now) ?? because(facts.endsAt <= now, 'meeting_over') ?? because(facts.there, 'there_already'),
  by: mayTellThere,
  recurs: true,
};

/** 我们没去, or ticked by mistake. What was written down for it there is put right first, by its own word. */
export const strike: Act<There, 'meeting_fixed' | 'not_there' | 'spoke_there'> = {
  name: 'attendance.strike',
  why: ({ fixedAt, there, spoke }) =>
    because(fixedAt !== null, 'meeting_fixed') ?? because(!there, 'not_there') ?? because(spoke, 'spoke_there'),
  by: mayStrike,
  recurs: true,
};

/** 记纪要: what was said of one thing, and what came of it. */
export const writeMinute: Act<Stands, 'meeting_cancelled' | 'not_begun' | 'minutes_out'> = {
  name: 'meeting.minute',
  why: (of, now) =>
    because(of.cancelledAt !== null, 'meeting_cancelled') ??
    because(now < of.startsAt, 'not_begun') ??
    because(of.minutedAt !== null, 'minutes_out'),
  by: mayCall,
  recurs: true,
};

/** The minutes hang on the board, and those who were there may put them right. */
export const openMinutes: Act<
  Stands & { unwritten: number },
  'meeting_cancelled' | 'not_over' | 'minutes_out' | 'unwritten'
> = {
  name: 'meeting.open_minutes',
  why: (of, now) =>
    because(of.cancelledAt !== null, 'meeting_cancelled') ??
    because(now < of.endsAt, 'not_over') ??
    because(of.minutedAt !== null, 'minutes_out') ??
    because(of.unwritten > 0, 'unwritten', { count: of.unwritten }),
  by: mayCall,
};

/** 更正, by those who were there, while the seven days last. */
export const correct: Act<
  Stands & Voter & { there: boolean; livedThere: boolean },
  'not_minuted' | 'corrections_over' | 'not_there'
> = {
  name: 'meeting.correct',
  why: (of, now) => {
    const state = meetingState(of, now);
    return (
      because(of.minutedAt === null, 'not_minuted') ??
      because(state !== 'open', 'corrections_over') ??
      because(!of.there, 'not_there')
    );
  },
  by: mayCorrect,
  recurs: true,
};

export const answerCorrection: Act<Stands & { answered: boolean }, 'answered_already'> = {
  name: 'meeting.answer',
  why: ({ answered }) => because(answered, 'answered_already'),
  by: mayCall,
};

/** 定稿: when the days are over and nobody waits for an answer. */
export const fixMinutes: Act<
  Stands & { unanswered: number },
  'not_minuted' | 'meeting_fixed' | 'corrections_open' | 'unanswered'
> = {
  name: 'meeting.fix',
  why: (of, now) =>
    because(of.minutedAt === null, 'not_minuted') ??
    because(of.fixedAt !== null, 'meeting_fixed') ??
    because(meetingState(of, now) === 'open', 'corrections_open') ??
    because(of.unanswered > 0, 'unanswered', { count: of.unanswered }),
  by: mayFix,
};

/** 办到了. */
export const keepPromise: Act<Stands & { kept: boolean }, 'not_minuted' | 'kept_already'> = {
  name: 'meeting.keep',
  why: ({ minutedAt, kept }) => because(minutedAt === null, 'not_minuted') ?? because(kept, 'kept_already'),
  by: mayCall,
};
