import * as to from '@/lib/addresses';
import { lettersOf, type Place } from '@/lib/letters';
import { messages } from './messages';

/** To the page of a proposal. */
export const toProposal = {
  about: 'proposal',
  way: 'proposal' as const,
  leads: ({ locale, community, no }: Place) => to.proposal(locale, community, no),
};

export const letters = lettersOf(messages, {
  proposal_recorded: toProposal,
  proposal_received: toProposal,
  proposal_accepted: toProposal,
  question_asked: toProposal,
  proposal_declined: toProposal,
  decline_taken_back: toProposal,
  appeal_decided: toProposal,
  joined_moved: toProposal,
  proposal_shelved: toProposal,
});
