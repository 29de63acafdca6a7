import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { messages } from './messages';
import { mayRecordFigures } from './policy';

export const room = {
  name: 'figures',
  board,
  doors: [
    {
      path: 'figures',
      label: inBoth(messages, (t) => t.room.doors.figures),
      board: true,
      desk: (who) => mayRecordFigures(who) !== null,
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
