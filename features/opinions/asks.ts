import { sql } from 'drizzle-orm';
import { drawnColumn } from '@/features/plans/facts';
import { isDisowned } from '@/features/proposals/facts';
import { doorsOf } from '@/features/siteplan/facts';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';

export const asks: Ask[] = [
  {
    act: 'opinion.give',
    kind: 'word',
    rows: ({ now }) => sql`select json_build_object('community', c.slug, 'no', r.no, 'k', r.k, 'title', p.title,
        'until', r.closes_at, 'drawn', (select json_build_array(json_build_object('which', plan.version,
          'over', ${drawnColumn}, 'homes', ${doorsOf(sql`select community_id, household_id from electorate e
              join homes using (community_id, household_id)
            where e.community_id = r.community_id and e.round_id = r.id and e.asked`)}))
          from plan where plan.community_id = r.community_id and plan.proposal_id = r.proposal_id
            and plan.version = r.plan_version)) as view
      from round r join community c on c.id = r.community_id
        join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
      where r.state = 'open' and r.opens_at <= ${now} and r.closes_at > ${now}
        and exists (select 1 from electorate e join homes using (community_id, household_id)
          where e.community_id = r.community_id and e.round_id = r.id and e.asked
            and not exists (select 1 from opinion o where o.community_id = e.community_id and o.round_id = e.round_id
              and o.household_id = e.household_id and not ${isDisowned(sql`o`)}))
      order by r.closes_at limit 20`,
    leads: ({ locale, community, no }) => to.act(locale, community, 'rounds', no, 'opinion'),
    words: inBoth(messages, (t) => t.room.asks.give),
  },
];
