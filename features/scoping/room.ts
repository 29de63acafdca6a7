import type { Room } from '@/lib/room';

export const room = { name: 'scoping' } satisfies Room;
