import { z } from 'zod';
import { PROGRAMME_KINDS } from '@/db/words/programmes';
import { choice, clock, count, id, line, optionalLine, optionalText, orNothing, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';
import { MOST_DATES, MOST_HEADS, MOST_HOURS, RECURRENCES } from './rules';

const dates = {
  startsAt: clock,
  minutes: count(10, MOST_HOURS * 60),
  recurrence: choice(RECURRENCES),
  times: orNothing(count(1, MOST_DATES)),
  places: count(1, 500),
  slotMinutes: orNothing(count(5, 120)),
};

export const planInput = z.object({
  kind: choice(PROGRAMME_KINDS),
  title: line(40),
  place: line(80),
  words: optionalText(600),
  bring: optionalLine(80),
  ...dates,
});

/** More dates of what there is. */
export const datesInput = z.object({ programme: id, ...dates });

const occasion = { occasion: id };

export const moveInput = z.object({ ...occasion, startsAt: clock, reason: text(200), shown: shownInput });
export const cancelInput = z.object({ ...occasion, reason: text(200), shown: shownInput });
export const placesInput = z.object({ ...occasion, places: count(1, 500), shown: shownInput });

const wanted = { ...occasion, heads: count(1, MOST_HEADS), slot: orNothing(count(0, 500)), shown: shownInput };

export const signUpInput = z.object({ ...wanted, household: id });

/** `building`, `entrance`, `door`: as people write them. */
export const recordInput = z.object({
  ...wanted,
  building: line(81),
  entrance: count(1, 99),
  door: line(20),
  channel: choice(['door', 'phone']),
});

/** For the home of a need, which the need knows. */
export const forNeedInput = z.object({ ...wanted, need: id, channel: choice(['door', 'phone']) });

export const walkInInput = z.object({ ...occasion, heads: count(1, MOST_HEADS), slot: orNothing(count(0, 500)) });
export const signedUpInput = z.object({ signUp: id });
export const attendInput = z.object({ signUp: id, came: choice(['yes', 'no']) });
export const tellInput = z.object({ signUp: id, words: line(60) });
export const remindInput = z.object({});

const clockOf = (when: Date | string) =>
  new Date(new Date(when).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** How many places there were when somebody changed them. */
export const placesShown = ({ places }: { places: number }): Shown => ({ places: String(places) });

/** What somebody signs up for: when and where. */
export const occasionShown = (of: { startsAt: Date | string; endsAt: Date | string; place: string }): Shown => ({
  when: `${clockOf(of.startsAt)}–${clockOf(of.endsAt).slice(11)}`,
  place: of.place,
});
