import type { Room } from '@/lib/room';
import { board } from './board';

export const room = { name: 'signoff', board, appendOnly: ['signature'] } satisfies Room;
