import { type SQL, sql } from 'drizzle-orm';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { type Absent, byBuilding, type Decision } from './rules';

/** No community decides as much in a year. */
const MOST = 100;

const yearOf = (moment: SQL) => sql`extract(year from ${moment} at time zone 'Asia/Shanghai')::int`;
const year = yearOf(sql`z.signed_at`);

/** An organisation of the area, and what it brought for whom. */
export interface Brought {
  member: string;
  things: { brings: string; title: string }[];
}

/** Of a proposal `p`: that it was signed; `when`: and in which year. */
const signed = (when = sql`true`) => sql`exists (select from resolution z where z.community_id = p.community_id
  and z.proposal_id = p.id and z.signed_at is not null and ${when})`;
const finished = sql`p.state in ('completed', 'verifying', 'verified')`;
const finishedIn = yearOf(sql`p.state_at`);

/**
 * 同心圆 of a year: all that was signed in it, the latest first, and every building over all of it; what was finished in it and
 * is in no circle, or in another year's; and who brought what. null: the latest year of either.
 */
export const boardYear = boardQuery({
  name: 'year.board',
  shows: () => ['proposals', 'resolutions', 'works', 'council'],
  read: async ({ db, communityId: c }, asked: { year: number | null }) => {
    const years = await rows<number>(
      { db },
      sql`select to_json(y) as view from (select ${year} as y from resolution z
          where z.community_id = ${c} and z.signed_at is not null
        union select ${finishedIn} from proposal p where p.community_id = ${c} and ${finished} and not ${signed()}
        order by 1 desc limit 50) x`,
    );
    const shown = asked.year ?? years[0] ?? null;
    if (asked.year !== null && !years.includes(asked.year)) return undefined;
    const decisions = await rows<Decision>(
      { db },
      sql`select json_build_object('no', p.no, 'title', p.title, 'sides', coalesce((select json_agg(json_build_object(
            'name', g.name, 'effect', g.effect, 'households', g.households, 'buildings', g.buildings,
            'promises', coalesce((select json_agg(json_build_object('text', m.text,
                'kept', m.outcome = 'accepted') order by m.id)
              from commitment m join objection o on o.community_id = m.community_id and o.id = m.objection_id
              where m.community_id = g.community_id and o.group_id = g.id), '[]')) order by g.position)
          from affected_group g where g.community_id = p.community_id and g.proposal_id = p.id), '[]')) as view
        from proposal p join (select z.proposal_id, max(z.signed_at) as signed from resolution z
            where z.community_id = ${c} and z.signed_at is not null and ${year} = ${shown}::int group by 1) s
          on s.proposal_id = p.id
        where p.community_id = ${c} order by s.signed desc limit ${MOST}`,
    );
    const brought = await rows<Brought>(
      { db },
      sql`select json_build_object('member', m.name, 'things',
          json_agg(json_build_object('brings', k.brings, 'title', d.title) order by k.id)) as view
        from demand_claim k join demand d on d.community_id = k.community_id and d.id = k.demand_id
          join council_member m on m.community_id = k.community_id and m.id = k.member_id
        where k.community_id = ${c} and extract(year from k.at at time zone 'Asia/Shanghai')::int = ${shown}::int
          and k.brings <> '' group by m.id, m.no, m.name order by m.no limit ${MOST}`,
    );
    const absent = await rows<Absent>(
      { db },
      sql`select json_build_object('no', p.no, 'title', p.title, 'way', case when ${signed()} then 'signed_elsewhen'
            when exists (select from repair r where r.community_id = p.community_id and r.proposal_id = p.id) then 'homes'
            when exists (select from short_way w where w.community_id = p.community_id and w.proposal_id = p.id
              and not w.turned) then 'short'
            else 'other' end) as view
        from proposal p where p.community_id = ${c} and ${finished} and ${finishedIn} = ${shown}::int
          and not ${signed(sql`${year} = ${shown}::int`)}
        order by p.no desc limit ${MOST}`,
    );
    return { year: shown, years, decisions, buildings: byBuilding(decisions), brought, absent };
  },
});
export type Year = NonNullable<Awaited<ReturnType<typeof boardYear>>>;
