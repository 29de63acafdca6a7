import { sql } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { maySeeHelp } from './policy';

export const room = {
  name: 'skills',
  letters,
  board,
  personal,
  doors: [
    { path: 'skills', label: inBoth(messages, (t) => t.room.door), board: true, desk: maySeeHelp },
    { path: 'skills', label: inBoth(messages, (t) => t.room.mine), me: true },
  ],
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['skill.offer', 'skill.take_back', 'skill.ask', 'help.join', 'help.leave', 'help.name'],
  duties: [
    {
      name: 'help_thanks',
      task: inBoth(messages, (t) => t.room.duties.thanks),
      may: maySeeHelp,
      path: (no) => ['skills', 'calls', no],
      rows: ({ communityId, now }) => sql`select c.no, c.title, 1 as count, c.day::timestamptz as at from help_call c
        where c.community_id = ${communityId} and c.thanked_at is null and c.cancelled_at is null
          and c.day < ${shanghaiDate(now)}::date and exists (select from helper h
            where h.community_id = c.community_id and h.call_id = c.id and h.left_at is null)`,
    },
  ],
} satisfies Room;
