import type { Room } from '@/lib/room';

export const room = { name: 'rounds', appendOnly: ['electorate', 'round_cell'] } satisfies Room;
