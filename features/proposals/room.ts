import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { standings } from './acts';
import { board } from './board';
import { proposalFacts } from './facts';

export const room = {
  name: 'proposals',
  board,
  appendOnly: ['proposal_event'],
  desk: atDesk(proposalFacts, standings),
} satisfies Room;
