import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { recheckFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'opinions',
  letters,
  board,
  desk: atDesk(recheckFacts, standings),
  personal,
  appendOnly: ['opinion', 'visit'],
  doors: [{ path: 'opinions', label: inBoth(messages, (t) => t.room.doors.opinions), me: true }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
