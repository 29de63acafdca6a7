import type { SQL } from 'drizzle-orm';
import type { Database } from './gate';

/** What `select json_build_object(…) as view …` finds, one a row; moments in it are ISO texts. */
export async function rows<T>({ db }: { db: Database }, statement: SQL): Promise<T[]> {
  const found = await db.execute<{ view: T }>(statement);
  return found.rows.map((row) => row.view);
}
