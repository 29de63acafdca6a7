import { sql } from 'drizzle-orm';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { lapsed } from '../moves';

/** Whether anything was kept until a day that is over. */
export const hasLapsed = query({
  name: 'visits.lapsed',
  allow: (who, _: Record<never, never>) => who.kind === 'system',
  read: async ({ communityId, now, ...scope }) => {
    const found = await rows<number>(
      scope,
      sql`select to_json(id) as view from care_note where community_id = ${communityId} and ${lapsed(now)} limit 1`,
    );
    return found.length > 0;
  },
});
