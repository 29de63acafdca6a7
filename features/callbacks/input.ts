import { z } from 'zod';
import { choice, day, id, optionalText, orNothing, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';
import { WAVES } from './rules';

/** `snowOn`: for the wave after the first snow, the day it fell. */
export const drawInput = z.object({ proposal: id, wave: choice(WAVES), snowOn: orNothing(day) });

const yesNo = choice(['yes', 'no']);

export const noteInput = z
  .object({
    callback: id,
    reached: yesNo,
    resolved: orNothing(yesNo),
    satisfaction: orNothing(choice(['satisfied', 'fairly_satisfied', 'dissatisfied'])),
    words: optionalText(600),
    mayTell: orNothing(yesNo),
  })
  .superRefine((value, context) => {
    if (value.reached === 'yes' && !value.satisfaction) {
      context.addIssue({ code: 'custom', path: ['satisfaction'], message: 'choose_one' });
    }
  });

export const followInput = z.object({ callback: id, words: text(600), shown: shownInput });

/** What a household said, as whoever answers reads it. */
export const saidShown = ({ words }: { words: string }): Shown => ({ words });

export const closeInput = z.object({ proposal: id, wave: choice(WAVES) });
