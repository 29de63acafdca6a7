import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { standings } from './acts';
import { board } from './board';
import { mergerFacts } from './facts';
import { letters } from './letters';
import { personal } from './personal';

export const room = {
  name: 'mergers',
  letters,
  board,
  desk: atDesk(mergerFacts, standings),
  personal,
} satisfies Room;
