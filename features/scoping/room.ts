import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { standings } from './acts';
import { board } from './board';
import { scopingFacts } from './facts';
import { letters } from './letters';
import { personal } from './personal';

export const room = {
  name: 'scoping',
  letters,
  board,
  desk: atDesk(scopingFacts, standings),
  personal,
} satisfies Room;
