import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/** What has public numbers, counted in its community. */
type Numbered =
  | 'proposal'
  | 'cases'
  | 'round'
  | 'resolution'
  | 'works'
  | 'api_key'
  | 'data_export'
  | 'blank'
  | 'playbook'
  | 'programme'
  | 'occasion'
  | 'meeting'
  | 'diagnosis'
  | 'crack'
  | 'thing'
  | 'skill'
  | 'help_call'
  | 'council_member'
  | 'council_resource'
  | 'council_project'
  | 'demand';

/** The next public number of a kind in a community; held until the transaction ends. */
export async function nextNumber(db: Database, communityId: number, kind: Numbered): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext(${kind}))`);
  const { rows } = await db.execute<{ next: number }>(
    sql`select coalesce(max(no), 0)::int + 1 as next from ${sql.identifier(kind)} where community_id = ${communityId}`,
  );
  return rows[0]?.next ?? 1;
}
