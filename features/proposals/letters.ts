import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

/** To the page of a proposal. */
export const toProposal = {
  about: 'proposal',
  way: 'proposal' as const,
  leads: ({ locale, community, no }: Place) => to.proposal(locale, community, no),
};

/** To the receipt of whoever brought it. */
const receipt = {
  about: 'proposal',
  way: 'look' as const,
  leads: ({ locale, community, no }: Place) => to.act(locale, community, 'proposals', no),
};

export const letters = lettersOf(messages, {
  proposal_recorded: receipt,
  proposal_received: receipt,
  proposal_shown: receipt,
  proposal_accepted: toProposal,
  question_asked: toProposal,
  proposal_declined: toProposal,
  decline_taken_back: toProposal,
  appeal_decided: toProposal,
  joined_moved: toProposal,
  proposal_shelved: toProposal,
});
