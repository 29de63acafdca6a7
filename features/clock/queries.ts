import { env } from '@/lib/env';
import { maybeMoment, momentOf } from '@/lib/facts';
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
