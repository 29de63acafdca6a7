import { type SQL, sql } from 'drizzle-orm';
import { namedBuilding } from './rules';

/** Whether a claim of a home waits for somebody to confirm it: nobody confirms whoever is having their data deleted. `x`: the claim. */
export const claimWaits = (x = sql`x`) => sql<boolean>`(${x}.state = 'requested' and not exists (select from person w
  where w.id = ${x}.person_id and w.erases_at is not null))`;

/** 请勿上门: nobody knocks at the door of a household that asks for none. `home`: the household. */
export const wantsNoVisits = (home = sql`household`): SQL<boolean> => sql<boolean>`exists (select from no_visits q
  where q.community_id = ${home}.community_id and q.household_id = ${home}.id and q.taken_back_at is null)`;

/** A building as people say it, within a statement. Raw and closed: three aliases of ours and two signs, never what somebody gave. */
export const buildingNamed = (...named: Parameters<typeof namedBuilding>): SQL<string> =>
  sql<string>`${sql.raw(namedBuilding(...named))}`;
