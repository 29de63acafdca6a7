import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { heardFacts, roundFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'rounds',
  letters,
  board,
  desk: atDesk({ ...roundFacts, ...heardFacts }, standings),
  personal,
  appendOnly: ['electorate', 'round_cell'],
  doors: [{ path: 'rounds', label: inBoth(messages, (t) => t.room.doors.rounds), board: true }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
