import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { personal } from './personal';
import { maySeeBlanks } from './policy';

export const room = {
  name: 'blanks',
  personal,
  appendOnly: ['blank'],
  doors: [{ path: 'blanks', label: inBoth(messages, (t) => t.room.door), desk: maySeeBlanks }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
