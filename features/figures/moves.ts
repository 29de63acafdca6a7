import { sql } from 'drizzle-orm';
import type { Satisfaction } from '@/db/words/callbacks';
import type { CallOutcome, Scope as Counting, Resolved } from '@/db/words/evaluations';
import type { Scope } from '@/lib/gate';
import type { Callback } from './rules';

export interface CaseOfPeriod {
  agency: string | null;
  answered: boolean;
  closed: boolean;
  waiting: boolean;
  /** The last one that counts; null while nobody has called back. */
  callback: Callback | null;
}

interface Row {
  agency: string | null;
  answered: boolean;
  state: string;
  scope: Counting;
  outcome: CallOutcome | null;
  contacted: boolean | null;
  resolved: Resolved | null;
  satisfaction: Satisfaction | null;
}

/** Cases that came in [from, to), each with the callback that counts. What the hotline sent came when it was called there. */
export async function casesOf(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  { from, to }: { from: Date; to: Date },
): Promise<CaseOfPeriod[]> {
  const { rows } = await db.execute<Row & Record<string, unknown>>(sql`
    select a.name as agency, k.replied_at is not null as answered, k.state, x.outcome, x.contacted, x.resolved, x.satisfaction,
        coalesce((select r.scope from scope_request r where r.community_id = k.community_id and r.case_id = k.id
          and r.agreed order by r.id desc limit 1), 'three_rates') as scope
      from cases k left join agency a on a.community_id = k.community_id and a.id = k.agency_id
        left join lateral (select * from case_call y where y.community_id = k.community_id and y.case_id = k.id
          and y.concludes order by y.id desc limit 1) x on true
      where k.community_id = ${communityId}
        and case when k.source = '12345' then k.happened_at else k.received_at end >= ${from.toISOString()}::timestamptz
        and case when k.source = '12345' then k.happened_at else k.received_at end < ${to.toISOString()}::timestamptz`);
  return rows.map(({ agency, answered, state, scope, outcome, contacted, resolved, satisfaction }) => ({
    agency,
    answered,
    closed: ['awaiting_callback', 'evaluated', 'archived'].includes(state),
    waiting: state === 'awaiting_callback',
    callback: outcome && {
      scope,
      effective: outcome === 'answered',
      contacted: contacted === true,
      resolved,
      satisfied: satisfaction,
    },
  }));
}

export const callbacksOf = (cases: readonly CaseOfPeriod[]): Callback[] =>
  cases.map(({ callback }) => callback).filter((one) => one !== null);
