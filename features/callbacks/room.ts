import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadCallbacks } from './policy';

export const room = {
  name: 'callbacks',
  board,
  personal,
  doors: [{ path: 'callbacks', label: inBoth(messages, (t) => t.room.doors.callbacks), desk: mayReadCallbacks }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
