import { and, eq, inArray } from 'drizzle-orm';
import { caseCategory } from '@/db/schema/handling';
import type { Role } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { ok, refuse } from '@/lib/result';
import type { OneCase } from '../moves';
import { isLonger } from '../rules/longer';
import { worded } from './property';

type Here = Pick<Scope, 'db' | 'communityId'>;

/** The time limit each of these categories has of its own. */
export async function tiersOfCategories({ db, communityId }: Here, ids: readonly (number | null)[]) {
  const some = [...new Set(ids)].filter((id) => id !== null);
  if (some.length === 0) return new Map<number, number | null>();
  const found = await db
    .select({ id: caseCategory.id, tierId: caseCategory.tierId })
    .from(caseCategory)
    .where(and(eq(caseCategory.communityId, communityId), inArray(caseCategory.id, some)));
  return new Map(found.map(({ id, tierId }) => [id, tierId]));
}

interface Given {
  tier: number;
  /** Why it may take longer. */
  longer: string;
  own: ReadonlyMap<number, number | null>;
  now: Date;
}

/** More time than its category has is given with a reason. */
function checkTime({ tiers, row }: Pick<OneCase, 'tiers'> & { row: { categoryId: number | null } }, given: Given) {
  const [tier, own] = [given.tier, row.categoryId === null ? null : given.own.get(row.categoryId)].map((id) =>
    tiers.find((one) => one.id === id),
  );
  return tier && own && given.longer === '' && isLonger(tier, own, given.now)
    ? refuse('longer_unsaid', undefined, { longer: 'longer_unsaid' })
    : ok();
}

interface Among {
  to: { role: Role | null };
  /** What is to be done, and that with why it may take longer. */
  said: readonly [string, string];
  time: Given;
  /** Those of which nobody has said whom they are brought against. */
  unsaid: ReadonlySet<number>;
}

/** Whether one goes there with these words and this time, by itself or among many. */
export async function goesThere(scope: Scope, one: OneCase, { to, said, time, unsaid }: Among) {
  if (to.role === 'property' && unsaid.has(one.row.id))
    return refuse('say_against', undefined, { agency: 'say_against' });
  for (const words of said) {
    const plain = await worded(scope, one, { role: to.role, words });
    if (!plain.ok) return plain;
  }
  return checkTime(one, time);
}
