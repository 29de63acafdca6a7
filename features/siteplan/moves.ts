import { and, desc, eq, sql } from 'drizzle-orm';
import { compound } from '@/db/schema/people';
import { sitePlan } from '@/db/schema/siteplan';
import type { Scope } from '@/lib/gate';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import { cardOf, type Door, type Over } from './rules/consequence';

type SiteRow = typeof sitePlan.$inferSelect;

export const ofSite = (row: SiteRow) => and(eq(sitePlan.communityId, row.communityId), eq(sitePlan.id, row.id));

/** The compound, locked, with the newest version of its site plan and the draft of the next. */
export async function lockSite({ db, communityId }: Scope, input: { compound: number }) {
  const [here] = await db
    .select({ id: compound.id })
    .from(compound)
    .where(and(eq(compound.communityId, communityId), eq(compound.id, input.compound)))
    .for('update');
  if (!here) return undefined;
  const versions = await db
    .select()
    .from(sitePlan)
    .where(and(eq(sitePlan.communityId, communityId), eq(sitePlan.compoundId, here.id)))
    .orderBy(desc(sitePlan.version))
    .limit(2);
  const draft = versions.find(({ state }) => state === 'draft');
  return {
    draft,
    published: versions.find(({ state }) => state === 'published'),
    drawnBy: draft?.drawnBy ?? null,
  };
}

/** The newest published site plan of each compound, in their order. */
export const newestSites = ({ db, communityId }: Pick<Scope, 'db' | 'communityId'>) =>
  db
    .selectDistinctOn([sitePlan.compoundId], {
      id: sitePlan.id,
      compound: sitePlan.compoundId,
      version: sitePlan.version,
      shapes: sitePlan.shapes,
      hash: sql<string>`encode(${sitePlan.hash}, 'hex')`,
    })
    .from(sitePlan)
    .where(and(eq(sitePlan.communityId, communityId), eq(sitePlan.state, 'published')))
    .orderBy(sitePlan.compoundId, desc(sitePlan.version));

/** The fingerprint of what a home was shown that changes for it; null where nobody has drawn its windows. */
export function cardHash(over: Over, door: Door): string | null {
  const card = cardOf(over, door);
  return card && sha256(canonical(card as unknown as Json)).toString('hex');
}
