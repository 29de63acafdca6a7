import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { alternativeDrawing } from '@/db/schema/alternatives';
import { sitePlan } from '@/db/schema/siteplan';
import { keptShapes } from '@/features/siteplan/rules';
import type { Over } from '@/features/siteplan/rules/consequence';
import type { Scope } from '@/lib/gate';

/** What these alternatives draw over the site, by alternative; null where nothing is measured in the community. */
export async function drawnOf({ db, communityId }: Pick<Scope, 'db' | 'communityId'>, ids: readonly number[]) {
  const rows = await db
    .select({
      of: alternativeDrawing.alternativeId,
      shapes: alternativeDrawing.shapes,
      site: sql<string | null>`case when ${alternativeDrawing.alternativeId} is not null then ${sitePlan.shapes} end`,
      siteVersion: sitePlan.version,
    })
    .from(sitePlan)
    .leftJoin(
      alternativeDrawing,
      and(
        eq(alternativeDrawing.communityId, sitePlan.communityId),
        eq(alternativeDrawing.sitePlanId, sitePlan.id),
        inArray(alternativeDrawing.alternativeId, [...ids, 0]),
      ),
    )
    .where(and(eq(sitePlan.communityId, communityId), isNotNull(sitePlan.publishedAt)));
  if (rows.length === 0) return null;
  return new Map<number, Over>(
    rows.flatMap(({ of, shapes, site, siteVersion }): [number, Over][] =>
      of === null || shapes === null || site === null
        ? []
        : [[of, { site: keptShapes(site), siteVersion, shapes: keptShapes(shapes), before: null }]],
    ),
  );
}

export type Drawn = Awaited<ReturnType<typeof drawnOf>>;
