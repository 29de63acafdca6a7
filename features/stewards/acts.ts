import { type Act, because, never, secondPerson } from '@/lib/act';
import { asSystem } from '@/lib/actor';
import { asSteward, asThemself, mayManageStewards, mayOfferShift, type Theirs } from './policy';

export const nameSteward: Act<object, never> = { name: 'steward.name', why: never, by: mayManageStewards };

/** Of somebody of the team. */
export interface Member extends Theirs {
  left: boolean;
  /** Turns still to come. */
  shifts: number;
}

const gone = ({ left }: Pick<Member, 'left'>) => because(left, 'left_the_team');

/** Which entrances they look after. */
export const assignAreas: Act<Member & { areas: readonly { building: string; entrance: number }[] }, 'left_the_team'> =
  {
    name: 'steward.assign',
    why: gone,
    by: mayManageStewards,
    recurs: true,
  };

/** Their turns to come have nobody then. */
export const endSteward: Act<Member, 'left_the_team'> = {
  name: 'steward.leave',
  why: gone,
  by: mayManageStewards,
  undoes: ({ shifts }) => ({ shifts }),
};

/** They neither live here nor hold an office here any more, or have asked to be deleted. */
export const partSteward: Act<Member & { here: boolean }, 'left_the_team' | 'still_here'> = {
  name: 'steward.part',
  why: (member) => gone(member) ?? because(member.here, 'still_here'),
  by: asSystem,
};

/** 楼门长进队: whoever was made captain of an entrance looks after it, and stands on the board with it. */
export const joinCaptain: Act<{ captaincies: readonly unknown[] }, 'joined_already'> = {
  name: 'steward.join',
  why: ({ captaincies }) => because(captaincies.length === 0, 'joined_already'),
  by: asSystem,
  recurs: true,
};

/** 不当楼门长了: the entrances that came with that office are free; those the community gave them stay. */
export const freeAreas: Act<Member & { ended: readonly number[] }, 'left_the_team' | 'still_captain'> = {
  name: 'steward.free',
  why: (member) => gone(member) ?? because(member.ended.length === 0, 'still_captain'),
  by: asSystem,
  recurs: true,
};

/** Whether, and how, they are called on the board: theirs alone to say. */
export const showName: Act<Member, 'left_the_team'> = {
  name: 'steward.show',
  why: gone,
  by: asThemself,
  recurs: true,
};

export const planShifts: Act<Member, 'left_the_team'> = { name: 'shift.plan', why: gone, by: mayManageStewards };

/** A turn, by whoever's it is. */
export interface Turning extends Theirs {
  over: boolean;
  offered: boolean;
  /** Who stands in; null: nobody. */
  standInId: number | null;
}

/** 请人替: until somebody does, it has nobody. */
export const offerShift: Act<Turning, 'shift_over' | 'offered_already'> = {
  name: 'shift.offer',
  why: ({ over, offered }) => because(over, 'shift_over') ?? because(offered, 'offered_already'),
  by: mayOfferShift,
  recurs: true,
};

/** 不用替了: they can come after all, and nobody has taken it. */
export const keepShift: Act<
  Turning & { left: boolean },
  'shift_over' | 'not_offered' | 'shift_taken' | 'left_the_team'
> = {
  name: 'shift.keep',
  why: ({ over, offered, standInId, left }) =>
    because(over, 'shift_over') ??
    because(!offered, 'not_offered') ??
    because(standInId !== null, 'shift_taken') ??
    because(left, 'left_the_team'),
  by: mayOfferShift,
};

interface Taking extends Turning {
  own: boolean;
  /** Whoever takes it has a turn then. */
  taken: boolean;
}

type NotTaken = 'shift_over' | 'not_offered' | 'own_shift' | 'shift_taken';

const whyNotTaken = ({ over, offered, standInId, own, taken }: Taking) =>
  because<NotTaken>(over, 'shift_over') ??
  because<NotTaken>(!offered, 'not_offered') ??
  because<NotTaken>(own, 'own_shift') ??
  because<NotTaken>(standInId !== null || taken, 'shift_taken');

/** 我来替, by another of the team. `personId`: whoever takes it. */
export const takeShift: Act<Taking, NotTaken> = { name: 'shift.take', why: whyNotTaken, by: asSteward };

/** 请谁替: the office names who stands in, having spoken with them. */
export const giveShift: Act<Taking, NotTaken> = {
  name: 'shift.give',
  why: whyNotTaken,
  by: mayManageStewards,
  recurs: true,
};

/** 替不了了, by whoever stands in, or the office for them. `personId`: whoever stands in. */
export const returnShift: Act<Turning, 'shift_over' | 'nobody_stands_in'> = {
  name: 'shift.return',
  why: ({ over, standInId }) => because(over, 'shift_over') ?? because(standInId === null, 'nobody_stands_in'),
  by: mayOfferShift,
};

/** 撤掉这个班: planned by mistake, or not needed; whoever was to come is told. */
export const removeShift: Act<Turning, 'shift_over'> = {
  name: 'shift.remove',
  why: ({ over }) => because(over, 'shift_over'),
  by: mayManageStewards,
  undoes: () => ({ turns: 1 }),
};

/** A turn that was. `personId`: whoever served. */
interface Served extends Theirs {
  begun: boolean;
  vacant: boolean;
  confirmed: boolean;
}

/** 记下多长, by the office and not by whoever served. */
export const confirmShift: Act<Served, 'shift_ahead' | 'nobody_served' | 'confirmed_already' | 'second_person'> = {
  name: 'shift.confirm',
  why: ({ begun, vacant, confirmed }) =>
    because(!begun, 'shift_ahead') ?? because(vacant, 'nobody_served') ?? because(confirmed, 'confirmed_already'),
  by: mayManageStewards,
  unless: (actor, { personId }) => secondPerson(actor, personId),
};

/** 更正: what was written down, put right, by nobody for themself either. */
export const correctHours: Act<Served, 'not_confirmed' | 'second_person'> = {
  name: 'shift.correct',
  why: ({ confirmed }) => because(!confirmed, 'not_confirmed'),
  by: mayManageStewards,
  unless: (actor, { personId }) => secondPerson(actor, personId),
  recurs: true,
};
