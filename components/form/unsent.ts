import { unstable_isUnrecognizedActionError as isOutdated } from 'next/navigation';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';
import type { FormState } from '@/lib/form-state';

/** Why a post has no answer: no network here, none over there, a page older than the site, a fault over there. */
const KINDS = ['offline', 'unanswered', 'outdated', 'failed'] as const;
type Unsent = (typeof KINDS)[number];

export const isUnsent = (code = ''): boolean => KINDS.some((kind) => kind === code);

const numberOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : '';

export function whyUnsent(error: unknown, online: boolean): Unsent {
  if (isOutdated(error)) return 'outdated';
  if (numberOf(error)) return 'failed';
  return online ? 'unanswered' : 'offline';
}

/** A form whose post was lost on the way: it stays, with everything in it, and says what happened. */
export function unsent(error: unknown, values: Record<string, string>, locale: Locale): FormState {
  const code = whyUnsent(error, navigator.onLine);
  return { refusal: { code, message: words(locale).unsent[code](numberOf(error)) }, values };
}
