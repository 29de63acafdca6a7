import { sql } from 'drizzle-orm';
import { daysAfter } from '@/lib/calendar';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { waits } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { maySeeInvitations } from './policy';
import { PATIENCE_DAYS } from './rules';

export const room = {
  name: 'invitations',
  letters,
  personal,
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['invitation.make', 'invitation.take_back', 'invitation.keep'],
  duties: [
    {
      name: 'invitations',
      task: inBoth(messages, (t) => t.room.duties.waiting),
      count: inBoth(messages, (t) => t.room.duties.several),
      may: maySeeInvitations,
      path: () => ['invitations'],
      rows: ({ communityId, now }) => sql`select min(i.id) as no,
          string_agg(b.name || '-' || e.no || '-' || u.door, ', ' order by i.at) as title,
          count(*)::int as count, min(i.at) as at
        from invitation i join household h on h.community_id = i.community_id and h.id = i.household_id
          join unit u on u.community_id = h.community_id and u.id = h.unit_id
          join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
          join building b on b.community_id = h.community_id and b.id = h.building_id
        where i.community_id = ${communityId} and ${waits(sql`i`)}
          and (i.at < ${daysAfter(now, -PATIENCE_DAYS).toISOString()}::timestamptz
            or not exists (select from grants g where g.community_id = h.community_id and g.entrance_id = h.entrance_id
              and g.role = 'captain' and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz)))
        having count(*) > 0`,
    },
  ],
} satisfies Room;
