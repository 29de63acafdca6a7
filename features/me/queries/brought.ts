import { sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import { personQuery } from '@/lib/query';
import { list, one, withHomes } from './own';

export interface Brought {
  kind: 'case' | 'proposal';
  community: string;
  zh: string;
  en: string;
  no: number;
  title: string;
  at: string;
  /** Nobody has looked at it yet: it does not hang on the board. */
  waits: boolean;
  /** Of a proposal. */
  state: ProposalState | null;
  termActive: boolean;
}

/** What they or their household proposed, and what they reported themselves, newest first, at most 200. */
export const myBrought = personQuery({
  name: 'brought.mine',
  read: ({ db, personId }, _: Record<never, never>) =>
    one<Brought[]>(
      db,
      sql`${withHomes(personId)} select ${list(sql`select json_build_object('kind', x.kind, 'community', c.slug,
          'zh', c.name_zh, 'en', c.name_en, 'no', x.no, 'title', x.title, 'at', x.at, 'waits', x.waits,
          'state', x.state, 'termActive', exists (select 1 from term t where t.community_id = x.community_id
            and t.closed_at is null and (moment() at time zone 'Asia/Shanghai')::date between t.from_day and t.to_day)) as view
        from (select 'proposal' as kind, p.community_id, p.no, p.title, p.submitted_at as at, p.waits, p.state
            from proposal p where p.state <> 'draft' and (p.author_id = ${personId}
              or (p.community_id, p.author_household_id) in (select community_id, household_id from homes))
          union all select 'case', k.community_id, k.no, k.title, k.received_at, k.posted_at is null, null
            from cases k where k.recorded_by = ${personId} and k.source = 'web') x
          join community c on c.id = x.community_id
        order by x.at desc limit 200`)} as view`,
    ),
});
