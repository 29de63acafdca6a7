import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import { term } from '@/db/schema/terms';
import { shanghaiDate } from '@/lib/calendar';
import type { Database } from '@/lib/gate';

/** Whether a governance secretary is in office on this day. */
export async function termActive(db: Database, communityId: number, now: Date): Promise<boolean> {
  const today = shanghaiDate(now);
  const found = await db
    .select({ id: term.id })
    .from(term)
    .where(and(eq(term.communityId, communityId), lte(term.from, today), gte(term.to, today), isNull(term.closedAt)));
  return found.length > 0;
}
