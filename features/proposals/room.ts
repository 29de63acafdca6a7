import type { Room } from '@/lib/room';

export const room = { name: 'proposals', appendOnly: ['proposal_event'] } satisfies Room;
