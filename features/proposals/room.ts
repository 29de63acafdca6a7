import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { proposalFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadDesk } from './policy';

export const room = {
  name: 'proposals',
  letters,
  board,
  appendOnly: ['proposal_event'],
  desk: atDesk(proposalFacts, standings),
  personal,
  takenAway: { proposal_event: 'reason' },
  doors: [
    { path: 'proposals', label: inBoth(messages, (t) => t.room.doors.proposals), board: true, desk: mayReadDesk },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
