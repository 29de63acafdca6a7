import type { Room } from '@/lib/room';
import { board } from './board';

export const room = { name: 'proposals', board, appendOnly: ['proposal_event'] } satisfies Room;
