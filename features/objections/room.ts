import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { objectionFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'objections',
  letters,
  board,
  desk: atDesk(objectionFacts, standings),
  personal,
  appendOnly: ['objection_event'],
  takenAway: { objection_event: 'words' },
  doors: [{ path: 'objections', label: inBoth(messages, (t) => t.room.doors.objections), me: true }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
