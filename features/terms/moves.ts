import { and, desc, eq, gte, isNull, lte } from 'drizzle-orm';
import { handover } from '@/db/schema/people';
import { term, thing } from '@/db/schema/terms';
import { shanghaiDate } from '@/lib/calendar';
import type { Database, Scope } from '@/lib/gate';

/** Whether a governance secretary is in office on this day. */
export async function termActive(db: Database, communityId: number, now: Date): Promise<boolean> {
  const today = shanghaiDate(now);
  const found = await db
    .select({ id: term.id })
    .from(term)
    .where(and(eq(term.communityId, communityId), lte(term.from, today), gte(term.to, today), isNull(term.closedAt)));
  return found.length > 0;
}

/** What is kept under this number, locked, with whom it is now: whoever it was handed over to last, or wrote it down. */
export async function lockThing({ db, communityId }: Scope, input: { thing: number }) {
  const [row] = await db
    .select()
    .from(thing)
    .where(and(eq(thing.communityId, communityId), eq(thing.no, input.thing)))
    .for('update');
  if (!row) return undefined;
  const [last] = await db
    .select({ to: handover.receiverId })
    .from(handover)
    .where(and(eq(handover.communityId, communityId), eq(handover.item, `thing-${row.id}`)))
    .orderBy(desc(handover.id))
    .limit(1);
  return { row, keeper: last?.to ?? row.keeperId, ended: row.endedAt !== null };
}
