import type { Room } from '@/lib/room';
import { board } from './board';

export const room = { name: 'pictures', board, seenFromAnywhere: { picture: 'on_board' } } satisfies Room;
