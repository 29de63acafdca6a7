import { sql } from 'drizzle-orm';
import type { Role } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { complainantOf, type OneCase } from '../moves';
import { checkMatter } from '../rules/matter';

const OF_PROPERTY = '物业|保安|保洁|门卫';

/**
 * Of those that came as a sheet and complain of somebody, which name the property service: a sheet does not say whom an order
 * is brought against, and until somebody has, none of them goes there among many.
 */
export async function ofProperty(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  all: readonly OneCase[],
): Promise<Set<number>> {
  const unsaid = all.filter(
    ({ row }) =>
      row.source === '12345' &&
      (row.kind === 'complaint' || row.kind === 'report') &&
      row.againstAgencyId === null &&
      row.againstId === null,
  );
  const ids = unsaid.map(({ row }) => row.id);
  if (ids.length === 0) return new Set();
  const { rows } = await db.execute<{ id: number }>(sql`
    select k.id from cases k left join case_content t on t.community_id = k.community_id and t.case_id = k.id
     where k.community_id = ${communityId} and k.id = any (${sql.param(ids)}::int[])
       and (concat_ws(' ', k.title, t.words, (select v.said ->> 'company' from order_version v
         where v.community_id = k.community_id and v.case_id = k.id order by v.id desc limit 1)) ~ ${OF_PROPERTY})`);
  return new Set(rows.map(({ id }) => id));
}

/** Whether it may be said so to this agency what is to be done. */
export async function worded(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  { row }: OneCase,
  to: { role: Role | null; words: string },
) {
  if (to.role !== 'property') return checkMatter({ ...to, posted: false, complainant: '' });
  const complainant = await complainantOf({ db, communityId }, row.id);
  return checkMatter({ ...to, posted: row.postedAt !== null, complainant });
}
