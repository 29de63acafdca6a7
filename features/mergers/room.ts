import { atDesk } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { standings } from './acts';
import { board } from './board';
import { mergerFacts } from './facts';

export const room = { name: 'mergers', board, desk: atDesk(mergerFacts, standings) } satisfies Room;
