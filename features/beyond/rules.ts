import { CONSENT_STATES, type ConsentState } from '@/db/words/beyond';
import type { State } from '@/features/proposals/rules';
import type { Day } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

export { CONSENT_STATES, type ConsentState };

export const MOST_CONSENTS = 20;

/** What is asked beyond the wall belongs to what is signed: until somebody signs, it may be asked and answered. */
export const ASKED_IN: readonly State[] = ['scoping', 'comparing', 'consulting', 'redesign', 'agreed', 'noticed'];

type Of = { state: ConsentState };

/** It bars the signature: not answered, or refused. What was asked anew or is not needed any more does not. */
export const isOpen = ({ state }: Of): boolean => state === 'waiting' || state === 'refused';

/** Its day is over without an answer. */
export const isLate = (one: Of & { due: Day }, today: Day): boolean => one.state === 'waiting' && one.due < today;

/** Refusals first: waiting does not help there. */
export function checkConsents(consents: readonly Of[]): Result<undefined, 'outside_refused' | 'outside_waiting'> {
  const many = (state: ConsentState) => consents.filter((one) => one.state === state).length;
  if (many('refused') > 0) return refuse('outside_refused', { count: many('refused') });
  return many('waiting') > 0 ? refuse('outside_waiting', { count: many('waiting') }) : ok();
}

/** Asked on a day that has come, to be answered on that day or later. */
export function checkAsked(
  { askedOn, due }: { askedOn: Day; due: Day },
  today: Day,
): Result<undefined, 'asked_in_the_future' | 'due_before_asked'> {
  if (askedOn > today) return refuse('asked_in_the_future', undefined, { askedOn: 'asked_in_the_future' });
  return due < askedOn ? refuse('due_before_asked', undefined, { due: 'due_before_asked' }) : ok();
}

/** Answered on a day that has come, and not before it was asked. */
export function checkAnswered(
  { askedOn }: { askedOn: Day },
  answeredOn: Day,
  today: Day,
): Result<undefined, 'answered_in_the_future' | 'answered_before_asked'> {
  if (answeredOn > today) return refuse('answered_in_the_future', undefined, { answeredOn: 'answered_in_the_future' });
  return answeredOn < askedOn
    ? refuse('answered_before_asked', undefined, { answeredOn: 'answered_before_asked' })
    : ok();
}
