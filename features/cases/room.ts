import type { Room } from '@/lib/room';

export const room = { name: 'cases' } satisfies Room;
