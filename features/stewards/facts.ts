import { type SQL, sql } from 'drizzle-orm';

/** Whether somebody belongs to the team and looks after an entrance of community `c` at this moment. */
export const looksAfter = (of: { c: SQL; personId: number | SQL; entrance: SQL; now: Date }): SQL<boolean> => {
  const moment = sql`${of.now.toISOString()}::timestamptz`;
  return sql<boolean>`exists (select from steward_area a join steward s on s.community_id = a.community_id and s.id = a.steward_id
    where a.community_id = ${of.c} and s.person_id = ${of.personId} and a.entrance_id = ${of.entrance}
      and a.from_at <= ${moment} and (a.to_at is null or a.to_at > ${moment})
      and s.from_at <= ${moment} and (s.to_at is null or s.to_at > ${moment}))`;
};
