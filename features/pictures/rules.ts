import { type PictureSubject, SUBJECTS } from '@/db/words/pictures';
import type { PlanState } from '@/db/words/plans';
import { ok, type Result, refuse } from '@/lib/result';

export { type PictureSubject, SUBJECTS };

/** Signed words of a household: such a picture is evidence of who said what. */
export const isProof = (subject: PictureSubject): boolean => subject === 'opinion' || subject === 'opposition';

export const MOST_PICTURES = 8;

export function checkRoom(count: number): Result<undefined> {
  return count < MOST_PICTURES ? ok() : refuse('pictures_full', { most: MOST_PICTURES });
}

/**
 * Whether a picture may go onto the board: looked at by somebody who did not send it, and never a picture that proves
 * what a household said (a signature is a person's).
 */
export function checkLook(
  subject: PictureSubject,
  verdict: 'board' | 'refused',
  uploadedBy: number,
  by: number | null,
): Result<undefined> {
  if (by === null || by === uploadedBy) return refuse('second_person');
  return verdict === 'board' && isProof(subject) ? refuse('never_on_board') : ok();
}

/** A drawing says what it shows, and belongs to a plan that is still a draft: a published version never changes. */
export function checkDrawing(plan: PlanState, caption: string): Result<undefined> {
  if (plan === 'published') return refuse('plan_published');
  return caption.trim() ? ok() : refuse('caption_missing', undefined, { caption: 'required' });
}

/**
 * Whether its sender may take a picture away again: as long as nobody has looked at it; never one that proves what a
 * household said.
 */
export function checkRemoval(one: { subject: PictureSubject; looked: boolean }): Result<undefined> {
  if (isProof(one.subject)) return refuse('proof_stays');
  return one.looked ? refuse('already_looked') : ok();
}
