import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/lib/gate';

/** Rows `view` of a statement as one JSON list: moments are ISO texts. */
export const list = (statement: SQL) => sql`(select coalesce(json_agg(t.view), '[]') from (${statement}) t)`;

/** One statement that makes one JSON value. */
export async function one<T>(db: Database, statement: SQL): Promise<T> {
  const found = await db.execute<{ view: T }>(statement);
  return found.rows[0]?.view as T;
}

/** Where this person lives now, as `homes`; every statement here begins with it. */
export const withHomes = (
  personId: number,
) => sql`with homes as materialized (select r.community_id, r.household_id, r.from_at
  from residency r where r.person_id = ${personId} and r.to_at is null)`;
