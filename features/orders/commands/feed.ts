import { sql } from 'drizzle-orm';
import { calendarFeed } from '@/db/schema/orders';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { feedInput } from '../input';

/** A secret address of one's own, or another instead of it: the one before ends at once. */
export const renewFeed = command({
  act: acts.renewFeed,
  input: feedInput,
  facts: async () => ({}),
  run: async ({ db, communityId, now, actor }) => {
    const personId = personOf(actor);
    if (personId === null) return refuse('not_allowed');
    await db
      .insert(calendarFeed)
      .values({ communityId, personId, at: now })
      .onConflictDoUpdate({
        target: [calendarFeed.communityId, calendarFeed.personId],
        set: { secret: sql`gen_random_uuid()`, at: now },
      });
    return { ok: true, value: {}, leaf: { subject: 'handling/feed', content: { renewed: true } }, changed: [] };
  },
});
