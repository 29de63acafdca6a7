import { sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import type { Ask, Asked } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';

const lastSite = sql`not exists (select from works l where l.community_id = w.community_id
  and l.proposal_id = w.proposal_id and l.id > w.id)`;
/** Sites their household accepts for its group; who built or looked accepts nothing. */
const ofDelegates = (personId: number) => sql`from acceptance a
  join homes h on h.community_id = a.community_id and h.household_id = a.household_id
  join works w on w.community_id = a.community_id and w.id = a.works_id
    and not exists (select from milestone m where m.community_id = w.community_id and m.works_id = w.id
      and ${personId} in (m.reported_by, m.checked_by))
  join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
  join community k on k.id = a.community_id`;
/** As `isBuilt` says it; whose places are still being counted is asked place by place. */
const stands = sql`exists (select from milestone m where m.community_id = w.community_id and m.works_id = w.id)
  and not exists (select from milestone m where m.community_id = w.community_id and m.works_id = w.id
    and m.checked_at is null and not m.in_places)`;
const acceptanceOf = ({ locale, community, no }: Asked & { locale: Locale }) =>
  to.act(locale, community, 'works', no, 'acceptance');

export const asks: Ask[] = [
  {
    act: 'acceptance.give',
    kind: 'result',
    rows: ({ personId }) => sql`select json_build_object('community', k.slug, 'no', w.no, 'title', p.title,
        'since', w.started_at) as view
      ${ofDelegates(personId)} where a.outcome is null and p.state = 'building' and ${lastSite} and ${stands}
      order by w.started_at limit 20`,
    leads: acceptanceOf,
    words: inBoth(messages, (t) => t.room.asks.accept),
  },
  {
    act: 'commitment.decide',
    kind: 'result',
    rows: ({ personId }) => sql`select json_build_object('community', k.slug, 'no', w.no, 'title', c.text,
        'since', c.mended_at, 'at', 'commitment-' || c.id) as view
      ${ofDelegates(personId)} join commitment c on c.community_id = w.community_id and c.works_id = w.id
        left join objection o on o.community_id = c.community_id and o.id = c.objection_id
      where c.outcome = 'refused' and c.mended_at is not null and c.mended_by is distinct from ${personId}
        and (o.group_id is null or o.group_id = a.group_id) and ${lastSite}
        and (p.state in ('completed', 'verifying', 'verified') or p.state = 'building' and a.outcome is not null)
      order by c.mended_at limit 20`,
    leads: ({ at, ...asked }) => `${acceptanceOf(asked)}#${at}`,
    words: inBoth(messages, (t) => t.room.asks.mended),
  },
];
