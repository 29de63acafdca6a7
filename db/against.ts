import { type SQL, sql } from 'drizzle-orm';

/** A case, by this name in a statement, is brought neither against this person nor against an office they hold. */
export const notAgainstOf = (k: SQL, personId: number): SQL => sql`(${k}.against_id is distinct from ${personId}
  and not exists (select 1 from agency a join grants g on g.community_id = a.community_id and g.role = a.role
    and g.person_id = ${personId} and g.entrance_id is null and g.from_at <= moment()
    and (g.to_at is null or g.to_at > moment())
    where a.community_id = ${k}.community_id and a.id = ${k}.against_agency_id))`;
