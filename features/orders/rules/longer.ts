import { deadlineAfter } from '@/lib/working-days';
import { type Tier, withinOf } from '../rules';

/** Whether the one gives more time than the other, from this moment on. */
export const isLonger = (given: Tier, own: Tier, from: Date): boolean =>
  deadlineAfter(from, withinOf(given)).at > deadlineAfter(from, withinOf(own)).at;

/** What is to be done, and on a line of its own why it may take longer than its kind. */
export const withWhy = (words: string, why: string): string => [words, why].filter(Boolean).join('\n');
