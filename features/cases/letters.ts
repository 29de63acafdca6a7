import { toProposal } from '@/features/proposals/letters';
import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

/** To the receipt of whoever wrote it. */
const receipt = {
  about: 'cases',
  way: 'look' as const,
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'cases', no),
};

export const letters = lettersOf(messages, {
  case_unlinked: toProposal,
  case_received: receipt,
  case_posted: receipt,
  case_taken_down: receipt,
});
