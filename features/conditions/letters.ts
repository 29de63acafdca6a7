import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  conditions_marked: { about: 'proposal', way: 'look', leads: ({ locale }) => to.me(locale, 'objections') },
});
