import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { standings } from './acts';
import { board } from './board';
import { proposalFacts } from './facts';
import { letters } from './letters';
import { personal } from './personal';

export const room = {
  name: 'proposals',
  letters,
  board,
  appendOnly: ['proposal_event'],
  desk: atDesk(proposalFacts, standings),
  personal,
  takenAway: { proposal_event: 'reason' },
} satisfies Room;
