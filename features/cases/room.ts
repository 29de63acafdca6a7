import type { Room } from '@/lib/room';
import { board } from './board';
import { letters } from './letters';
import { personal } from './personal';

export const room = {
  name: 'cases',
  letters,
  board,
  personal,
} satisfies Room;
