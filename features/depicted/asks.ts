import { sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';

export const asks: Ask[] = [
  {
    act: 'depicted.answer',
    kind: 'answer',
    rows: () => sql`select json_build_object('community', k.slug, 'no', d.id, 'title', p.title, 'since', d.at,
        'at', 'picture-' || d.id) as view
      from depicted d join homes h on h.community_id = d.community_id and h.household_id = d.household_id
        join picture x on x.community_id = d.community_id and x.id = d.picture_id and x.subject = 'occasion'
        join occasion o on o.community_id = x.community_id and o.id = x.subject_id and o.starts_at >= h.from_at
        join programme p on p.community_id = o.community_id and p.id = o.programme_id
        join community k on k.id = d.community_id
      where d.answer is null and x.refused_reason is null and not exists (select from depicted n
        where n.community_id = x.community_id and n.picture_id = x.id and n.answer = 'no')
      order by d.id limit 20`,
    leads: ({ locale, at }) => `${to.me(locale, 'pictures')}#${at}`,
    words: inBoth(messages, (t) => t.room.asks.answer),
  },
];
