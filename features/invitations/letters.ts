import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  captain_invited: {
    about: 'invitation',
    way: 'look',
    leads: ({ locale, community }) => to.door(locale, community, 'invitations'),
  },
  captain_came: {
    about: 'invitation',
    way: 'look',
    leads: ({ locale, community }) => to.act(locale, community, 'invitation'),
  },
});
