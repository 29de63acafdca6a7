import type { Room } from '@/lib/room';
import { board } from './board';
import { personal } from './personal';

export const room = {
  name: 'objections',
  board,
  personal,
  appendOnly: ['objection_event'],
  takenAway: { objection_event: 'words' },
} satisfies Room;
