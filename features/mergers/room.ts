import type { Room } from '@/lib/room';

export const room = { name: 'mergers' } satisfies Room;
