import type { Room } from '@/lib/room';

export const room = { name: 'opinions', appendOnly: ['opinion', 'visit'] } satisfies Room;
