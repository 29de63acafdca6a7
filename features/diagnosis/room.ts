import { sql } from 'drizzle-orm';
import { daysAfter, shanghaiDate } from '@/lib/calendar';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board } from './board';
import { isUnderWay } from './facts';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadDiagnosis, mayReportCrack } from './policy';

/** Nobody has said for so long how a matter stands: it is asked. */
const SILENT_DAYS = 30;

const last = sql`(select r.state, r.at from crack_report r where r.community_id = k.community_id and r.crack_id = k.id
  order by r.id desc limit 1)`;

export const room = {
  name: 'diagnosis',
  board,
  personal,
  doors: [
    { path: 'diagnosis', label: inBoth(messages, (t) => t.room.doors.diagnosis), board: true, desk: mayReadDiagnosis },
  ],
  appendOnly: ['diagnosis', 'crack_report', 'presence'],
  hashed: [{ table: 'diagnosis', content: 'basis', hash: 'hash' }],
  duties: [
    {
      name: 'cracks',
      task: inBoth(messages, (t) => t.room.duties.cracks),
      may: (who) => mayReportCrack(who) !== null,
      path: (no) => ['diagnosis', no],
      rows: ({ communityId, now }) => sql`select k.no, k.title, 1 as count, coalesce(r.at, k.at) as at,
          (k.due_on + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 second' as due
        from crack k left join lateral ${last} r on true
        where k.community_id = ${communityId} and ${isUnderWay(sql`k`)}
          and (k.due_on <= ${shanghaiDate(now)}::date
            or coalesce(r.at, k.at) < ${daysAfter(now, -SILENT_DAYS).toISOString()}::timestamptz)`,
    },
    {
      name: 'crack_answers',
      task: inBoth(messages, (t) => t.room.duties.answers),
      may: (who) => mayReportCrack(who) !== null,
      path: (no) => ['diagnosis', no],
      rows: ({ communityId }) => sql`select k.no, k.title, 1 as count, a.answered_at as at
        from crack k join lateral (select max(x.answered_at) as answered_at from crack_raise x
          where x.community_id = k.community_id and x.crack_id = k.id) a on a.answered_at is not null
        where k.community_id = ${communityId} and ${isUnderWay(sql`k`)} and not exists (select from crack_report r
          where r.community_id = k.community_id and r.crack_id = k.id and r.at > a.answered_at)`,
    },
  ],
  left: [
    {
      kind: 'crack',
      place: 90,
      label: inBoth(messages, (t) => t.room.left.crack),
      rows: (
        community,
      ) => sql`select 'crack-' || k.id as item, k.no, k.title, k.promised_by as owner, null::int as entrance
        from crack k where k.community_id = ${community} and ${isUnderWay(sql`k`)}`,
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
