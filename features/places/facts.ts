import { sql } from 'drizzle-orm';

/** Of the last site `w` of its proposal `p`, which is being built or was. */
export const goesOn = sql`p.state in ('building', 'completed', 'verifying', 'verified') and not exists (select from works l
  where l.community_id = w.community_id and l.proposal_id = w.proposal_id and l.id > w.id)`;

/** A place `z` that is done for good, each entrance beside it heard. */
export const isOver = sql`p.state = 'verified' and not exists (select from works_place_entrance n
  where n.community_id = z.community_id and n.place_id = z.id and not exists (select from works_place_word v
    join household t on t.community_id = v.community_id and t.id = v.household_id
    where v.community_id = z.community_id and v.place_id = z.id and t.entrance_id = n.entrance_id))`;
