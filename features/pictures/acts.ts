import type { PlanState } from '@/db/words/plans';
import { type Act, type DeskAct, never, type Standings, secondPerson, together } from '@/lib/act';
import { refusalOf } from '@/lib/result';
import type { PictureFacts } from './facts';
import { mayAddPicture, mayLookAtPictures, mayRemovePicture, type PictureOf } from './policy';
import { checkRemoval, checkRoom, type PictureSubject } from './rules';

interface Room extends PictureOf {
  /** Of the plan it is a drawing of. */
  plan?: PlanState;
  have: number;
}

export const addPicture: Act<Room, 'plan_published' | 'pictures_full'> = {
  name: 'picture.add',
  why: ({ plan, have }) => (plan === 'published' ? { code: 'plan_published' } : refusalOf(checkRoom(have))),
  by: mayAddPicture,
};

interface Sent {
  uploadedBy: number;
}

interface Waiting extends Sent {
  no: number;
  at: Date;
}

/** Somebody who did not send it looks for faces and number plates. */
export const lookAtPicture: DeskAct<Sent, 'second_person', Waiting> = {
  name: 'picture.look',
  why: never,
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
