import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { personal } from './personal';

export const room = { name: 'reports', personal, record: inBoth(messages, (t) => t.room.record) } satisfies Room;
