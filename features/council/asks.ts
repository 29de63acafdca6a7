import { sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { unreviewed } from './facts';
import { messages } from './messages';

export const asks: Ask[] = [
  {
    act: 'project.review',
    kind: 'result',
    rows: ({
      now,
      moment,
    }) => sql`select json_build_object('community', k.slug, 'no', p.no, 'title', p.title, 'since', p.at) as view
      from council_project p join community k on k.id = p.community_id
      where ${unreviewed(now, moment)} and exists (select from demand d
          join need n on n.community_id = d.community_id and n.id = d.need_id
          join homes h on h.community_id = n.community_id and h.household_id = n.household_id and n.at >= h.from_at
        where d.community_id = p.community_id and d.project_id = p.id)
      order by p.at limit 20`,
    leads: ({ locale, community, no }) => to.act(locale, community, 'council', no),
    words: inBoth(messages, (t) => t.room.asks.review),
  },
];
