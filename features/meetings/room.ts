import { sql } from 'drizzle-orm';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { asks } from './asks';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { maySeeMeetings } from './policy';

export const room = {
  name: 'meetings',
  letters,
  board,
  personal,
  appendOnly: ['meeting_minute'],
  said: {
    meeting_correction: {
      words: ['meeting_id', 'item_id', 'household_id', 'person_id', 'words', 'at'],
      course: ['outcome', 'answer', 'answered_by', 'answered_at'],
    },
  },
  told: [
    {
      table: 'meeting_correction',
      acts: ['meeting.correct'],
      row: `l.subject = 'meeting/' || (select m.no from meeting m where m.community_id = r.community_id and m.id = r.meeting_id)
        and r.no = (l.c ->> 'correction')::integer`,
      words: [
        ['r.words', 'words'],
        ['r.household_id', 'household'],
      ],
    },
  ],
  hashed: [{ table: 'meeting', content: 'minutes', hash: 'hash' }],
  doors: [
    { path: 'meetings', label: inBoth(messages, (t) => t.room.door), board: true, desk: maySeeMeetings },
    { path: 'meetings', label: inBoth(messages, (t) => t.room.mine), me: true },
  ],
  asks,
  record: inBoth(messages, (t) => t.room.record),
  /** Who comes, who was where, and who wants what put right, is nobody's to find in the record. */
  ofHouseholds: [
    ...['coming.tell', 'coming.record', 'coming.take_back'],
    ...['attendance.tick', 'attendance.tell', 'attendance.strike', 'meeting.correct'],
  ],
  duties: [
    {
      name: 'meeting_minutes',
      task: inBoth(messages, (t) => t.room.duties.minutes),
      may: maySeeMeetings,
      path: (no) => ['meetings', no, 'minutes'],
      rows: ({ communityId, now }) => sql`select m.no, m.title, 1 as count, m.ends_at as at,
          date_trunc('day', m.ends_at, 'Asia/Shanghai') + interval '6 days' as due
        from meeting m where m.community_id = ${communityId} and m.cancelled_at is null and m.minuted_at is null
          and m.ends_at <= ${now.toISOString()}::timestamptz`,
    },
    {
      name: 'meeting_corrections',
      task: inBoth(messages, (t) => t.room.duties.corrections),
      count: inBoth(messages, (t) => t.room.duties.several),
      may: maySeeMeetings,
      path: (no) => ['meetings', no],
      rows: ({
        communityId,
      }) => sql`select m.no, m.title, count(*)::int as count, min(c.at) as at, m.correct_until as due
        from meeting_correction c join meeting m on m.community_id = c.community_id and m.id = c.meeting_id
        where c.community_id = ${communityId} and c.outcome is null group by m.community_id, m.id`,
    },
    {
      name: 'meeting_promises',
      task: inBoth(messages, (t) => t.room.duties.promises),
      count: inBoth(messages, (t) => t.room.duties.several),
      may: maySeeMeetings,
      path: (no) => ['meetings', no],
      rows: ({ communityId, now }) => sql`select m.no, m.title, count(*)::int as count,
          min(q.due_on)::timestamp at time zone 'Asia/Shanghai' as at,
          (min(q.due_on) + 1)::timestamp at time zone 'Asia/Shanghai' as due
        from meeting_promise q join meeting_item i on i.community_id = q.community_id and i.id = q.item_id
          join meeting m on m.community_id = i.community_id and m.id = i.meeting_id
        where q.community_id = ${communityId} and q.done_on is null and m.minuted_at is not null
          and q.due_on <= (${now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date
        group by m.community_id, m.id`,
    },
  ],
  left: [
    {
      kind: 'minutes',
      place: 96,
      label: inBoth(messages, (t) => t.room.left.minutes),
      rows: (community) => sql`select 'minutes-' || m.no as item, m.no, m.title,
          coalesce(m.minuted_by, m.called_by) as owner, null::int as entrance
        from meeting m where m.community_id = ${community} and m.cancelled_at is null and m.fixed_at is null
          and m.starts_at <= moment()`,
    },
    {
      kind: 'meeting_promise',
      place: 97,
      label: inBoth(messages, (t) => t.room.left.promise),
      rows: (community) => sql`select 'meeting_promise-' || q.id as item, m.no, q.what as title, q.owner_id as owner,
          null::int as entrance
        from meeting_promise q join meeting_item i on i.community_id = q.community_id and i.id = q.item_id
          join meeting m on m.community_id = i.community_id and m.id = i.meeting_id
        where q.community_id = ${community} and q.done_on is null and m.minuted_at is not null`,
    },
  ],
} satisfies Room;
