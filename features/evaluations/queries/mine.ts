import { sql } from 'drizzle-orm';
import type { Satisfaction } from '@/db/words/callbacks';
import { livedThere } from '@/lib/personal';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import type { CallOutcome, Resolved } from '../rules';

export interface OwnCall {
  id: number;
  outcome: CallOutcome;
  contacted: boolean | null;
  resolved: Resolved | null;
  satisfaction: Satisfaction | null;
  words: string;
  /** Nobody is called any more after it. */
  concludes: boolean;
  at: string;
}

/** One call, as the parts of an object. */
export const callTold = sql`'id', x.id, 'outcome', x.outcome, 'contacted', x.contacted, 'resolved', x.resolved,
  'satisfaction', x.satisfaction, 'words', x.words, 'concludes', x.concludes, 'at', x.at`;

/** What was written down of the calls to whoever complained: for them alone, not for those who joined. */
export const ownCalls = query({
  name: 'case.calls_mine',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { who, communityId } = scope;
    if (who.kind !== 'person') return undefined;
    return rows<OwnCall>(
      scope,
      sql`select json_build_object(${callTold}) as view
        from cases k join case_call x on x.community_id = k.community_id and x.case_id = k.id
        where k.community_id = ${communityId} and k.no = ${no} and (k.source = 'web' and k.recorded_by = ${who.personId}
          or (k.source <> 'web' or k.recorded_by is null) and ${livedThere(who.personId, 'k', 'k.received_at')})
        order by x.id desc limit 50`,
    );
  },
});
