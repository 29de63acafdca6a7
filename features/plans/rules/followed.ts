import { ok, type Result, refuse } from '@/lib/result';

/** What households ask for, as it was last marked; `cost` and `budget` in fen. */
export interface Asked {
  id: number;
  version: number;
  budget: number | null;
  conditions: readonly { no: number; text: string; cost: number }[];
  /** Of each not all can be had. */
  clashes: readonly { nos: readonly number[]; why: string }[];
}

/** Which of them a version follows, by their numbers, and why not the others. */
interface Following {
  follows: readonly number[];
  unmet: readonly { no: number; reason: string }[];
}

export interface Followed {
  no: number;
  text: string;
  followed: boolean;
  /** Empty where it is followed. */
  reason: string;
}

/**
 * Every condition is followed, or it is said why not; what is followed can be had together. Whoever asked for one reads
 * beside it what became of it.
 */
export function followedOf(
  asked: Asked | null,
  { follows, unmet }: Following,
): Result<Followed[], 'invalid' | 'cannot_together'> {
  const { conditions = [], clashes = [], budget = null } = asked ?? {};
  const wrong: Record<string, string> = {};
  const said = conditions.map(({ no, text }): Followed => {
    const followed = follows.includes(no);
    const reason = unmet.find((one) => one.no === no)?.reason ?? '';
    if (followed === (reason !== '')) wrong[`unmet_${no}`] = followed ? 'followed_and_not' : 'why_unmet';
    return { no, text, followed, reason };
  });
  if (Object.keys(wrong).length > 0) return refuse('invalid', undefined, wrong);
  const clash = clashes.find(({ nos }) => nos.every((no) => follows.includes(no)));
  const cost = conditions.reduce((sum, one) => sum + (follows.includes(one.no) ? one.cost : 0), 0);
  if (clash || (budget !== null && cost > budget))
    return refuse('cannot_together', { nos: clash?.nos.join() ?? '', why: clash?.why ?? '' }, { follows: 'too_many' });
  return ok(said);
}
