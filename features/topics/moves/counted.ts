import { desc, eq } from 'drizzle-orm';
import { selectionSnapshot } from '@/db/schema/topics';
import type { Scope } from '@/lib/gate';
import type { Counts } from '../rules/selection';

export interface LastCounted {
  day: string;
  counts: Counts;
}

/** What was counted of the community last: the very counts it is chosen by. */
export async function lastCounted({ db, communityId }: Pick<Scope, 'db' | 'communityId'>): Promise<LastCounted | null> {
  const [kept] = await db
    .select({ day: selectionSnapshot.day, counts: selectionSnapshot.counts })
    .from(selectionSnapshot)
    .where(eq(selectionSnapshot.communityId, communityId))
    .orderBy(desc(selectionSnapshot.day))
    .limit(1);
  return kept ? { day: kept.day, counts: JSON.parse(kept.counts) as Counts } : null;
}
