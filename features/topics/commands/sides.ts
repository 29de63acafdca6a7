import { eq, sql } from 'drizzle-orm';
import { type FoundPair, oppositeFound } from '@/db/schema/topics';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { keepInput } from '../input';
import { ALL, complainedOf } from '../moves';
import { foundOf } from '../moves/found';
import { openPairs } from '../moves/open';

/** So many pairs are kept, and of each side so many: of more nobody says it at once. */
const MOST_PAIRS = 60;
const MOST_BESIDE = 40;

async function pairsNow(scope: Scope): Promise<FoundPair[]> {
  const complained = await complainedOf(scope, { visible: sql`true`, atOnce: ALL });
  const ids = (of: readonly { complaint: { id: number } }[]) =>
    of
      .map(({ complaint }) => complaint.id)
      .sort((a, b) => a - b)
      .slice(-MOST_BESIDE);
  return openPairs(foundOf(scope, complained))
    .slice(0, MOST_PAIRS)
    .map(({ asks, bears }) => ({ asks: ids(asks), bears: ids(bears) }));
}

/** 两边的话 nobody has spoken of, for the desk's day; nothing where they are those of the night before. */
export const keepOpposites = command({
  act: acts.keepOpposites,
  input: keepInput,
  facts: async (scope) => {
    const { db, communityId } = scope;
    const pairs = await pairsNow(scope);
    const [before] = await db
      .select({ pairs: oppositeFound.pairs })
      .from(oppositeFound)
      .where(eq(oppositeFound.communityId, communityId));
    return { pairs, kept: JSON.stringify(before?.pairs ?? []) === JSON.stringify(pairs) };
  },
  run: async ({ db, communityId, community, now, facts: { pairs } }) => {
    const found = { pairs, at: now };
    await db
      .insert(oppositeFound)
      .values({ communityId, ...found })
      .onConflictDoUpdate({ target: oppositeFound.communityId, set: found });
    const value = { pairs: pairs.length };
    return { ok: true, value, leaf: { subject: `community/${community.slug}`, content: value }, changed: [] };
  },
});
