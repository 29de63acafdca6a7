import type { Room } from '@/lib/room';

export const room = { name: 'terms' } satisfies Room;
