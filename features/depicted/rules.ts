import type { DepictedAnswer } from '@/db/words/pictures';
import { ok, type Result, refuse } from '@/lib/result';

interface Before {
  answer: DepictedAnswer | null;
  /** Who of the home said it themselves. */
  answeredBy: number | null;
}

/** A no is taken from anybody of the home, at any time; back to yes it goes by whoever said no themselves. */
export function checkAnswer(
  said: DepictedAnswer,
  by: number | null,
  before: Before,
): Result<undefined, 'said_already' | 'no_is_theirs'> {
  if (said === before.answer) return refuse('said_already');
  const others = before.answer === 'no' && before.answeredBy !== null && before.answeredBy !== by;
  return others ? refuse('no_is_theirs') : ok();
}

/** A yes that somebody else writes down is read to them, and somebody hears it; a no needs no proof. */
export const checkHeard = (said: DepictedAnswer, witness: string): Result<undefined, 'witness_missing'> =>
  said === 'yes' && witness === '' ? refuse('witness_missing', undefined, { witness: 'required' }) : ok();
