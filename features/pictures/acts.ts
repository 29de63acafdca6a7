import type { PlanState } from '@/db/words/plans';
import { type Act, because, type DeskAct, type Standings, secondPerson, together } from '@/lib/act';
import type { Against } from '@/lib/actor';
import { refusalOf } from '@/lib/result';
import type { PictureFacts } from './facts';
import { mayAddPicture, mayLookAtPictures, mayRemovePicture, type PictureOf } from './policy';
import { checkRemoval, checkRoom, type PictureSubject } from './rules';

interface Room extends PictureOf {
  /** Of the plan it is a drawing of. */
  plan?: PlanState;
  /** The case it is of goes on no more, or with another. */
  over?: boolean;
  /** The date it is of has not been, or was cancelled. */
  notHeld?: boolean;
  have: number;
}

export const addPicture: Act<Room, 'plan_published' | 'case_over' | 'not_held' | 'pictures_full'> = {
  name: 'picture.add',
  why: ({ plan, over = false, notHeld = false, subject, have }) =>
    because(plan === 'published', 'plan_published') ??
    because(over, 'case_over') ??
    because(notHeld, 'not_held') ??
    refusalOf(checkRoom(subject, have)),
  by: mayAddPicture,
};

interface Sent {
  uploadedBy: number;
  against?: Against;
  /** Whether the case it is of hangs on the board. */
  posted?: boolean;
}

interface Waiting extends Sent {
  no: number;
  at: Date;
}

/** Somebody who did not send it looks for faces and number plates. */
export const lookAtPicture: DeskAct<Sent, 'not_posted' | 'second_person', Waiting> = {
  name: 'picture.look',
  why: ({ posted = true }) => because(!posted, 'not_posted'),
  by: mayLookAtPictures,
  unless: (actor, { uploadedBy }) => secondPerson(actor, uploadedBy),
  desk: {
    word: 'pictures',
    path: ({ no }) => ['proposals', no, 'pictures'],
    needed: () => true,
    since: ({ at }) => at,
  },
};

/** Its sender takes it away again as long as nobody has looked. */
export const removePicture: Act<
  PictureOf & Sent & { subject: PictureSubject; looked: boolean },
  'proof_stays' | 'already_looked'
> = {
  name: 'picture.remove',
  why: (picture) => refusalOf(checkRemoval(picture)),
  by: mayRemovePicture,
};

/** What stands at the desk of one proposal. */
export const standings: Standings<PictureFacts>[] = [
  together(lookAtPicture, {
    of: ({ no, pictures }: PictureFacts) => pictures.map((one) => ({ ...one, no })),
    none: () => ({ code: 'no_pictures' }),
  }),
];
