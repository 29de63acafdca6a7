import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'letters',
  letters,
  record: inBoth(messages, (t) => t.room.record),
  personal,
  doors: [{ path: 'letters', label: inBoth(messages, (t) => t.room.doors.letters), me: true }],
} satisfies Room;
