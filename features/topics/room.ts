import { sql } from 'drizzle-orm';
import { notAgainstOf } from '@/db/against';
import { mayLinkCase } from '@/features/cases/policy';
import type { Duty, Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { personal } from './personal';

/** 两边的话 as they were found last, but for those somebody has spoken of since or a proposal has gathered; in one line. */
const waitingPairs: Duty['rows'] = ({ communityId: c, personId }) => sql`
  select min(x.no) as no, (array_agg(x.title order by x.id))[1] as title, count(distinct pair.n) as count,
      min(greatest(x.received_at, y.received_at)) as at
    from (select f.n, a.id::int as asks, b.id::int as bears from opposite_found o,
          jsonb_array_elements(o.pairs) with ordinality f (pair, n),
          jsonb_array_elements_text(f.pair -> 'asks') a (id), jsonb_array_elements_text(f.pair -> 'bears') b (id)
        where o.community_id = ${c}) pair
      join cases x on x.community_id = ${c} and x.id = pair.asks and x.into_id is null and ${notAgainstOf(sql`x`, personId)}
      join cases y on y.community_id = ${c} and y.id = pair.bears and y.into_id is null and ${notAgainstOf(sql`y`, personId)}
    where not exists (select from opposite_case s join opposite_case t using (community_id, opposite_id)
        where s.community_id = ${c} and s.case_id = x.id and s.side = 'asks' and t.case_id = y.id and t.side = 'bears')
      and not exists (select from case_link l join case_link m using (community_id, proposal_id)
        join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
          and p.state not in ('draft', 'merged', 'declined', 'withdrawn')
        where l.community_id = ${c} and l.case_id = x.id and m.case_id = y.id)
    having count(*) > 0`;

export const room = {
  name: 'topics',
  personal,
  appendOnly: ['opposite', 'opposite_case', 'selection_snapshot'],
  hashed: [{ table: 'selection_snapshot', content: 'counts', hash: 'hash' }],
  duties: [
    {
      name: 'opposites',
      task: inBoth(messages, (t) => t.room.duty.task),
      count: inBoth(messages, (t) => t.room.duty.count),
      may: (who) => mayLinkCase(who) !== null,
      path: () => ['topics', 'opposites'],
      rows: waitingPairs,
    },
  ],
  told: [
    {
      table: 'proposal',
      acts: ['topic.propose'],
      row: `l.subject = 'proposal/' || r.no`,
      words: [
        ['r.title', 'title'],
        ['r.kind', 'kind'],
        ['r.place', 'place'],
        ['r.problem', 'problem'],
        ['r.ask', 'ask'],
      ],
    },
  ],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
