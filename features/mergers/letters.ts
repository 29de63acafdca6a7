import { toProposal } from '@/features/proposals/letters';
import { lettersOf } from '@/lib/letters';
import { messages } from './messages';

export const letters = lettersOf(messages, { proposal_merged: toProposal, proposal_separated: toProposal });
