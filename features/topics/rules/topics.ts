import type { Corpus } from '@/features/likeness/rules/likeness';
import { groupsOf } from './groups';
import { wordsOf } from './reasons';

/** So many complaints are looked through while somebody waits for the page; of more it is done beforehand. */
export const AT_ONCE = 400;
/** So far back. */
export const YEAR_DAYS = 365;

export interface Topic {
  /** Places of the complaints in what was looked through. */
  members: number[];
  words: string[];
}

/** Complaints of one matter, two and more, the larger first. */
export function topicsIn(corpus: Corpus): Topic[] {
  return groupsOf(corpus)
    .filter((members) => members.length > 1)
    .map((members) => ({ members, words: wordsOf(corpus, members) }))
    .sort((a, b) => b.members.length - a.members.length);
}
