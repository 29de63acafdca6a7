import type { Room } from '@/lib/room';

export const room = { name: 'callbacks' } satisfies Room;
