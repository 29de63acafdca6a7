import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'letters',
  personal,
  doors: [{ path: 'letters', label: inBoth(messages, (t) => t.room.doors.letters), me: true }],
} satisfies Room;
