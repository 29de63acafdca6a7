import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { messages } from './messages';
import { personal } from './personal';
import { maySeeKeys } from './policy';

export const room = {
  name: 'open311',
  board,
  personal,
  doors: [{ path: 'keys', label: inBoth(messages, (t) => t.room.doors.keys), desk: maySeeKeys }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
