import type { Room } from '@/lib/room';
import { board } from './board';

export const room = { name: 'people', board, appendOnly: ['handover'] } satisfies Room;
