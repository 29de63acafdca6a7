import { sql } from 'drizzle-orm';
import { doorOf, keptOver } from '@/features/siteplan/facts';
import { cardHash } from '@/features/siteplan/moves';
import { type Kept, overOf } from '@/features/siteplan/rules';
import type { Door } from '@/features/siteplan/rules/consequence';
import type { Database } from '@/lib/gate';

/**
 * The fingerprints of what these alternatives change for a home, as their cards said it beside the form; none of one that is
 * not measured for it. What is asked about never changes, so it is what was shown.
 */
export async function cardsShown(
  { db, communityId }: { db: Database; communityId: number },
  { alternatives, householdId }: { alternatives: readonly number[]; householdId: number },
): Promise<Map<number, string>> {
  const { rows } = await db.execute<{ of: number; drawn: Kept; home: Door | null }>(sql`select d.alternative_id as of,
      ${keptOver(sql`null`)} as drawn, ${doorOf(sql`d.community_id`, sql`${householdId}::int`)} as home
    from alternative_drawing d join site_plan s on s.community_id = d.community_id and s.id = d.site_plan_id
    where d.community_id = ${communityId} and d.alternative_id = any (${sql.param([...alternatives])}::int[])`);
  return new Map(
    rows.flatMap(({ of, drawn, home }): [number, string][] => {
      const hash = home && cardHash(overOf(drawn), home);
      return hash ? [[of, hash]] : [];
    }),
  );
}
