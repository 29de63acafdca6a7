import { type SQL, sql } from 'drizzle-orm';
import type { Satisfaction } from '@/db/words/callbacks';
import type { CallOutcome, Scope as Counting, Resolved } from '@/db/words/evaluations';
import type { Scope } from '@/lib/gate';
import type { Callback } from './rules';

export interface CaseOfPeriod {
  agency: string | null;
  answered: boolean;
  /** Signed for here; what a sheet brought finished nobody signs for. */
  signed: boolean;
  /** Whether its answer was in time; null where none was due. */
  inTime: boolean | null;
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
  signed: boolean;
  inTime: boolean | null;
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
    select coalesce(a.name, s.said ->> 'agency') as agency, k.replied_at is not null as answered, k.in_time as "inTime", k.state,
        exists (select from case_event e where e.community_id = k.community_id and e.case_id = k.id and e.step = 'sign') as signed,
        x.outcome, x.contacted, x.resolved, x.satisfaction,
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
    signed: row.signed,
    inTime: row.inTime,
    waiting: row.state === 'awaiting_callback' && row.sheet === null,
    callback: callbackOf(row),
  }));
}

/** What closes a case, and what opens it again. */
const CLOSES = sql`('close', 'concluded')`;
const TURNS = sql`('close', 'concluded', 'rework', 'resumed')`;
/** 办结时间: the hotline's own where its sheet says it. */
const closedAt = sql`case when e.step = 'concluded' then coalesce(e.from_at, e.at) else e.at end`;

/** 办结量: cases closed in [from, to), whenever they came, and not opened again by its end; by whoever led. */
export async function closedOf(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  { from, to }: { from: Date; to: Date },
): Promise<Map<string | null, number>> {
  const [begins, ends] = [from, to].map((at) => sql`${at.toISOString()}::timestamptz`) as [SQL, SQL];
  const { rows } = await db.execute<{ agency: string | null; closed: number }>(sql`
    with closed as (
        select distinct e.case_id from case_event e where e.community_id = ${communityId} and e.step in ${CLOSES}
          and ${closedAt} >= ${begins} and ${closedAt} < ${ends}),
      last as (
        select distinct on (e.case_id) e.case_id, e.step, ${closedAt} as at from case_event e join closed using (case_id)
          where e.community_id = ${communityId} and e.step in ${TURNS} and ${closedAt} < ${ends} order by e.case_id, e.id desc)
    select coalesce(a.name, (select v.said ->> 'agency' from order_version v where v.community_id = k.community_id
        and v.case_id = k.id order by v.id desc limit 1)) as agency, count(*)::int as closed
      from last join cases k on k.community_id = ${communityId} and k.id = last.case_id
        left join agency a on a.community_id = k.community_id and a.id = k.agency_id
      where last.step in ${CLOSES} and last.at >= ${begins} group by 1`);
  return new Map(rows.map(({ agency, closed }) => [agency, closed]));
}

export const callbacksOf = (cases: readonly CaseOfPeriod[]) =>
  cases.map(({ callback }) => callback).filter((one) => one !== null);
