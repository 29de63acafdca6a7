import type { AdoptionOutcome, PlaybookStep } from '@/db/words/playbooks';
import { type Day, monthsAfter, shanghaiDate } from '@/lib/calendar';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { MANY } from '@/lib/telling';

export { ADOPTION_OUTCOMES, type AdoptionOutcome, REVIEW_VERDICTS, type ReviewVerdict } from '@/db/words/playbooks';

/** Of fewer callbacks counted here no figures are told. */
export const FEWEST_TOLD = MANY;
export const MOST_STEPS = 12;
const LONGEST_PART = 120;
/** 复诊 comes at least once in so many months; an adoption is asked about after half of them. */
export const REVIEW_MONTHS = 12;
export const ASK_MONTHS = 6;

/** A step a line: what is done, by whom, what is written down, with a stroke between. */
export const stepsText = (steps: readonly PlaybookStep[]): string =>
  steps.map(({ what, who, paper }) => [what, who, paper].filter((one, at) => one || at === 0).join('｜')).join('\n');

/** Lines as steps; each says at least what is done and who does it. */
export function stepsFrom(text: string): Result<PlaybookStep[], 'step_unclear' | 'too_many_steps' | 'no_steps'> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return refuse('no_steps', undefined, { steps: 'no_steps' });
  if (lines.length > MOST_STEPS) return refuse('too_many_steps', { most: MOST_STEPS }, { steps: 'too_many_steps' });
  const steps: PlaybookStep[] = [];
  for (const [at, line] of lines.entries()) {
    const [what = '', who = '', paper = '', ...more] = line.split(/[|｜]/).map((part) => part.trim());
    const isLong = [what, who, paper].some((part) => [...part].length > LONGEST_PART);
    if (!what || !who || more.length > 0 || isLong)
      return refuse('step_unclear', { line: at + 1 }, { steps: 'step_unclear' });
    steps.push({ what, who, paper });
  }
  return ok(steps);
}

/** The next review is after today and within a year. */
export function checkReviewDay(next: Day, now: Date): Result<undefined, 'review_day'> {
  const today = shanghaiDate(now);
  return next > today && next <= monthsAfter(today, REVIEW_MONTHS)
    ? ok()
    : refuse('review_day', undefined, { next: 'review_day' });
}

/** That it failed can be said at any time; that it helped, after half a year has shown it. */
export function checkOutcome(outcome: AdoptionOutcome, askOn: Day, now: Date): Refusal<'too_early'> | null {
  if (outcome === 'failed' || shanghaiDate(now) >= askOn) return null;
  return { code: 'too_early', details: { day: askOn }, fieldErrors: { outcome: 'too_early' } };
}

/** Fewer cases than this are no number. */
const FEWEST_CASES = 5;
export const casesTold = (n: number): number | null => (n >= FEWEST_CASES ? n : null);

export interface Tally {
  adopted: number;
  failed: number;
  partly: number;
  helped: number;
  /** Nobody has said yet. */
  open: number;
}

/** Over all adoptions, whatever became of them. */
export function tallyOf(adoptions: readonly { outcome: AdoptionOutcome | null }[]): Tally {
  const of = (outcome: AdoptionOutcome | null) => adoptions.filter((one) => one.outcome === outcome).length;
  return {
    adopted: adoptions.length,
    failed: of('failed'),
    partly: of('partly'),
    helped: of('helped'),
    open: of(null),
  };
}
