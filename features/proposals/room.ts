import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { standings } from './acts';
import { board } from './board';
import { proposalFacts } from './facts';
import { personal } from './personal';

export const room = {
  name: 'proposals',
  board,
  appendOnly: ['proposal_event'],
  desk: atDesk(proposalFacts, standings),
  personal,
  takenAway: { proposal_event: 'reason' },
} satisfies Room;
