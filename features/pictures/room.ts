import type { Room } from '@/lib/room';
import { board } from './board';
import { personal } from './personal';

export const room = {
  name: 'pictures',
  board,
  personal,
  seenFromAnywhere: { picture: 'on_board' },
} satisfies Room;
