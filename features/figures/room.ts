import type { Room } from '@/lib/room';
import { board } from './board';

export const room = {
  name: 'figures',
  board,
} satisfies Room;
