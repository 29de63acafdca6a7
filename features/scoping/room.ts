import type { Room } from '@/lib/room';
import { board } from './board';

export const room = { name: 'scoping', board } satisfies Room;
