import { type SQL, sql } from 'drizzle-orm';

/** When somebody was at that door since and wrote something down there; knocking where nobody was home is no visit. */
const cameBy = (i: SQL) => sql`(select min(x.at) from (
    select v.at from visit v where v.community_id = ${i}.community_id and v.household_id = ${i}.household_id
      and v.at > ${i}.at and v.outcome <> 'not_home'
    union all select o.received_at from opinion o where o.community_id = ${i}.community_id
      and o.household_id = ${i}.household_id and o.received_at > ${i}.at and not o.own and o.channel = 'door'
    union all select p.at from notice_opposition p where p.community_id = ${i}.community_id
      and p.household_id = ${i}.household_id and p.at > ${i}.at and p.channel = 'door') x)`;

/** When somebody came, by their own word or by what they wrote down. `i`: the invitation. */
export const keptAt = (i: SQL) => sql<string | null>`coalesce(${i}.kept_at, ${cameBy(i)})`;

/** Whether that household still waits. */
export const waits = (i: SQL) => sql<boolean>`(${i}.taken_back_at is null and ${keptAt(i)} is null)`;
