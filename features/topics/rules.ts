import type { OppositeVerdict } from '@/db/words/topics';
import { ok, type Result, refuse } from '@/lib/result';

/** So many complaints stand in the form of one proposal. */
export const MOST_GATHERED = 100;

/** Every complaint that is named is there, and on one side. */
export function checkGathered(
  { cases, against }: { cases: readonly number[]; against: readonly number[] },
  known: ReadonlySet<number>,
): Result<undefined, 'no_such_case' | 'on_both_sides'> {
  const gone = [...cases, ...against].find((no) => !known.has(no));
  if (gone !== undefined) return refuse('no_such_case', { no: gone });
  const twice = cases.find((no) => against.includes(no));
  return twice === undefined ? ok() : refuse('on_both_sides', { no: twice });
}

/** What stands most often; of equals what came first. */
export function commonest(of: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const one of of) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].reduce<[string, number] | undefined>(
    (most, one) => (most && most[1] >= one[1] ? most : one),
    undefined,
  )?.[0];
}

/** Whether pairs of complaints can be spoken of so: what was dismissed stays so, and nothing is said twice. */
export function checkVerdict(
  before: readonly (OppositeVerdict | null)[],
  wanted: OppositeVerdict,
): Result<undefined, 'already_dismissed' | 'already_confirmed'> {
  const all = (verdict: OppositeVerdict) => before.length > 0 && before.every((one) => one === verdict);
  if (wanted === 'confirmed' && before.includes('dismissed')) return refuse('already_dismissed');
  if (all(wanted)) return refuse(wanted === 'confirmed' ? 'already_confirmed' : 'already_dismissed');
  return ok();
}
