import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadGuests } from './policy';

export const room = {
  name: 'programmes',
  letters,
  board,
  personal,
  doors: [
    {
      path: 'programmes',
      label: inBoth(messages, (t) => t.room.door),
      board: true,
      desk: mayReadGuests,
    },
    { path: 'programmes', label: inBoth(messages, (t) => t.room.mine), me: true },
  ],
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: [
    'sign_up.make',
    'sign_up.record',
    'sign_up.for_need',
    'sign_up.take_back',
    'sign_up.tell',
    'sign_up.attend',
    'sign_up.walk_in',
  ],
} satisfies Room;
