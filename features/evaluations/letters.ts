import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  /** To the page on which whoever was called reads what was written down. */
  case_evaluated: {
    about: 'cases',
    way: 'look' as const,
    leads: ({ locale, community, no }) => to.act(locale, community, 'cases', no),
  },
});
