import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { planFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'plans',
  letters,
  board,
  desk: atDesk(planFacts, standings),
  personal,
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
