import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

const opposing = {
  about: 'proposal',
  way: 'look' as const,
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'notices', no, 'opposition'),
};

export const letters = lettersOf(messages, {
  notice_posted: {
    about: 'proposal',
    way: 'proposal',
    leads: ({ locale, community, no }) => to.notice(locale, community, no),
  },
  opposition_recorded: opposing,
  opposition_answered: opposing,
  resolution_signed: {
    about: 'resolution',
    way: 'resolution',
    leads: ({ locale, community, no }) => to.resolution(locale, community, no),
  },
});
