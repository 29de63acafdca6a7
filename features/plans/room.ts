import type { Room } from '@/lib/room';

export const room = { name: 'plans' } satisfies Room;
