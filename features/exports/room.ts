import { sql } from 'drizzle-orm';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayDecideExport } from './policy';

export const room = {
  name: 'exports',
  letters,
  personal,
  appendOnly: ['data_export_case', 'data_export_home'],
  record: inBoth(messages, (t) => t.room.record),
  duties: [
    {
      name: 'exports',
      task: inBoth(messages, (t) => t.room.duties.exports),
      may: (who) => mayDecideExport(who) !== null,
      path: (no) => ['exports', no],
      rows: ({ communityId, personId }) => sql`select x.no, x.purpose as title, 1 as count, x.asked_at as at
        from data_export x where x.community_id = ${communityId} and x.released_at is null and x.verdict is null
          and x.asked_by is distinct from ${personId}`,
    },
  ],
} satisfies Room;
