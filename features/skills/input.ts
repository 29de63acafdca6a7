import { z } from 'zod';
import { count, day, id, line, optionalLine, optionalName, optionalText, orNothing, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';
import { MOST_HELPERS } from './rules';

export const offerInput = z.object({
  household: id,
  what: line(40),
  times: optionalLine(40),
  whom: optionalLine(40),
});
const skill = { skill: id };
export const takeBackInput = z.object(skill);
/** `call`: what they are asked for; without it, what stands in the words. */
export const askInput = z.object({ ...skill, call: orNothing(id), words: text(200) });

/** `works`, `occasion`: by their numbers, what the help is for. */
export const callInput = z.object({
  title: line(40),
  words: optionalText(300),
  place: line(60),
  day,
  people: count(1, MOST_HELPERS),
  works: orNothing(id),
  occasion: orNothing(id),
});
const call = { call: id };
/** `name`: how they want to be called where they are thanked; empty: not at all. */
export const joinInput = z.object({ ...call, household: id, name: optionalName(12), shown: shownInput });
const helper = { helper: id };
export const leaveInput = z.object(helper);
export const nameInput = z.object({ ...helper, name: optionalName(12) });
export const thankInput = z.object({ ...call, thanks: text(300) });
export const cancelInput = z.object({ ...call, reason: text(200) });

/** What somebody says they come to. */
export const callShown = (of: { title: string; place: string; day: string }): Shown => ({
  title: of.title,
  place: of.place,
  day: of.day,
});
