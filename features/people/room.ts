import type { Room } from '@/lib/room';

export const room = { name: 'people', appendOnly: ['handover'] } satisfies Room;
