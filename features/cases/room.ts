import { sql } from 'drizzle-orm';
import { notAgainstOf } from '@/db/against';
import { asStaff } from '@/lib/actor';
import { daysAfter } from '@/lib/calendar';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayFindCases, mayPostCase } from './policy';

/** So long a case that belongs to no proposal yet is shown to the social worker. */
const NEW_DAYS = 14;

export const room = {
  name: 'cases',
  letters,
  board,
  personal,
  said: { case_content: { key: 'case_id', of: 'cases', words: ['words', 'complainant', 'phone'] } },
  doors: [{ path: 'cases', label: inBoth(messages, (t) => t.room.doors.cases), board: true, desk: mayFindCases }],
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['case.record'],
  steps: inBoth(messages, (t) => t.room.steps),
  duties: [
    {
      name: 'posting',
      task: inBoth(messages, (t) => t.room.duties.unposted),
      may: (who) => mayPostCase(who) !== null,
      path: (no) => ['cases', no, 'posting'],
      rows: ({ communityId, personId }) => sql`select x.no, x.title, 1 as count, x.received_at as at from cases x
        where x.community_id = ${communityId} and x.posted_at is null and (x.recorded_by is distinct from ${personId}
          or exists (select from order_version v where v.community_id = x.community_id and v.case_id = x.id))
          and ${notAgainstOf(sql`x`, personId)}`,
    },
    {
      name: 'cases',
      task: inBoth(messages, (t) => t.room.duties.unlinked),
      may: (who) => asStaff(who, 'social-worker') !== null,
      path: (no) => ['cases', no],
      rows: ({ communityId, personId, now }) => sql`select x.no, x.title, 1 as count, x.received_at as at from cases x
        where x.community_id = ${communityId} and ${notAgainstOf(sql`x`, personId)} and x.posted_at is not null and x.received_at > ${daysAfter(now, -NEW_DAYS).toISOString()}::timestamptz
          and not exists (select 1 from case_link l where l.community_id = x.community_id and l.case_id = x.id)`,
    },
  ],
} satisfies Room;
