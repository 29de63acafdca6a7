import { messages } from '@/features/visits/messages';
import type { TeamHome } from '@/features/visits/queries/team';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Doors by their entrance, as they come, and at how many of each one was. */
export function byEntrance(homes: readonly TeamHome[], locale: Locale) {
  const t = pick(messages, locale);
  const named = (one: TeamHome) => t.entrance(one.building, one.entrance);
  return [...new Set(homes.map(named))].map((name) => {
    const own = homes.filter((one) => named(one) === name);
    const reached = t.team.reached(own.filter(({ mine }) => mine).length, own.length);
    return { name, homes: own, reached, id: `entrance-${own[0]?.household}` };
  });
}
