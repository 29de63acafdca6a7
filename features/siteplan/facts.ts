import { type SQL, sql } from 'drizzle-orm';

/** The door of a household, as JSON. */
export const doorOf = (communityId: SQL, householdId: SQL) => sql<{
  building: string;
  entrance: number;
  door: string;
}>`(select json_build_object('building', b.name, 'entrance', n.no, 'door', u.door) from household h
    join building b on b.community_id = h.community_id and b.id = h.building_id
    join entrance n on n.community_id = h.community_id and n.id = h.entrance_id
    join unit u on u.community_id = h.community_id and u.id = h.unit_id
  where h.community_id = ${communityId} and h.id = ${householdId})`;

/** The doors of these households, by rows of `community_id` and `household_id`, as a list in JSON. */
export const doorsOf = (
  households: SQL,
) => sql`coalesce((select json_agg(${doorOf(sql`m.community_id`, sql`m.household_id`)}
    order by m.household_id) from (${households}) m), '[]'::json)`;

/** What the drawing `d` draws over the site plan `s`, with what the one before drew, as JSON. */
export const keptOver = (before: SQL) =>
  sql`json_build_object('shapes', d.shapes, 'site', s.shapes, 'siteVersion', s.version, 'before', ${before})`;
