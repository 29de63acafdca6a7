import { isNotNull } from 'drizzle-orm';
import { person } from '@/db/schema/people';
import { env } from '@/lib/env';
import { maybeMoment, momentOf } from '@/lib/facts';
import { openQuery } from '@/lib/query';
import type { WaitsFor } from '@/lib/site';
import type { Waiting } from './rules';

/** What a community of a demonstration waits for; undefined of any other. */
export function waitingOf(community: { waitsFor?: WaitsFor | null } | undefined): Waiting | undefined {
  const found = env.demonstration ? community?.waitsFor : undefined;
  if (!found) return undefined;
  const [roundEnds, noticeEnds, completedAt] = [found.roundEnds, found.noticeEnds, found.completedAt].map(maybeMoment);
  return {
    now: momentOf(found.now),
    drawn: found.drawn,
    roundEnds: roundEnds ?? null,
    noticeEnds: noticeEnds ?? null,
    completedAt: completedAt ?? null,
  };
}

/** Those of a demonstration by whom they are; nobody anywhere else. */
export const cast = openQuery({
  name: 'clock.cast',
  read: async ({ db }, _: undefined) =>
    env.demonstration
      ? db
          .select({ id: person.id, plays: person.demonstration })
          .from(person)
          .where(isNotNull(person.demonstration))
          .limit(40)
      : [],
});
