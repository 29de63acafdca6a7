import type { Room } from '@/lib/room';

export const room = { name: 'pictures' } satisfies Room;
