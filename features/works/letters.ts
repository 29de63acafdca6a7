import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  works_started: {
    about: 'works',
    way: 'works',
    leads: ({ locale, community, no }) => to.works(locale, community, no),
  },
  acceptance_recorded: {
    about: 'works',
    way: 'accept',
    leads: ({ locale, community, no }) => to.act(locale, community, 'works', no, 'acceptance'),
  },
  promise_mended: {
    about: 'works',
    way: 'accept',
    leads: ({ locale, community, no }) => to.act(locale, community, 'works', no, 'acceptance'),
  },
  delegate_named: {
    about: 'works',
    way: 'accept',
    leads: ({ locale, community, no }) => to.act(locale, community, 'works', no, 'acceptance'),
  },
});
