import { addDays, type Day } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

/** So many things somebody offers at once. */
export const MOST_SKILLS = 5;
/** So many helpers one call is for. */
export const MOST_HELPERS = 30;
/** A call is for a day so far off at most. */
const CALL_DAYS = 120;

/** A number somebody could be rung at. */
export const hasTelephone = (text: string): boolean => /\d{7}/.test(text.replace(/[\s-]/g, ''));

interface Call {
  day: Day;
  thanked: boolean;
  cancelled: boolean;
}

/** `open` until its day is over; then it waits for its thanks. */
export type CallState = 'open' | 'over' | 'thanked' | 'cancelled';

export const callState = ({ day, thanked, cancelled }: Call, today: Day): CallState =>
  cancelled ? 'cancelled' : thanked ? 'thanked' : day < today ? 'over' : 'open';

export function checkDay(day: Day, today: Day): Result<undefined, 'day_past' | 'day_far'> {
  if (day < today) return refuse('day_past', undefined, { day: 'day_past' });
  return day > addDays(today, CALL_DAYS) ? refuse('day_far', undefined, { day: 'day_far' }) : ok();
}
