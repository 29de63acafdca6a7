import { type SQL, sql } from 'drizzle-orm';
import { notAgainstOf } from '@/db/against';
import { asGivenOut } from '@/features/cases/facts';
import { CASE_READERS, mayFindCases } from '@/features/cases/policy';
import { asStaff, has, type Who } from '@/lib/actor';
import { hoursAfter } from '@/lib/calendar';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

/** So long before it is due a case stands among what its handler is asked for today. */
const NEAR_HOURS = 24;

const gives = (who: Who): boolean => asStaff(who, 'social-worker', 'hotline', 'party-secretary') !== null;
const keeps = (who: Who): boolean => has(who, 'social-worker', 'hotline');

interface Asked {
  communityId: number;
  personId: number;
}

const soon = ({ now }: { now: Date }): SQL => sql`x.due_at < ${hoursAfter(now, NEAR_HOURS).toISOString()}::timestamptz`;

/** What a case is called before this person. */
const titleBefore = (
  personId: number,
): SQL => sql`case when exists (select from grants g where g.community_id = x.community_id
    and g.person_id = ${personId} and g.entrance_id is null and g.role in (${sql.join(
      CASE_READERS.map((role) => sql`${role}`),
      sql`, `,
    )}) and (g.to_at is null or g.to_at > moment())) then x.title else ${asGivenOut(sql`x`).title} end`;

/** All of them as one line, by the oldest: nobody is shown what is brought against themselves or their office. */
const together = ({ communityId, personId }: Asked, which: SQL) => sql`
  select min(x.no) as no, (array_agg(${titleBefore(personId)} order by x.received_at))[1] as title, count(*) as count,
      min(x.received_at) as at, min(x.due_at) as due
    from cases x where x.community_id = ${communityId} and ${notAgainstOf(sql`x`, personId)} and ${which}
    having count(*) > 0`;

/** Given to an office this person holds. */
const ofOffice = ({ personId }: Asked): SQL => sql`exists (select from agency a
    join grants g on g.community_id = a.community_id and g.role = a.role and g.person_id = ${personId}
      and g.entrance_id is null and g.from_at <= moment() and (g.to_at is null or g.to_at > moment())
    where a.community_id = x.community_id and a.id = x.agency_id)`;

const list = () => ['cases'];

export const room = {
  name: 'orders',
  letters,
  personal,
  appendOnly: ['case_event', 'case_look'],
  takenAway: { case_event: 'words' },
  record: inBoth(messages, (t) => t.room.record),
  ofHouseholds: ['case.nudge', 'case.join', 'case.rework'],
  duties: [
    {
      name: 'orders_mine',
      task: inBoth(messages, (t) => t.room.duties.mine),
      count: inBoth(messages, (t) => t.day.summary),
      may: mayFindCases,
      path: list,
      rows: (of) =>
        together(
          of,
          sql`x.handler_id = ${of.personId} and ${soon(of)}
        and x.state not in ('escalated', 'merged')`,
        ),
    },
    {
      name: 'orders_unsigned',
      task: inBoth(messages, (t) => t.room.duties.unsigned),
      count: inBoth(messages, (t) => t.day.summary),
      may: mayFindCases,
      path: list,
      rows: (of) =>
        together(
          of,
          sql`x.state = 'dispatched' and (x.handler_id is null and ${ofOffice(of)}
        or x.handler_id = ${of.personId} and (${soon(of)}) is not true)`,
        ),
    },
    {
      name: 'orders_nudged',
      task: inBoth(messages, (t) => t.room.duties.nudged),
      count: inBoth(messages, (t) => t.day.summary),
      may: mayFindCases,
      path: list,
      rows: (of) =>
        together(
          of,
          sql`x.handler_id = ${of.personId} and 'nudge' = (select e.step from case_event e
        where e.community_id = x.community_id and e.case_id = x.id order by e.id desc limit 1)`,
        ),
    },
    {
      name: 'orders_untaken',
      task: inBoth(messages, (t) => t.room.duties.untaken),
      count: inBoth(messages, (t) => t.day.summary),
      may: gives,
      path: list,
      rows: (of) => together(of, sql`x.state = 'received'`),
    },
    {
      name: 'orders_returned',
      task: inBoth(messages, (t) => t.room.duties.returned),
      count: inBoth(messages, (t) => t.day.summary),
      may: gives,
      path: list,
      rows: (of) => together(of, sql`x.state = 'returned'`),
    },
    {
      name: 'orders_unclosed',
      task: inBoth(messages, (t) => t.room.duties.unclosed),
      count: inBoth(messages, (t) => t.day.summary),
      may: keeps,
      path: list,
      rows: (of) => together(of, sql`x.state = 'replied'`),
    },
  ],
} satisfies Room;
