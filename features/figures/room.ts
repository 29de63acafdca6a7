import type { Room } from '@/lib/room';

export const room = { name: 'figures' } satisfies Room;
