import { sql } from 'drizzle-orm';
import { profilesOf } from '@/features/figures/queries/profiles';
import { shanghaiDate } from '@/lib/calendar';
import { boardQuery, districtQuery } from '@/lib/query';
import { compared, districtNamed } from '../moves';

/** One that is being prepared: how many communities, not which. */
type Coming = { name: string; from: string; to: string; places: number; approved: boolean };

/** So many cohorts stand in the list of a district; they are two a year at most. */
const LISTED = 200;

/** One cohort of a district that was published, the latest without `no`, with what changed as the boards tell it; and the others. */
export const publicDistrict = districtQuery({
  name: 'cohorts.public',
  read: async ({ db, communities, now }, { district, no }: { district: string; no?: number }) => {
    const named = await districtNamed(db, district);
    if (!named) return undefined;
    const { rows: all } = await db.execute<{ no: number; name: string; from: string; to: string; places: number }>(sql`
      select c.no, c.name, c.from_day as "from", c.to_day as "to",
          (select count(*)::int from cohort_place p where p.cohort_id = c.id) as places
        from cohort c where c.district_id = ${named.id} order by c.no desc limit ${LISTED}`);
    const today = shanghaiDate(now);
    const { rows: coming } = await db.execute<Coming>(sql`
      select c.name, c.from_day as "from", c.to_day as "to", c.places, c.approved_at is not null as approved
        from cohort_coming c where c.district_id = ${named.id} and c.to_day >= ${today}::date order by c.no desc limit 10`);
    const shown = no ?? all[0]?.no;
    const cohort =
      shown === undefined ? undefined : await compared(db, communities, { districtId: named.id, no: shown });
    if (no !== undefined && !cohort) return undefined;
    const profiles = await profilesOf(db, named.id);
    return { district: named, cohort: cohort ?? null, coming, profiles, others: all.filter((one) => one.no !== shown) };
  },
});

export interface ServedView {
  from: string;
  to: string;
  over: boolean;
  cohort: string | null;
  /** Only of somebody who agreed to it. */
  name: string | null;
  post: string | null;
  unit: string | null;
}

/** Who serves in a community, in what term: the one that goes on first, then what is to come and what was. */
export const serving = boardQuery({
  name: 'cohorts.serving',
  read: async ({ db, communityId, community, now }, _: Record<never, never>) => {
    const { rows } = await db.execute<{ view: ServedView }>(sql`
      select json_build_object('from', t.from_day, 'to', t.to_day, 'over', t.closed_at is not null, 'cohort', c.name,
          'name', p.name, 'post', p.post, 'unit', p.home_unit) as view
        from term t left join posting p on p.community_id = t.community_id and p.from_day = t.from_day and p.from_day <= p.to_day
          left join cohort c on c.id = p.cohort_id
       where t.community_id = ${communityId} and t.from_day <= t.to_day order by t.from_day desc limit 50`);
    const { rows: places } = await db.execute<{ slug: string | null; zh: string; en: string }>(sql`
      select d.slug, d.name_zh as zh, d.name_en as en from street s join district d on d.id = s.district_id
       where s.id = ${community.streetId}`);
    const today = shanghaiDate(now);
    const all = rows.map(({ view }) => view);
    const isNow = (one: ServedView) => !one.over && one.from <= today && today <= one.to;
    return {
      nameZh: community.nameZh,
      nameEn: community.nameEn,
      district: places[0] ?? null,
      now: all.filter(isNow),
      coming: all.filter((one) => !one.over && one.from > today),
      earlier: all.filter((one) => one.over || one.to < today),
    };
  },
  shows: () => ['term', 'cohort'],
});
export type Serving = NonNullable<Awaited<ReturnType<typeof serving>>>;
