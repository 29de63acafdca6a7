import { sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';

export const asks: Ask[] = [
  {
    act: 'repair.judge',
    kind: 'result',
    rows: () => sql`select json_build_object('community', k.slug, 'no', p.no, 'title', p.title,
        'since', (select x.day from repair_step x where x.community_id = u.community_id and x.unit_id = u.id
          and x.step = 'repaired' order by x.id desc limit 1)) as view
      from repair_unit u join homes h on h.community_id = u.community_id and h.household_id = u.household_id
        join repair r on r.community_id = u.community_id and r.id = u.repair_id and r.started_at is not null
        join proposal p on p.community_id = r.community_id and p.id = r.proposal_id and p.state = 'repairing'
        join community k on k.id = u.community_id
      where u.state = 'repaired' order by u.state_at limit 20`,
    leads: ({ locale, community, no }) => to.act(locale, community, 'proposals', no, 'repair'),
    words: inBoth(messages, (t) => t.room.asks.judge),
  },
];
