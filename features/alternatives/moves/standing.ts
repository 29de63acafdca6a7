import { and, eq, inArray } from 'drizzle-orm';
import { alternative, alternativeGroup, alternativeStanding } from '@/db/schema/alternatives';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import type { Database } from '@/lib/gate';
import { earlierOf, membersOf, wordsOf } from '../moves';

interface Sealed {
  id: number;
  hash: Buffer;
  groups: readonly { name: string; effect: string; households: readonly number[] }[];
}

interface Of {
  communityId: number;
  proposalId: number;
}

/** The alternatives of comparisons with what they were, and in which group each household was. */
async function sealedIn(db: Database, communityId: number, comparisons: readonly number[]) {
  if (comparisons.length === 0) return [];
  return db
    .select({
      id: alternative.id,
      comparison: alternative.comparisonId,
      hash: alternative.hash,
      group: alternativeGroup.id,
      name: alternativeGroup.name,
      effect: alternativeGroup.effect,
    })
    .from(alternative)
    .innerJoin(
      alternativeGroup,
      and(
        eq(alternativeGroup.communityId, alternative.communityId),
        eq(alternativeGroup.alternativeId, alternative.id),
      ),
    )
    .where(and(eq(alternative.communityId, communityId), inArray(alternative.comparisonId, [...comparisons])));
}

/**
 * What a household said last of the very same alternative, as one of the same group, stands in a later comparison. What was
 * carried once is carried on; a text or a group that changed is asked about anew.
 */
export async function carriedTo(
  db: Database,
  { communityId, proposalId }: Of,
  now: readonly Sealed[],
): Promise<(typeof alternativeStanding.$inferInsert)[]> {
  const earlier = await earlierOf(db, { communityId, proposalId });
  const before = await sealedIn(
    db,
    communityId,
    earlier.map(({ id }) => id),
  );
  const stands = new Map<string, typeof alternativeStanding.$inferInsert>();
  for (const one of earlier) {
    const chains = byHousehold(await wordsOf(db, one));
    const members = await membersOf(db, one);
    const carried = await db
      .select()
      .from(alternativeStanding)
      .where(
        and(
          eq(alternativeStanding.communityId, communityId),
          inArray(alternativeStanding.alternativeId, [...members.keys(), 0]),
        ),
      );
    for (const { id, hash, groups } of now) {
      for (const was of before.filter((each) => each.comparison === one.id && each.hash?.equals(hash))) {
        const same = groups.find(({ name, effect }) => name === was.name && effect === was.effect);
        for (const { household, group } of members.get(was.id) ?? []) {
          if (group !== was.group || !same?.households.includes(household)) continue;
          const word = currentOpinion(chains.get(household) ?? []);
          const held = carried.find((each) => each.alternativeId === was.id && each.householdId === household);
          const of = word ? { wordId: word.id, earlierId: was.id } : held;
          if (!of) continue;
          const { wordId, earlierId } = of;
          stands.set(`${id}:${household}`, {
            communityId,
            alternativeId: id,
            householdId: household,
            wordId,
            earlierId,
          });
        }
      }
    }
  }
  return [...stands.values()];
}
