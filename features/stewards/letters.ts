import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const toIt = { about: 'steward', way: 'look', leads: ({ locale }: Place) => to.me(locale, 'service') } as const;

const toTurn = { ...toIt, about: 'shift' } as const;

export const letters = lettersOf(messages, {
  steward_named: toIt,
  steward_left: toIt,
  shift_planned: toIt,
  steward_parted: toIt,
  shift_offered: toTurn,
  shift_given: toTurn,
  shift_taken: toIt,
  shift_returned: toIt,
  shift_removed: toIt,
  hours_corrected: toIt,
});
