import { sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import { mayReadWorks } from '@/features/works/policy';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayReadUnits } from '../policy';

export interface RepairListed {
  no: number;
  title: string;
  state: ProposalState;
  /** Null: its list is being made. */
  startedAt: string | null;
}

/** No community has more repairs home by home than fit on a page. */
const LISTED = 100;

/** What is done home by home, the newest first. */
const listed = (scope: Scope) =>
  rows<RepairListed>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'state', p.state, 'startedAt', r.started_at) as view
      from repair r join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
      where r.community_id = ${scope.communityId} and p.no is not null order by r.id desc limit ${LISTED}`,
  );

export const boardRepairs = boardQuery({
  name: 'repairs.list',
  read: async (scope, _: Record<never, never>) => ({ repairs: await listed(scope) }),
  shows: () => ['works', 'proposals'],
});

/** The same at the desk; `opens`: whether whoever asks may read it home by home. */
export const deskRepairs = query({
  name: 'repairs.desk_list',
  allow: (who, _: Record<never, never>) => mayReadWorks(who),
  read: async (scope) => ({ repairs: await listed(scope), opens: mayReadUnits(scope.who) }),
});
