import { daysAfter } from '@/lib/calendar';

/** Where a reader of letters stands: those read already come after those unread; within each the newest first. */
export interface LetterCursor {
  read: boolean;
  id: number;
}

/** `u42` after unread letter 42, `r42` after read letter 42. */
export const cursorText = ({ read, id }: LetterCursor): string => `${read ? 'r' : 'u'}${id}`;

export function cursorFrom(text: string): LetterCursor | undefined {
  const found = /^([ur])([1-9]\d{0,8})$/.exec(text);
  return found ? { read: found[1] === 'r', id: Number(found[2]) } : undefined;
}

/** After so many days unread, a letter is no longer news. */
const NEWS_DAYS = 60;

/** States in which a proposal has come to its end. */
const ENDED: readonly string[] = ['verified', 'withdrawn', 'declined', 'merged'];

/**
 * Whether what a letter tells is over: its proposal came to an end after it was written, the round or notice it asks
 * about has closed (`until`), or it has lain for sixty days. The letter that tells of the end itself is not over.
 */
export function isOver(
  letter: { at: Date; state: string | null; stateAt: Date | null; until: Date | null },
  now: Date,
): boolean {
  const { at, state, stateAt, until } = letter;
  if (until !== null && until <= now) return true;
  if (state !== null && stateAt !== null && ENDED.includes(state) && at < stateAt) return true;
  return daysAfter(at, NEWS_DAYS) <= now;
}

/** What is done where a letter leads, to name its link by. */
export type Way = 'speak' | 'judge' | 'proposal' | 'round' | 'works' | 'resolution' | 'household' | 'look';

export function wayOf(subject: string): Way {
  if (/\/opinion$|\/acceptance$/.test(subject)) return 'speak';
  if (subject.startsWith('/me/objections')) return 'judge';
  if (subject.startsWith('/me/household')) return 'household';
  const [, place] = /^\/[^/]+\/(proposals|rounds|works|resolutions)\//.exec(subject) ?? [];
  const ways: Record<string, Way> = {
    ...{ proposals: 'proposal', rounds: 'round', works: 'works', resolutions: 'resolution' },
  };
  return ways[place ?? ''] ?? 'look';
}
