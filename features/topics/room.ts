import { has } from '@/lib/actor';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'topics',
  personal,
  appendOnly: ['opposite', 'opposite_case', 'selection_snapshot'],
  hashed: [{ table: 'selection_snapshot', content: 'counts', hash: 'hash' }],
  doors: [
    {
      path: 'selection',
      label: inBoth(messages, (t) => t.room.doors.selection),
      desk: (who) => has(who, 'district'),
    },
  ],
  told: [
    {
      table: 'proposal',
      acts: ['topic.propose'],
      row: `l.subject = 'proposal/' || r.no`,
      words: [
        ['r.title', 'title'],
        ['r.kind', 'kind'],
        ['r.place', 'place'],
        ['r.problem', 'problem'],
        ['r.ask', 'ask'],
      ],
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
