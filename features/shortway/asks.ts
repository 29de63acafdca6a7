import { sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { ASK_WITHIN_DAYS } from './rules';

export const asks: Ask[] = [
  {
    act: 'short.answer',
    kind: 'result',
    rows: ({ personId }) => sql`select json_build_object('community', k.slug, 'no', p.no, 'title', p.title,
        'until', s.done_at + make_interval(days => ${ASK_WITHIN_DAYS})) as view
      from short_way s join proposal p on p.community_id = s.community_id and p.id = s.proposal_id
        join community k on k.id = p.community_id
      where s.ended_at is null and s.done_at is not null and s.done_by <> ${personId} and p.state = 'completed'
        and exists (select from homes where homes.community_id = p.community_id and (homes.household_id = p.author_household_id
          or p.author_household_id is null and p.author_id = ${personId}))
      order by s.done_at limit 20`,
    leads: ({ locale, community, no }) => to.act(locale, community, 'proposals', no, 'short'),
    words: inBoth(messages, (t) => t.room.asks.answer),
  },
];
