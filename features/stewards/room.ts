import { sql } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayManageStewards, maySeeTeam } from './policy';
import { partsLeft } from './rules';

export const room = {
  name: 'stewards',
  letters,
  board,
  personal,
  doors: [
    { path: 'stewards', label: inBoth(messages, (t) => t.room.door), board: true, desk: maySeeTeam },
    { path: 'service', label: inBoth(messages, (t) => t.room.mine), me: true },
  ],
  duties: [
    {
      name: 'shift_vacant',
      task: inBoth(messages, (t) => t.room.duties.vacant),
      may: (who) => mayManageStewards(who) !== null,
      path: (no) => [`stewards#shift-${no}`],
      rows: ({ communityId, now }) => sql`select d.id as no, coalesce(p.name, '') as title, 1 as count,
          d.offered_at as at, d.day::timestamp at time zone 'Asia/Shanghai' as due
        from duty_shift d join steward s on s.community_id = d.community_id and s.id = d.steward_id
          join person p on p.id = s.person_id
        where d.community_id = ${communityId} and d.on_duty_id is null and d.minutes is null
          and (d.day > ${shanghaiDate(now)}::date
            or d.day = ${shanghaiDate(now)}::date and d.part = any (${sql.param(partsLeft(now))}::text[]))`,
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
  /** Stewards are neighbours: what one of them does for the team is told like anything else of a home. */
  ofHouseholds: ['steward.show', 'shift.offer', 'shift.keep', 'shift.take', 'shift.return'],
} satisfies Room;
