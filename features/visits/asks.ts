import { sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';

export const asks: Ask[] = [
  {
    act: 'need.judge',
    kind: 'result',
    rows: () => sql`select json_build_object('community', k.slug, 'no', n.id, 'title', n.wording, 'since', n.state_at,
        'at', 'need-' || n.id) as view
      from need n join homes h on h.community_id = n.community_id and h.household_id = n.household_id
        join community k on k.id = n.community_id
      where n.state = 'answered' and n.at >= h.from_at order by n.state_at limit 20`,
    leads: ({ locale, at }) => `${to.me(locale, 'visits')}#${at}`,
    words: inBoth(messages, (t) => t.room.asks.judge),
  },
];
