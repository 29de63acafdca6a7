import { sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { goesOn, isOver } from './facts';
import { messages } from './messages';

export const asks: Ask[] = [
  {
    act: 'place.judge',
    kind: 'result',
    rows: () => sql`select json_build_object('community', k.slug, 'no', w.no, 'title', z.name, 'since', z.checked_at,
        'at', 'place-' || m.position || '-' || z.position || '-' || h.id) as view
      from homes join household h on h.community_id = homes.community_id and h.id = homes.household_id
        join works_place_entrance b on b.community_id = h.community_id and b.entrance_id = h.entrance_id
        join works_place z on z.community_id = b.community_id and z.id = b.place_id and z.checked_at is not null
        join milestone m on m.community_id = z.community_id and m.id = z.milestone_id
        join works w on w.community_id = m.community_id and w.id = m.works_id
        join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        join community k on k.id = w.community_id
      where ${goesOn} and not exists (select from works_place_word y where y.community_id = z.community_id
          and y.place_id = z.id and y.household_id = h.id)
        and not (${isOver})
      order by z.checked_at limit 20`,
    leads: ({ locale, community, no, at }) => `${to.act(locale, community, 'works', no, 'places')}#${at}`,
    words: inBoth(messages, (t) => t.room.asks.judge),
  },
];
