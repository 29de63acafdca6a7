import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { standings } from './acts';
import { board } from './board';
import { scopingFacts } from './facts';

export const room = { name: 'scoping', board, desk: atDesk(scopingFacts, standings) } satisfies Room;
