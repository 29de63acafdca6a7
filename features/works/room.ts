import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { worksFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadWorks } from './policy';

export const room = {
  name: 'works',
  letters,
  board,
  personal,
  doors: [{ path: 'works', label: inBoth(messages, (t) => t.room.doors.works), board: true, desk: mayReadWorks }],
  desk: atDesk(worksFacts, standings),
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
