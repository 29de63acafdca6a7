import type { Room } from '@/lib/room';
import { board } from './board';
import { letters } from './letters';
import { personal } from './personal';

export const room = {
  name: 'objections',
  letters,
  board,
  personal,
  appendOnly: ['objection_event'],
  takenAway: { objection_event: 'words' },
} satisfies Room;
