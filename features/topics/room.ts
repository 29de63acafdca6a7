import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'topics',
  personal,
  appendOnly: ['opposite', 'opposite_case'],
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
