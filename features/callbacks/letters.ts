import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  callback_followed: {
    about: 'proposal',
    way: 'proposal',
    leads: ({ locale, community, no }) => to.proposal(locale, community, no),
  },
});
