import { z } from 'zod';
import { choice, day, id, optionalText, orNothing } from '@/lib/input';
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
  })
  .superRefine((value, context) => {
    if (value.reached === 'yes' && !value.satisfaction) {
      context.addIssue({ code: 'custom', path: ['satisfaction'], message: 'choose_one' });
    }
  });

export const closeInput = z.object({ proposal: id, wave: choice(WAVES) });
