import { sql } from 'drizzle-orm';
import type { HomeVisitOutcome, VisitPlace, VisitPurpose } from '@/db/words/visits';
import { buildingNamed } from '@/features/people/facts';
import { calendarMonth, isMonth, shanghaiDate } from '@/lib/calendar';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { placed } from '../facts';
import { mayReadVisits } from '../policy';

/** So many months with visits are named, and so many visits of one stand on paper. */
const MONTHS = 12;
export const MOST = 1000;

export interface LedgerVisit {
  at: string;
  building: string;
  purpose: VisitPurpose;
  place: VisitPlace;
  outcome: HomeVisitOutcome;
  visitor: string;
  recorder: string;
  done: boolean;
  follows: boolean;
  round: number | null;
}

/** The visits of one month as an office counts them: neither a door nor a word that was said. */
export const visitLedger = query({
  name: 'visits.ledger',
  allow: (who, _: { month: string | null }) => mayReadVisits(who),
  read: async (scope, asked) => {
    const { communityId, now } = scope;
    const known = await rows<string>(
      scope,
      sql`select to_json(x.month) as view from (select distinct to_char(v.visited_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
        from home_visit v where v.community_id = ${communityId} and v.outcome is not null) x order by x.month desc limit ${MONTHS}`,
    );
    const current = shanghaiDate(now).slice(0, 7);
    const months = [...new Set([current, ...known])];
    const month = asked.month !== null && isMonth(asked.month) ? asked.month : current;
    const { from, to } = calendarMonth(month);
    const within = sql`v.community_id = ${communityId} and v.outcome is not null
      and v.visited_at >= ${from.toISOString()}::timestamptz and v.visited_at < ${to.toISOString()}::timestamptz`;
    const visits = await rows<LedgerVisit>(
      scope,
      sql`select json_build_object('at', v.visited_at, 'building', ${buildingNamed('b')}, 'purpose', v.purpose, 'place', v.place,
          'outcome', v.outcome, 'visitor', coalesce(p.name, ''), 'recorder', coalesce(q.name, ''), 'done', v.done <> '',
          'follows', v.follows <> '',
          'round', (select r.no from round r where r.community_id = v.community_id and r.id = v.round_id)) as view
        from ${placed} join home_visit v on v.community_id = h.community_id and v.household_id = h.id
          left join person p on p.id = v.visitor_id left join person q on q.id = v.recorded_by
        where ${within} order by v.visited_at, v.id limit ${MOST}`,
    );
    const purposes = await rows<{ purpose: VisitPurpose; visits: number; met: number }>(
      scope,
      sql`select json_build_object('purpose', v.purpose, 'visits', count(*)::int,
          'met', (count(*) filter (where v.outcome = 'met'))::int) as view
        from home_visit v where ${within} group by v.purpose order by count(*) desc, v.purpose`,
    );
    return { month, months, visits, purposes };
  },
});
