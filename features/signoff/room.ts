import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'signoff',
  letters,
  board,
  personal,
  appendOnly: ['signature'],
  doors: [{ path: 'resolutions', label: inBoth(messages, (t) => t.room.doors.resolutions), board: true }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
