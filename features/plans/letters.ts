import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  answer_changed: { about: 'proposal', way: 'judge', leads: ({ locale }) => to.me(locale, 'objections') },
});
