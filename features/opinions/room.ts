import type { Room } from '@/lib/room';
import { board } from './board';

export const room = { name: 'opinions', board, appendOnly: ['opinion', 'visit'] } satisfies Room;
