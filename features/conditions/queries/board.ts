import { sql } from 'drizzle-orm';
import { clashesIn, conditionsIn } from '../facts';

export interface BoardConditions {
  budget: number | null;
  markedAt: string;
  conditions: { no: number; text: string; cost: number }[];
  clashes: { nos: number[]; why: string }[];
}

/** What hangs of the proposal `p`: its newest list; null where nobody has marked any. */
export const conditionsOf = sql`(select json_build_object('budget', l.budget, 'markedAt', l.marked_at,
    'conditions', ${conditionsIn(sql`l`)}, 'clashes', ${clashesIn(sql`l`)})
  from condition_list l where l.community_id = p.community_id and l.proposal_id = p.id)`;
