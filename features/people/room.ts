import type { Room } from '@/lib/room';
import { board } from './board';
import { register } from './sheet';

export const room = { name: 'people', board, sheets: [register], appendOnly: ['handover'] } satisfies Room;
