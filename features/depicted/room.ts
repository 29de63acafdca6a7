import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { asks } from './asks';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'depicted',
  letters,
  personal,
  doors: [{ path: 'pictures', label: inBoth(messages, (t) => t.room.mine), me: true }],
  asks,
  record: inBoth(messages, (t) => t.room.record),
  /** Whose faces are on a picture is nobody's to find in the record. */
  ofHouseholds: ['depicted.name', 'depicted.drop', 'depicted.answer', 'depicted.record'],
} satisfies Room;
