import type { Room } from '@/lib/room';
import { board } from './board';
import { personal } from './personal';

export const room = {
  name: 'opinions',
  board,
  personal,
  appendOnly: ['opinion', 'visit'],
} satisfies Room;
