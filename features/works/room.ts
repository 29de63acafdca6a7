import type { Room } from '@/lib/room';

export const room = { name: 'works' } satisfies Room;
