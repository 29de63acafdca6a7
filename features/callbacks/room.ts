import type { Room } from '@/lib/room';
import { board } from './board';
import { personal } from './personal';

export const room = {
  name: 'callbacks',
  board,
  personal,
} satisfies Room;
