import { addDays, assessmentMonth, assessmentMonthOf, type Day, shanghaiDate } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';
import { PROFILES, type Profile } from '../rules';
import { type Month, monthsFrom } from './months';

/** A profile as a published number is tied to it. `from`, `hash`: null of the one everybody goes by who has none of their own. */
export interface Pinned extends Profile {
  id: number | null;
  from: Day | null;
  hash: string | null;
}

export const USUAL: Pinned = { ...PROFILES.beijing_district_2025, id: null, from: null, hash: null };

/** What its fingerprint is of. */
export const saidOf = ({ name, fairlyTenths, weights: { response, resolution, satisfaction } }: Profile) => ({
  name,
  fairlyTenths,
  weights: { response, resolution, satisfaction },
});

export const isSame = (one: Profile, other: Profile): boolean =>
  JSON.stringify(saidOf(one)) === JSON.stringify(saidOf(other));

/** So many months ahead one may say how they will be counted. */
const AHEAD = 12;

/** Months that have not begun, the next one first. */
export function monthsAhead(now: Date): Month[] {
  const next = assessmentMonthOf(assessmentMonth(assessmentMonthOf(now)).to);
  return monthsFrom(next, `${Number(next.slice(0, 4)) + 1}${next.slice(4)}`).slice(0, AHEAD);
}

export const firstDayOf = (month: Month): Day => shanghaiDate(assessmentMonth(month).from);

/** A month that has begun is counted as it was said before it began; and what is weighted comes to one whole. */
export function checkProfile(
  { from, weights }: { from: Day; weights: Profile['weights'] },
  now: Date,
): Result<undefined, 'month_begun' | 'not_ten'> {
  if (from <= shanghaiDate(now)) return refuse('month_begun', undefined, { month: 'month_begun' });
  const sum = weights.response + weights.resolution + weights.satisfaction;
  return sum === 10 ? ok() : refuse('not_ten', { sum }, { response: 'not_ten' });
}

/** The last day on which one is in force that another follows. */
export const lastDayBefore = (next: Day): Day => addDays(next, -1);
