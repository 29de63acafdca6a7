import { unstable_isUnrecognizedActionError as isOutdated } from 'next/navigation';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';
import type { FormState } from '@/lib/form-state';

/** What the door says of a post it does not take (server/refuse.ts). */
const AT_THE_DOOR = ['too_fast', 'signed_out', 'too_large'] as const;
/** Why a post has no answer: no network here, none over there, a page older than the site, a fault over there; or the door. */
const KINDS = ['offline', 'unanswered', 'outdated', 'failed', ...AT_THE_DOOR] as const;
type Unsent = (typeof KINDS)[number];

export const isUnsent = (code = ''): boolean => KINDS.some((kind) => kind === code);

const numberOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : '';

const saidAtTheDoor = (error: unknown) => {
  const [said, seconds = ''] = error instanceof Error ? error.message.split(':') : [];
  const code = AT_THE_DOOR.find((one) => one === said);
  return code && { code, seconds };
};

export function whyUnsent(error: unknown, online: boolean): Unsent {
  if (isOutdated(error)) return 'outdated';
  if (numberOf(error)) return 'failed';
  const { code } = saidAtTheDoor(error) ?? {};
  if (code) return code;
  return online ? 'unanswered' : 'offline';
}

/** A form whose post was lost on the way: it stays, with everything in it, and says what happened. */
export function unsent(error: unknown, values: Record<string, string>, locale: Locale): FormState {
  const code = whyUnsent(error, navigator.onLine);
  return {
    refusal: { code, message: words(locale).unsent[code](numberOf(error) || (saidAtTheDoor(error)?.seconds ?? '')) },
    values,
  };
}
