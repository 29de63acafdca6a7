import { toProposal } from '@/features/proposals/letters';
import * as to from '@/lib/addresses';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, {
  short_confirmed: toProposal,
  short_turned: toProposal,
  short_objection_recorded: toProposal,
  short_done: {
    about: 'proposal',
    way: 'speak',
    leads: ({ locale, community, no }) => to.act(locale, community, 'proposals', no, 'short'),
  },
});
