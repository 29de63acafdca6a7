import type { Room } from '@/lib/room';

export const room = { name: 'objections', appendOnly: ['objection_event'] } satisfies Room;
