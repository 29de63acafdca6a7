import { sql } from 'drizzle-orm';
import { has } from '@/lib/actor';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { claimWaits } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { maySeeGrants, maySeeRegister } from './policy';
import { captains, register } from './sheet';

export const room = {
  name: 'people',
  letters,
  board,
  sheets: [register, captains],
  appendOnly: ['handover'],
  personal,
  doors: [
    { path: 'register', label: inBoth(messages, (t) => t.room.doors.register), desk: maySeeRegister },
    { path: 'joins', label: inBoth(messages, (t) => t.room.doors.joins), desk: (who) => has(who, 'social-worker') },
    { path: 'grants', label: inBoth(messages, (t) => t.room.doors.grants), desk: maySeeGrants },
    { path: 'household', label: inBoth(messages, (t) => t.room.doors.household), me: true },
  ],
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['join', 'confirm', 'refuse', 'take_back', 'revoke'].map((act) => `household.${act}`),
  duties: [
    {
      name: 'joins',
      task: inBoth(messages, (t) => t.room.duties.joins),
      may: (who) => has(who, 'social-worker'),
      count: inBoth(messages, (t) => t.room.duties.several),
      // Several are checked on one page.
      path: (no) => (no === 0 ? ['joins'] : ['joins', no]),
      rows: ({ communityId, personId }) => sql`select case count(*) when 1 then min(x.id) else 0 end as no,
          string_agg(b.name || '-' || e.no || '-' || u.door, ', ' order by x.requested_at) as title,
          count(*)::int as count, min(x.requested_at) as at
        from join_request x join household h on h.community_id = x.community_id and h.id = x.household_id
        join unit u on u.community_id = h.community_id and u.id = h.unit_id
        join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
        join building b on b.community_id = h.community_id and b.id = h.building_id
        where x.community_id = ${communityId} and ${claimWaits()} and x.person_id <> ${personId}
        having count(*) > 0`,
    },
  ],
  left: [
    {
      kind: 'join',
      place: 70,
      label: inBoth(messages, (t) => t.room.left.join),
      rows: (
        community,
      ) => sql`select 'join-' || x.id as item, x.id as no, u.door as title, null::int as owner, h.entrance_id as entrance
    from join_request x join household h on h.community_id = x.community_id and h.id = x.household_id
    join unit u on u.community_id = h.community_id and u.id = h.unit_id
    where x.community_id = ${community} and ${claimWaits()}`,
    },
  ],
} satisfies Room;
