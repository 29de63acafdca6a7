import type { Room } from '@/lib/room';

export const room = { name: 'signoff', appendOnly: ['signature'] } satisfies Room;
