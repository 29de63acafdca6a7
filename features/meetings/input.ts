import { z } from 'zod';
import { CORRECTION_OUTCOMES } from '@/db/words/meetings';
import { MOST_HOURS } from '@/features/programmes/rules';
import { always, choice, clock, count, day, id, line, list, optionalText, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';
import { MOST_ITEMS } from './rules';

const some = list(id).default([]);

/** Nobody at all is invited: said with whatever else is wrong. */
const whom = { path: ['groups'], message: 'nobody_invited', when: always };

/** `proposals`: by their numbers; `groups`, `entrances`: whom it concerns. */
export const callInput = z
  .object({
    title: line(40),
    place: line(80),
    words: optionalText(400),
    startsAt: clock,
    minutes: count(20, MOST_HOURS * 60),
    proposals: list(id).refine((all) => all.length <= MOST_ITEMS, 'too_many_items'),
    groups: some,
    entrances: some,
  })
  .refine(({ groups = [], entrances = [] }) => groups.length + entrances.length > 0, whom);

const of = { meeting: id };
export const moveInput = z.object({ ...of, startsAt: clock, reason: text(200), shown: shownInput });
export const cancelInput = z.object({ ...of, reason: text(200), shown: shownInput });
export const tickInput = z.object({ ...of, households: list(id) });
export const homeInput = z.object({ ...of, household: id });
export const comingInput = homeInput.extend({ shown: shownInput });
export const recordComingInput = tickInput.extend({ shown: shownInput });
export const remindInput = z.object({});

/** `position`: of the matter on the agenda. `version`: of the text the writer saw. */
export const minuteInput = z.object({
  ...of,
  position: count(1, MOST_ITEMS),
  version: count(0, 1000),
  said: text(2000),
  decided: text(800),
  promises: optionalText(1200),
});
export const openInput = z.object({ ...of, shown: shownInput });
export const correctInput = z.object({ ...of, household: id, position: count(1, MOST_ITEMS), words: text(400) });
export const answerInput = z.object({
  ...of,
  correction: id,
  outcome: choice(CORRECTION_OUTCOMES),
  answer: text(400),
  said: optionalText(2000),
  decided: optionalText(800),
  shown: shownInput,
});
export const fixInput = z.object(of);
export const keepInput = z.object({
  ...of,
  position: count(1, MOST_ITEMS),
  promise: count(1, 99),
  doneOn: day,
  note: optionalText(200),
});

export { occasionShown as meetingShown } from '@/features/programmes/input';

/** What is about to stand open, or is answered: which version of each matter. */
export const versionsShown = (items: readonly { position: number; version: number }[]): Shown =>
  Object.fromEntries(items.map(({ position, version }) => [String(position), String(version)]));
