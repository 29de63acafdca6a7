import type { PeriodTold, PlaybookEffect } from '@/db/words/playbooks';
import { contentTold } from '@/lib/telling';
import { casesTold } from '../rules';

type Published = readonly { kinds: readonly string[]; count: number }[] | null;

interface Course {
  cases: number;
  rounds: number;
  versions: number;
  groups: readonly {
    name: string;
    effect: 'benefits' | 'bears' | 'neutral';
    households: number | null;
    first: Published;
    last: Published;
  }[];
  called: readonly { answered: number; content: number }[];
  figures: { before: PeriodTold | null; after: PeriodTold | null };
}

/** Those who agreed without a condition, where the board has told their number. */
const supports = (published: Published): number | null =>
  published?.find(({ kinds }) => kinds.length === 1 && kinds[0] === 'supports')?.count ?? null;

/** Of all groups together, where it may be told of each: a sum less those told is the one that is not. */
function calledBack(called: Course['called']): PlaybookEffect['calledBack'] {
  if (called.length === 0 || called.some(({ answered, content }) => contentTold(answered, content) === null))
    return null;
  const sum = (of: 'answered' | 'content') => called.reduce((all, one) => all + one[of], 0);
  return { answered: sum('answered'), content: sum('content') };
}

/** What a proposal came to, made of numbers the board has told: a page of all boards tells nothing further. */
export const effectOf = ({ cases, rounds, versions, groups, called, figures }: Course): PlaybookEffect => ({
  cases: casesTold(cases),
  rounds,
  versions,
  groups: groups.flatMap(({ households, first, last, ...one }) =>
    households === null ? [] : [{ ...one, households, first: supports(first), last: supports(last) }],
  ),
  calledBack: calledBack(called),
  figures,
});
