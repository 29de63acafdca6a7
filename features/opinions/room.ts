import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'opinions',
  letters,
  board,
  personal,
  appendOnly: ['opinion', 'visit'],
  doors: [{ path: 'opinions', label: inBoth(messages, (t) => t.room.doors.opinions), me: true }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
