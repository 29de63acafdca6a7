import type { Room } from '@/lib/room';
import { board } from './board';
import { letters } from './letters';
import { personal } from './personal';

export const room = {
  name: 'rounds',
  letters,
  board,
  personal,
  appendOnly: ['electorate', 'round_cell'],
} satisfies Room;
