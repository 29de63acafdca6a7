import type { Room } from '@/lib/room';
import { board } from './board';
import { letters } from './letters';
import { personal } from './personal';
import { register } from './sheet';

export const room = {
  name: 'people',
  letters,
  board,
  sheets: [register],
  appendOnly: ['handover'],
  personal,
} satisfies Room;
