import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { type Pinned, USUAL } from '../rules/profiles';

/** `rate_profile p`, read as a table or as a view: how it counts; null where there is none. */
export const profileView: SQL = sql`case when p.id is not null then json_build_object('id', p.id, 'name', p.name,
  'from', p.from_day, 'fairlyTenths', p.fairly_tenths, 'weights', json_build_object('response', p.response_tenths,
  'resolution', p.resolution_tenths, 'satisfaction', p.satisfaction_tenths), 'hash', encode(p.hash, 'hex')) end`;

/** The one that is in force in the district of a community on this day: the usual one, where the district has said nothing by then. */
export async function profileOn({ db, communityId }: Pick<Scope, 'db' | 'communityId'>, day: Day): Promise<Pinned> {
  const { rows } = await db.execute<{ view: Pinned }>(sql`select ${profileView} as view
    from rate_profile p join rate_profile_answer a on a.profile_id = p.id and a.agreed
      join street s on s.district_id = p.district_id join community c on c.street_id = s.id
    where c.id = ${communityId} and p.from_day <= ${day}::date order by p.from_day desc limit 1`);
  return rows[0]?.view ?? USUAL;
}

/** The same of a whole district, as an act or an office finds it. */
export async function profileOfDistrict(
  { db, districtId }: Pick<Scope, 'db'> & { districtId: number },
  day: Day,
): Promise<Pinned> {
  const { rows } = await db.execute<{ view: Pinned }>(sql`select ${profileView} as view
    from rate_profile p join rate_profile_answer a on a.profile_id = p.id and a.agreed
    where p.district_id = ${districtId} and p.from_day <= ${day}::date order by p.from_day desc limit 1`);
  return rows[0]?.view ?? USUAL;
}

/** The one a period was published by: what takes its place is counted by the same. */
export async function profileOf(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  period: number,
): Promise<Pinned> {
  const { rows } = await db.execute<{ view: Pinned | null }>(sql`select ${profileView} as view
    from rate_period r left join rate_profile p on p.id = r.profile_id
    where r.community_id = ${communityId} and r.id = ${period}`);
  return rows[0]?.view ?? USUAL;
}
