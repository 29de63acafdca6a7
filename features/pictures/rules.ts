import { type PictureSubject, SUBJECTS } from '@/db/words/pictures';
import { ok, type Result, refuse } from '@/lib/result';

export { type PictureSubject, SUBJECTS };

/** Signed words of a household: such a picture is evidence of who said what. */
const PROOFS: readonly PictureSubject[] = ['opinion', 'opposition', 'alternative_word'];
export const isProof = (subject: PictureSubject): boolean => PROOFS.includes(subject);

/** Scanned pages of what an office wrote: the record has which they were. */
export const isPaper = (subject: string): boolean => subject === 'gate' || subject === 'consent';

/** What an office wrote may come as a PDF; what somebody photographed is a picture. */
export const checkKind = (subject: PictureSubject, isPdf: boolean): Result<undefined, 'pdf_not_here'> =>
  isPdf && !isPaper(subject) ? refuse('pdf_not_here') : ok();

export const MOST_PICTURES = 8;

/** A complaint shows the place, not an album. */
export const mostOf = (subject: PictureSubject): number => (subject === 'case' ? 3 : MOST_PICTURES);

export function checkRoom(subject: PictureSubject, count: number): Result<undefined, 'pictures_full'> {
  const most = mostOf(subject);
  return count < most ? ok() : refuse('pictures_full', { most });
}

/** Never onto the board: a picture that proves what a household said (a signature is a person's). */
export const checkVerdict = (
  subject: PictureSubject,
  verdict: 'board' | 'refused',
): Result<undefined, 'never_on_board'> => (verdict === 'board' && isProof(subject) ? refuse('never_on_board') : ok());

/** Whoever hangs what somebody else refused says why, having read why it was refused. */
export const checkOverruled = (
  said: { verdict: 'board' | 'refused'; reason: string; by: number },
  before: { refused: string | null; by: number | null; name: string },
): Result<undefined, 'refused_before'> =>
  said.verdict === 'board' && before.refused !== null && before.by !== said.by && said.reason === ''
    ? refuse('refused_before', { by: before.name, why: before.refused }, { reason: 'required' })
    : ok();

/** Onto the board it goes when everybody who is on it has said yes; nobody on it is nobody to ask. */
export const checkAllSaidYes = (
  verdict: 'board' | 'refused',
  missing: number,
): Result<undefined, 'not_everybody_yes'> =>
  verdict === 'board' && missing > 0 ? refuse('not_everybody_yes', { count: missing }) : ok();

/** A drawing says what it shows. */
export const checkCaption = (caption: string): Result<undefined, 'caption_missing'> =>
  caption.trim() ? ok() : refuse('caption_missing', undefined, { caption: 'required' });

/**
 * Whether its sender may take a picture away again: as long as nobody has looked at it; never one that proves what a
 * household said.
 */
export function checkRemoval(one: {
  subject: PictureSubject;
  looked: boolean;
}): Result<undefined, 'proof_stays' | 'already_looked'> {
  if (isProof(one.subject)) return refuse('proof_stays');
  return one.looked ? refuse('already_looked') : ok();
}
