import type { Room } from '@/lib/room';

export const room = { name: 'account' } satisfies Room;
