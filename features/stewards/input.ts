import { z } from 'zod';
import { SHIFT_PARTS, STEWARD_KINDS } from '@/db/words/stewards';
import { choice, count, day, id, list, optionalName, optionalText, orNothing, text } from '@/lib/input';
import { phoneInput } from '@/lib/phone';
import { type Shown, shownInput } from '@/lib/shown';
import { LEAST_MINUTES, MOST_MINUTES, MOST_WEEKS } from './rules';

const steward = { steward: id };
const entrances = list(id).default([]);

export const nameInput = z.object({ phone: phoneInput, kind: choice(STEWARD_KINDS), entrances });
export const assignInput = z.object({ ...steward, entrances, shown: shownInput });

/** The entrances somebody looked after when others were ticked. */
export const areasShown = (areas: readonly { building: string; entrance: number }[]): Shown => ({
  entrances: areas.map(({ building, entrance }) => `${building}-${entrance}`).join('、'),
});
export const leaveInput = z.object({ ...steward, reason: text(200) });
export const goneInput = z.object({ ...steward });
export const captainInput = z.object({ person: id });
/** Empty: not shown. */
export const showInput = z.object({ ...steward, name: optionalName(12) });
export const planInput = z.object({
  ...steward,
  day,
  part: choice(SHIFT_PARTS),
  weeks: orNothing(count(1, MOST_WEEKS)),
  /** They were told that a turn of that time has nobody, and want another one all the same. */
  vacant: orNothing(choice(['seen'])),
});

const shift = { shift: id };
export const offerInput = z.object({ ...shift, words: optionalText(100) });
export const shiftInput = z.object({ ...shift });
export const giveInput = z.object({ ...shift, ...steward });
export const removeInput = z.object({ ...shift, reason: text(200) });
const minutes = count(LEAST_MINUTES, MOST_MINUTES);
export const confirmInput = z.object({ ...shift, minutes });
export const correctInput = z.object({ ...shift, minutes, reason: text(200) });
