import { sql } from 'drizzle-orm';
import { OF_DISTRICT } from '@/db/words/offices';
import { shanghaiDate } from '@/lib/calendar';
import { officeQuery } from '@/lib/query';

interface Waiting {
  no: number;
  name: string;
  /** `agree`: to how the district counts. */
  task: 'approve' | 'publish' | 'send' | 'agree';
  /** Communities of it where nobody is. */
  places: number;
  /** When it came to be theirs. */
  at: string;
}

/**
 * What waits for an office over the district: how it counts, to be agreed to where another proposed it; and for whoever chooses
 * cohorts to approve that another drafted, to publish, and to send somebody for. One statement.
 */
export const waitsInOffice = officeQuery({
  name: 'cohorts.waiting',
  offices: OF_DISTRICT,
  read: async ({ db, personId, now, of, chooses }, _: { district: string }) => {
    const today = sql`${shanghaiDate(now)}::date`;
    const { rows } = await db.execute<{ view: Waiting }>(sql`
      select json_build_object('no', k.no, 'name', k.name, 'places', k.empty, 'task', case when not k.approved then 'approve'
          when not k.published then 'publish' else 'send' end,
          'at', case when not k.approved then greatest(k.drafted_at, (k.before_to + 1)::timestamp at time zone 'Asia/Shanghai')
            when not k.published then k.approved_at else greatest(k.published_at, k.left_at) end) as view
        from (select c.no, c.name, a.cohort_id is not null as approved, c.published_at is not null as published,
            c.drafted_by, c.drafted_at, c.published_at, a.at as approved_at, c.before_to, c.to_day,
            (select max(p.closed_at) from posting p where p.cohort_id = c.id) as left_at, (select count(*)::int from cohort_place x where x.cohort_id = c.id
              and not exists (select from posting p where p.cohort_id = c.id and p.community_id = x.community_id
                and p.closed_at is null and p.to_day >= ${today})) as empty
          from cohort c left join cohort_approval a on a.cohort_id = c.id
          where c.district_id = ${of.id} and c.withdrawn_at is null) k
       where ${chooses} and ((not k.approved and k.drafted_by <> ${personId} and k.before_to < ${today})
          or (k.approved and not k.published)
          or (k.approved and k.published and k.empty > 0 and k.to_day >= ${today}))
      union all select json_build_object('no', p.id, 'name', p.name, 'places', 0, 'task', 'agree', 'at', p.proposed_at) from rate_profile p
       where p.district_id = ${of.id} and p.agreed is null and p.proposed_by <> ${personId} and p.from_day > ${today}
       limit 100`);
    return rows.map(({ view }) => view).sort((a, b) => a.no - b.no);
  },
});
export type OfficeWaiting = NonNullable<Awaited<ReturnType<typeof waitsInOffice>>>[number];
