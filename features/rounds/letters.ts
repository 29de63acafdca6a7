import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  round_opened: {
    about: 'round',
    way: 'speak',
    leads: ({ locale, community, no }) => to.act(locale, community, 'rounds', no, 'opinion'),
  },
  opening_taken_back: {
    about: 'round',
    way: 'round',
    leads: ({ locale, community, no }) => to.round(locale, community, no),
  },
  round_closed: {
    about: 'round',
    way: 'round',
    leads: ({ locale, community, no }) => to.round(locale, community, no),
  },
});
