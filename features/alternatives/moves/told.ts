import { and, eq, inArray } from 'drizzle-orm';
import { alternative } from '@/db/schema/alternatives';
import type { Database } from '@/lib/gate';
import { type Told, tellRounds } from '@/lib/telling';
import { earlierOf, membersOf, wordsOf } from '../moves';
import { type Member, stoodOn, type Word } from '../rules';

interface Ballot {
  members: ReadonlyMap<number, Member[]>;
  words: readonly Word[];
}

/**
 * What the board tells of each group of an alternative, beside what it has told of the very same one in earlier comparisons. Two
 * alternatives are two questions: their numbers, taken from each other, answer neither.
 */
export async function toldOf(
  db: Database,
  here: { communityId: number; id: number; proposalId: number },
  alternatives: readonly { id: number }[],
  now: Ballot,
): Promise<Map<number, Map<number, Told>>> {
  const counted = (await earlierOf(db, here)).filter(({ closedAt }) => closedAt !== null);
  const comparisons = [...counted.map(({ id }) => id), here.id];
  const all = await db
    .select({ id: alternative.id, comparison: alternative.comparisonId, hash: alternative.hash })
    .from(alternative)
    .where(and(eq(alternative.communityId, here.communityId), inArray(alternative.comparisonId, comparisons)));
  const before: Ballot[] = [];
  for (const one of counted)
    before.push({ members: await membersOf(db, one), words: await wordsOf(db, one, { before: one.closesAt }) });
  return new Map(
    alternatives.map(({ id }) => {
      const hash = all.find((one) => one.id === id)?.hash;
      const same = (comparison: number) =>
        all.find(
          (one) => one.comparison === comparison && hash !== null && hash !== undefined && one.hash?.equals(hash),
        );
      const rounds = before.flatMap(({ members, words }, index) => {
        const was = same(counted[index]?.id ?? 0);
        return was ? [stoodOn(members.get(was.id) ?? [], words)] : [];
      });
      return [id, tellRounds([...rounds, stoodOn(now.members.get(id) ?? [], now.words)]).at(-1) ?? new Map()];
    }),
  );
}
