import { sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Ask } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';

export const asks: Ask[] = [
  {
    act: 'meeting.correct',
    kind: 'answer',
    rows: ({ now }) => sql`select json_build_object('community', k.slug, 'no', m.no, 'title', m.title,
        'until', m.correct_until) as view
      from meeting m join community k on k.id = m.community_id
      where m.correct_until > ${now} and m.minutes is null and exists (select from homes h join attendance a
          on a.community_id = h.community_id and a.household_id = h.household_id and a.struck_at is null
        where h.community_id = m.community_id and a.meeting_id = m.id and h.from_at <= m.starts_at
          and not exists (select from meeting_correction c where c.community_id = m.community_id
            and c.meeting_id = m.id and c.household_id = h.household_id))
      order by m.correct_until limit 20`,
    leads: ({ locale, community, no }) => to.act(locale, community, 'meetings', no),
    words: inBoth(messages, (t) => t.room.asks.correct),
  },
];
