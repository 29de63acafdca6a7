import type { Room } from '@/lib/room';
import { board } from './board';

export const room = { name: 'objections', board, appendOnly: ['objection_event'] } satisfies Room;
