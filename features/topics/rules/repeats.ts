import { type Corpus, likenesses } from '@/features/likeness/rules/likeness';
import { isSamePlace, type Spot } from '@/features/likeness/rules/places';
import { addDays, shanghaiDate } from '@/lib/calendar';

/** A matter that comes back within ninety days, also from somebody else, was not settled. */
export const REPEAT_DAYS = 90;
/** As alike as this, two complaints at one place are one matter. */
const SAME = 0.35;

export interface Placed {
  at: Date;
  spot: Spot;
}

/**
 * For each complaint that repeats others those it repeats, the latest first: alike, at the same place, and at most ninety
 * days before it by the calendar. `cases` in the order of the corpus.
 */
export function repeatsOf(cases: readonly Placed[], corpus: Corpus): Map<number, number[]> {
  const repeats = new Map<number, number[]>();
  for (const [later, { at, spot }] of cases.entries()) {
    const from = addDays(shanghaiDate(at), -REPEAT_DAYS);
    const alike = likenesses(corpus, later);
    const earlier = [...cases.keys()].filter((one) => {
      const other = cases[one] as Placed;
      const before = other.at < at || (other.at.getTime() === at.getTime() && one < later);
      if (!before || (alike[one] as number) < SAME) return false;
      return shanghaiDate(other.at) >= from && isSamePlace(other.spot, spot);
    });
    if (earlier.length > 0)
      repeats.set(
        later,
        earlier.sort((a, b) => (cases[b] as Placed).at.getTime() - (cases[a] as Placed).at.getTime() || b - a),
      );
  }
  return repeats;
}
