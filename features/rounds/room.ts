import type { Room } from '@/lib/room';
import { board } from './board';
import { personal } from './personal';

export const room = {
  name: 'rounds',
  board,
  personal,
  appendOnly: ['electorate', 'round_cell'],
} satisfies Room;
