import { type SQL, sql } from 'drizzle-orm';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import type { Ask, Asked } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { messages } from './messages';
import { JUDGED_IN } from './rules';

/** Where it asks for a word: proposals that are still gone through, and what was not merged. */
const ofRaisers = (more: SQL, which: SQL, order: SQL) => sql`select json_build_object('community', c.slug, 'no', x.no,
    'title', x.wording, 'at', 'o' || c.slug || '-' || p.no || '-' || x.no || '-' || w.household_id, ${more}) as view
  from objection x join objection_raiser w on w.community_id = x.community_id and w.objection_id = x.id
    join homes h on h.community_id = w.community_id and h.household_id = w.household_id
    join community c on c.id = x.community_id
    join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
  where x.merged_into is null and p.state = any (${sql.param([...JUDGED_IN])}::text[]) and ${which}
  order by ${order} limit 20`;
const answered = sql`x.state = 'answered' and w.verdict is null`;
const ownObjection = ({ locale, at }: Asked & { locale: Locale }) => `${to.me(locale, 'objections')}#${at}`;

export const asks: Ask[] = [
  {
    act: 'objection.verdict',
    kind: 'answer',
    rows: () => ofRaisers(sql`'since', x.answered_at`, answered, sql`x.answered_at`),
    leads: ownObjection,
    words: inBoth(messages, (t) => t.room.asks.verdict),
  },
  {
    act: 'objection.approve-wording',
    kind: 'answer',
    // Where there is an answer too, both are said on one page.
    rows: () => {
      const lastWord = sql`(select e.kind from objection_event e where e.community_id = x.community_id
        and e.objection_id = x.id and (e.kind = 'reworded' or e.household_id = w.household_id
          and e.kind in ('wording_disputed', 'wording_approved')) order by e.id desc limit 1)`;
      const unsaid = sql`w.wording_approved is null and w.verdict is distinct from 'withdrawn'
        and ${lastWord} is distinct from 'wording_disputed' and not (${answered})`;
      return ofRaisers(sql`'since', x.raised_at`, unsaid, sql`x.raised_at`);
    },
    leads: ownObjection,
    words: inBoth(messages, (t) => t.room.asks.wording),
  },
];
