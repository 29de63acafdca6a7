import { sql } from 'drizzle-orm';
import { daysAfter } from '@/lib/calendar';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayInherit } from './policy';

/** So long before a term ends those who stay are asked what they take over. */
const NOTICE_DAYS = 30;

export const room = {
  name: 'terms',
  letters,
  board,
  personal,
  appendOnly: ['handover_acceptance'],
  doors: [
    { path: 'inherited', label: inBoth(messages, (t) => t.room.doors.inherited), desk: mayInherit },
    { path: 'things', label: inBoth(messages, (t) => t.room.doors.things), desk: mayInherit },
    { path: 'keepers', label: inBoth(messages, (t) => t.room.doors.keepers), board: true },
  ],
  duties: [
    {
      name: 'take_over',
      task: inBoth(messages, (t) => t.room.duties.takeOver),
      may: mayInherit,
      path: (no) => ['grants', no, 'takeover'],
      rows: ({ communityId, personId, now }) => sql`select g.id as no, p.name as title, 1 as count,
          g.to_at - make_interval(days => ${NOTICE_DAYS}) as at, g.to_at as due
        from grants g join person p on p.id = g.person_id
        where g.community_id = ${communityId} and g.role = 'governance-secretary' and g.entrance_id is null
          and g.person_id <> ${personId}
          and g.to_at <= ${daysAfter(now, NOTICE_DAYS).toISOString()}::timestamptz
          and exists (select from open_items(${communityId}) i left join lateral (select receiver_id from handover h
              where h.community_id = ${communityId} and h.item = i.item order by h.id desc limit 1) h on true
            where i.entrance is null and coalesce(h.receiver_id, i.owner) = g.person_id
              and not exists (select from handover_acceptance a where a.community_id = g.community_id
                and a.grant_id = g.id and a.item = i.item))`,
    },
  ],
  left: [
    {
      kind: 'thing',
      place: 110,
      label: inBoth(messages, (t) => t.room.left.thing),
      rows: (community) => sql`select 'thing-' || x.id as item, x.no, x.title || ' · ' || x.place as title,
        x.keeper_id as owner, null::int as entrance
      from thing x where x.community_id = ${community} and x.ended_at is null`,
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
