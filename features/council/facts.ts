import { type SQL, sql } from 'drizzle-orm';
import { halfOf } from './rules';

/** Projects `p` nobody has looked at in this half-year, old enough and not over for long. */
export const unreviewed = (now: SQL, moment: Date) => sql`p.at < ${now} - interval '60 days'
  and (p.ended_at is null or p.ended_at > ${now} - interval '180 days')
  and not exists (select from council_review v where v.community_id = p.community_id and v.project_id = p.id
    and v.half = ${halfOf(moment)})`;
