import { type Act, because } from '@/lib/act';
import { asSystem } from '@/lib/actor';
import { asTheirs, mayAskSkills, mayCallHelp, mayHelp, mayTakeOff, type Theirs } from './policy';
import { type CallState, MOST_SKILLS } from './rules';

/** 我会什么: opt-in, by whoever can do it. */
export const offerSkill: Act<Pick<Theirs, 'householdId'> & { offered: number }, 'skills_enough'> = {
  name: 'skill.offer',
  recurs: true,
  why: ({ offered }) => because(offered >= MOST_SKILLS, 'skills_enough', { most: MOST_SKILLS }),
  by: mayHelp,
};

interface Skill extends Theirs {
  takenBack: boolean;
}
const gone = ({ takenBack }: Skill) => because(takenBack, 'skill_taken_back');

export const takeBackSkill: Act<Skill, 'skill_taken_back'> = { name: 'skill.take_back', why: gone, by: mayTakeOff };

/** 搬走了: whoever lives there no more offers nothing here. */
export const partSkill: Act<Skill & { lives: boolean }, 'skill_taken_back' | 'still_lives_there'> = {
  name: 'skill.part',
  why: (skill) => gone(skill) ?? because(skill.lives, 'still_lives_there'),
  by: asSystem,
};

/** 托社区问一声: whoever needs it never learns who it is before they say so themselves. */
export const askSkill: Act<Skill, 'skill_taken_back'> = {
  name: 'skill.ask',
  recurs: true,
  why: gone,
  by: mayAskSkills,
};

export const callHelp: Act<{ past: boolean }, 'help_over'> = {
  name: 'help.call',
  why: ({ past }) => because(past, 'help_over'),
  by: mayCallHelp,
};

interface Called {
  state: CallState;
  /** Who have said that they come. */
  helpers: number;
}
const ended = ({ state }: Called) =>
  because(state === 'cancelled', 'help_cancelled') ?? because(state !== 'open', 'help_over');

/** 我来. */
export const joinHelp: Act<
  Called & Pick<Theirs, 'householdId'> & { people: number; joined: boolean },
  'help_cancelled' | 'help_over' | 'joined_already' | 'helpers_enough'
> = {
  name: 'help.join',
  recurs: true,
  why: (call) =>
    ended(call) ??
    because(call.joined, 'joined_already') ??
    because(call.helpers >= call.people, 'helpers_enough', { people: call.people }),
  by: mayHelp,
};

interface Helper extends Called, Theirs {
  left: boolean;
}

/** 来不了了. */
export const leaveHelp: Act<Helper, 'help_cancelled' | 'help_over' | 'not_joined'> = {
  name: 'help.leave',
  recurs: true,
  why: (helper) => because(helper.left, 'not_joined') ?? ended(helper),
  by: asTheirs,
};

/** 谢的时候怎么叫: said, changed and taken down by whoever it is, for as long as it hangs there. */
export const nameHelper: Act<Helper, 'not_joined'> = {
  name: 'help.name',
  recurs: true,
  why: ({ left }) => because(left, 'not_joined'),
  by: asTheirs,
};

/** 道谢, from its day on. */
export const thankHelpers: Act<
  Called & { begun: boolean },
  'help_cancelled' | 'thanked_already' | 'help_ahead' | 'nobody_came'
> = {
  name: 'help.thank',
  why: ({ state, begun, helpers }) =>
    because(state === 'cancelled', 'help_cancelled') ??
    because(state === 'thanked', 'thanked_already') ??
    because(!begun, 'help_ahead') ??
    because(helpers === 0, 'nobody_came'),
  by: mayCallHelp,
};

export const cancelHelp: Act<Called, 'help_cancelled' | 'help_over'> = {
  name: 'help.cancel',
  why: ended,
  by: mayCallHelp,
  undoes: ({ helpers }) => ({ helpers }),
};
