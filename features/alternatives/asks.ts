import { sql } from 'drizzle-orm';
import { doorsOf, keptOver } from '@/features/siteplan/facts';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { isAsking, isUnheard } from './facts';
import { messages } from './messages';
import { letterOf } from './rules';

export const asks: Ask[] = [
  {
    act: 'alternative.say',
    kind: 'word',
    rows: ({ now }) => sql`select json_build_object('community', k.slug, 'no', p.no, 'title', p.title,
        'until', c.closes_at, 'drawn', (select json_agg(json_build_object('which', a.position,
          'over', ${keptOver(sql`null`)}, 'homes', ${doorsOf(sql`select community_id, household_id from alternative_household m
              join homes using (community_id, household_id)
            where m.community_id = a.community_id and m.alternative_id = a.id`)}) order by a.position)
          from alternative a join alternative_drawing d on d.community_id = a.community_id and d.alternative_id = a.id
            join site_plan s on s.community_id = d.community_id and s.id = d.site_plan_id
          where a.community_id = c.community_id and a.comparison_id = c.id)) as view
      from comparison c join community k on k.id = c.community_id
        join proposal p on p.community_id = c.community_id and p.id = c.proposal_id and p.state = 'comparing'
      where ${isAsking(now)} and exists (select from homes where homes.community_id = c.community_id
        and ${isUnheard(sql`homes.household_id`)})
      order by c.closes_at limit 20`,
    leads: ({ locale, community, no }) => to.act(locale, community, 'proposals', no, 'alternatives'),
    words: inBoth(messages, (t) => ({ ...t.room.asks.say, which: (position) => t.letter(letterOf(position)) })),
  },
];
