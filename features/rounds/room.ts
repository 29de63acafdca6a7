import type { Room } from '@/lib/room';
import { board } from './board';

export const room = { name: 'rounds', board, appendOnly: ['electorate', 'round_cell'] } satisfies Room;
