import type { HomeVisitOutcome, NeedState, VisitPlace, VisitReason } from '@/db/words/visits';
import { addDays, type Day, daysAfter, shanghaiDate } from '@/lib/calendar';
import { allWrong, ok, type Refusal, type Result, refuse } from '@/lib/result';

/** Whom nobody met for so many days is called on. */
export const UNSEEN_DAYS = 90;
/** So long somebody is new here, and so long a fall is a reason to come. */
export const NEW_DAYS = 30;
export const FALL_DAYS = 30;
/** In heat and snow whoever was comforted in the last year is called on, if nobody was there for so many days. */
const SEASON_DAYS = 30;
export const COMFORTED_DAYS = 365;
/** What is nobody else's business is kept for so many days. */
const CARE_DAYS = 90;
/** A visit is planned so many days ahead at most, and written down so many after it at the latest. */
export const PLAN_DAYS = 60;
export const LATE_DAYS = 14;
/** So many days somebody has for a need, unless another day is said. */
export const USUAL_DAYS = 7;

const HOT = ['06', '07', '08'];
const COLD = ['11', '12', '01', '02'];

/** In which hard part of the year a day is. */
export function hardSeason(day: Day): 'heat' | 'cold' | null {
  const month = day.slice(5, 7);
  return HOT.includes(month) ? 'heat' : COLD.includes(month) ? 'cold' : null;
}

/** What is known of a home: when it last met anybody, moved in, told of a fall, was comforted. */
export interface Seen {
  met: Date | null;
  moved: Date | null;
  fell: Date | null;
  comforted: Date | null;
}

const within = (when: Date | null, days: number, now: Date) => when !== null && when > daysAfter(now, -days);

/** Why somebody should go there, the most pressing first; empty: nothing speaks for it. */
export function reasonsFor({ met, moved, fell, comforted }: Seen, now: Date): VisitReason[] {
  const since = (when: Date | null) => when !== null && (met === null || met < when);
  const season = hardSeason(shanghaiDate(now));
  const reasons: [VisitReason, boolean][] = [
    ['fall', within(fell, FALL_DAYS, now) && since(fell)],
    [season ?? 'heat', season !== null && within(comforted, COMFORTED_DAYS, now) && !within(met, SEASON_DAYS, now)],
    ['new_here', within(moved, NEW_DAYS, now) && since(moved)],
    ['unseen', !within(met, UNSEEN_DAYS, now)],
  ];
  return reasons.flatMap(([reason, speaks]) => (speaks ? [reason] : []));
}

/** A day to come, not too far off. */
export function checkPlanned(day: Day, today: Day): Result<undefined, 'day_past' | 'day_far'> {
  if (day < today) return refuse('day_past', undefined, { day: 'day_past' });
  return day > addDays(today, PLAN_DAYS) ? refuse('day_far', undefined, { day: 'day_far' }) : ok();
}

interface Told {
  on: Date;
  place?: VisitPlace | undefined;
  outcome: HomeVisitOutcome;
  met: string;
  said: string;
}

/** Where nobody was met nobody asks where: at the door, and of a home that wants nobody there on the telephone. */
export const placeOf = ({ outcome, place }: Pick<Told, 'outcome' | 'place'>, noVisits: boolean): VisitPlace =>
  (outcome === 'met' ? place : undefined) ?? (noVisits ? 'phone' : 'home');

/**
 * It was, and not long ago; whoever met somebody says where, whom and what they said; nobody goes where nobody wants them. All
 * that is wrong, at once.
 */
export const checkTold = (
  { on, place, outcome, met, said }: Told,
  { noVisits, now }: { noVisits: boolean; now: Date },
): Refusal<
  'in_the_future' | 'long_ago' | 'asked_not_to' | 'nobody_named' | 'nothing_said' | 'place_missing'
> | null => {
  const somebody = outcome === 'met';
  return allWrong([
    on > now ? refuse('in_the_future', undefined, { on: 'in_the_future' }) : ok(),
    on <= daysAfter(now, -LATE_DAYS) ? refuse('long_ago', undefined, { on: 'long_ago' }) : ok(),
    somebody && place === undefined ? refuse('place_missing', undefined, { place: 'place_missing' }) : ok(),
    somebody && noVisits && place === 'home' ? refuse('asked_not_to', undefined, { place: 'asked_not_to' }) : ok(),
    somebody && met === '' ? refuse('nobody_named', undefined, { met: 'nobody_named' }) : ok(),
    somebody && said === '' ? refuse('nothing_said', undefined, { said: 'nothing_said' }) : ok(),
  ]);
};

/** A need that is closed only its household opens again. */
export const isOver = (state: NeedState): boolean => state === 'met' || state === 'dropped';

export const careUntil = (now: Date): Date => daysAfter(now, CARE_DAYS);
