import { addDays, type Day, daysAfter, shanghaiDate, startOfDay } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';
import { tooLate } from '@/lib/undoing';

/** A round answers from `opensAt` until just before `closesAt`. */
export type Window = { opensAt: Date; closesAt: Date };

export function isOpen(round: Window, now: Date): boolean {
  return round.opensAt <= now && now < round.closesAt;
}

/** How many days a round lasts at least, where a community asks for this many. */
export const leastDays = (roundDays: number): number => Math.max(7, roundDays);

/** A round lasts at least seven times 24 hours and does not start in the past. */
export function checkWindow(
  round: Window,
  now: Date,
  minimumDays = 7,
): Result<Window, 'window_in_the_past' | 'window_too_short'> {
  if (round.opensAt < now) return refuse('window_in_the_past');
  if (round.closesAt < daysAfter(round.opensAt, minimumDays))
    return refuse('window_too_short', { days: minimumDays }, { closesOn: 'window_too_short' });
  return ok(round);
}

/** One extension of a round: from which close to which, and when it was made. */
export type Extension = { from: Date; to: Date; at: Date };

/** The extensions that hold: one taken back is gone, with it the move that took it back. */
export function extensionsHeld(moves: readonly (Extension & { back: boolean })[]): Extension[] {
  const held: Extension[] = [];
  for (const { back, ...move } of moves) {
    if (back) held.pop();
    else held.push(move);
  }
  return held;
}

/**
 * How many days a round may last beyond its first close, all extensions together. A month is enough to come back to
 * everybody who was away, and no slip of the finger keeps those who wait for the count waiting for years.
 */
export const MOST_EXTENSION_DAYS = 30;

/** The last close a round may have, given its extensions so far. */
export function latestClose(round: Window, held: readonly Extension[]): Date {
  return daysAfter(held[0]?.from ?? round.closesAt, MOST_EXTENSION_DAYS);
}

/** Before its close a round may be made longer, to 30 days after its first close; afterwards nothing moves it. */
export function checkExtension(
  round: Window,
  held: readonly Extension[],
  closesAt: Date,
  now: Date,
): Result<Window, 'round_closed' | 'extension_shortens' | 'extension_too_long'> {
  if (now >= round.closesAt) return refuse('round_closed');
  if (closesAt <= round.closesAt) return refuse('extension_shortens');
  if (closesAt > latestClose(round, held)) return refuse('extension_too_long', { days: MOST_EXTENSION_DAYS });
  return ok({ ...round, closesAt });
}

/** How long an extension made by mistake can be taken back. */
/**
 * The latest extension is taken back within 24 hours, by anybody who may extend, while the close it moved is still to
 * come: nobody's opinion was given after it. Returns the round as it was before.
 */
export function checkTakeBack(
  round: Window,
  held: readonly Extension[],
  now: Date,
): Result<Window, 'round_closed' | 'not_extended' | 'earlier_close_over' | 'take_back_over'> {
  const latest = held.at(-1);
  if (now >= round.closesAt) return refuse('round_closed');
  if (!latest) return refuse('not_extended');
  if (now >= latest.from) return refuse('earlier_close_over');
  const late = tooLate(latest.at, now);
  return late ? { ok: false, refusal: late } : ok({ ...round, closesAt: latest.from });
}

/** The moment at which a round that lasts to the end of this day closes. */
export function closeOf(lastDay: Day): Date {
  return startOfDay(addDays(lastDay, 1));
}

/** The last day of a round that closes at this moment. */
export function lastDayOf(closesAt: Date): Day {
  return shanghaiDate(new Date(closesAt.getTime() - 1));
}
