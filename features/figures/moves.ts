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
  /**
   * What counts: what the hotline's own sheet says of its call, otherwise the last call that concluded here; null while nobody has
   * called back.
   */
  callback: (Callback & { by: 'hotline' | 'here' }) | null;
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
  /** What an assessment sheet said last. */
  sheet: { effective: boolean; contacted?: boolean; resolved?: Resolved; satisfied?: Satisfaction } | null;
}

function callbackOf({ scope, outcome, contacted, resolved, satisfaction, sheet }: Row): CaseOfPeriod['callback'] {
  if (sheet)
    return {
      by: 'hotline',
      scope,
      effective: sheet.effective,
      contacted: sheet.contacted === true,
      resolved: sheet.resolved ?? null,
      satisfied: sheet.satisfied ?? null,
    };
  const effective = outcome === 'answered';
  return outcome && { by: 'here', scope, effective, contacted: contacted === true, resolved, satisfied: satisfaction };
}

/** Cases that came in [from, to), each with the callback that counts. What the hotline sent came when it was called there. */
export async function casesOf(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  { from, to }: { from: Date; to: Date },
): Promise<CaseOfPeriod[]> {
  const { rows } = await db.execute<Row & Record<string, unknown>>(sql`
    select coalesce(a.name, s.said ->> 'agency') as agency, k.replied_at is not null as answered, k.state, x.outcome, x.contacted, x.resolved, x.satisfaction,
        case when s.said ? 'effective' then s.said end as sheet, coalesce((select r.scope from scope_request r where r.community_id = k.community_id and r.case_id = k.id
          and r.agreed order by r.id desc limit 1), 'three_rates') as scope
      from cases k left join agency a on a.community_id = k.community_id and a.id = k.agency_id
        left join lateral (select * from case_call y where y.community_id = k.community_id and y.case_id = k.id
          and y.concludes order by y.id desc limit 1) x on true
        left join lateral (select v.said from order_version v where v.community_id = k.community_id and v.case_id = k.id
          order by v.id desc limit 1) s on true
      where k.community_id = ${communityId}
        and case when k.source = '12345' then k.happened_at else k.received_at end >= ${from.toISOString()}::timestamptz
        and case when k.source = '12345' then k.happened_at else k.received_at end < ${to.toISOString()}::timestamptz`);
  return rows.map((row) => ({
    agency: row.agency,
    answered: row.answered,
    closed: ['awaiting_callback', 'evaluated', 'archived'].includes(row.state),
    waiting: row.state === 'awaiting_callback' && row.sheet === null,
    callback: callbackOf(row),
  }));
}

export const callbacksOf = (cases: readonly CaseOfPeriod[]) =>
  cases.map(({ callback }) => callback).filter((one) => one !== null);
