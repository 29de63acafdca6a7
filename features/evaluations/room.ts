import { type SQL, sql } from 'drizzle-orm';
import { notAgainstOf } from '@/db/against';
import { asStaff, has } from '@/lib/actor';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { HANDLES } from './rules';

interface Asked {
  communityId: number;
  personId: number;
}

const handled = sql.join(
  HANDLES.map((step) => sql`${step}`),
  sql`, `,
);

/** All of them as one line, without those brought against whoever is asked, and those they had a part in. */
const together = ({ communityId, personId }: Asked, since: SQL, which: SQL) => sql`
  select (array_agg(x.no order by ${since}))[1] as no, (array_agg(x.title order by ${since}))[1] as title, count(*) as count, min(${since}) as at
    from cases x where x.community_id = ${communityId} and ${notAgainstOf(sql`x`, personId)}
      and x.handler_id is distinct from ${personId} and ${which}
      and not exists (select 1 from case_event e where e.community_id = x.community_id and e.case_id = x.id
        and e.person_id = ${personId} and e.step in (${handled}))
    having count(*) > 0`;

export const room = {
  name: 'evaluations',
  letters,
  personal,
  appendOnly: ['case_call'],
  takenAway: { case_call: 'words' },
  said: {
    scope_request: {
      words: ['case_id', 'scope', 'reason', 'asked_by'],
      course: ['agreed', 'answer', 'decided_by', 'decided_at'],
    },
  },
  told: [
    {
      table: 'case_call',
      acts: ['case.call'],
      row: `r.id = (l.c ->> 'call')::integer`,
      words: [
        ['r.outcome', 'outcome'],
        ['r.contacted', 'contacted'],
        ['r.resolved', 'resolved'],
        ['r.satisfaction', 'satisfaction'],
      ],
    },
  ],
  duties: [
    {
      name: 'cases_to_call',
      task: inBoth(messages, (t) => t.room.duties.call),
      count: inBoth(messages, (t) => t.room.count),
      may: (who) => has(who, 'hotline'),
      path: (no) => ['cases', no, 'callback'],
      rows: (of) => together(of, sql`x.replied_at`, sql`x.state = 'awaiting_callback'`),
    },
    {
      name: 'scopes_to_decide',
      task: inBoth(messages, (t) => t.room.duties.scope),
      count: inBoth(messages, (t) => t.room.count),
      may: (who) => asStaff(who, 'party-secretary', 'governance-secretary') !== null,
      path: (no) => ['cases', no, 'scope'],
      rows: (of) =>
        together(
          of,
          sql`x.received_at`,
          sql`exists (select 1 from scope_request r where r.community_id = x.community_id and r.case_id = x.id
            and r.agreed is null and r.asked_by <> ${of.personId})`,
        ),
    },
  ],
} satisfies Room;
