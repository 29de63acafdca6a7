import type { Voter } from '@/features/opinions/policy';
import { type Act, because } from '@/lib/act';
import { mayInvite, mayKeepInvitation } from './policy';

interface Waiting extends Voter {
  waits: boolean;
}

/** 请楼门长上门: one at a time of a household. */
export const makeInvitation: Act<Waiting, 'already_invited'> = {
  name: 'invitation.make',
  why: ({ waits }) => because(waits, 'already_invited'),
  by: mayInvite,
};

const over = ({ waits }: Waiting) => because(!waits, 'invitation_over');

/** 不用来了. */
export const takeBackInvitation: Act<Waiting, 'invitation_over'> = {
  name: 'invitation.take_back',
  why: over,
  by: mayInvite,
};

/** 去过了, where nothing was written down that shows it. */
export const keepInvitation: Act<Waiting, 'invitation_over'> = {
  name: 'invitation.keep',
  why: over,
  by: mayKeepInvitation,
};
