import { sql } from 'drizzle-orm';
import type { Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';

export interface Category {
  id: number;
  parentId: number | null;
  name: string;
  tierId: number | null;
  /** With those above it. */
  path: string;
  retired: boolean;
}

/** The tree, each below its parent. */
export async function categoriesOf({ db, communityId }: Pick<Scope, 'db' | 'communityId'>): Promise<Category[]> {
  return rows<Category>(
    { db },
    sql`with recursive tree as (
        select k.id, k.parent_id, k.name, k.tier_id, k.name as path, array[k.name] as sorted, k.retired_at is not null as retired
          from case_category k where k.community_id = ${communityId} and k.parent_id is null
        union all select k.id, k.parent_id, k.name, k.tier_id, t.path || '->' || k.name, t.sorted || k.name,
            t.retired or k.retired_at is not null
          from case_category k join tree t on t.id = k.parent_id where k.community_id = ${communityId})
      select json_build_object('id', id, 'parentId', parent_id, 'name', name, 'tierId', tier_id, 'path', path,
        'retired', retired) as view from tree order by sorted limit 1000`,
  );
}

/** Those a case can be put under: the lowest of each branch that is still on the list. */
export const leaves = (all: readonly Category[]): Category[] =>
  all.filter(({ retired, id }) => !retired && !all.some((one) => one.parentId === id));
