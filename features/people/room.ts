import type { Room } from '@/lib/room';
import { board } from './board';
import { personal } from './personal';
import { register } from './sheet';

export const room = {
  name: 'people',
  board,
  sheets: [register],
  appendOnly: ['handover'],
  personal,
} satisfies Room;
