import { sql } from 'drizzle-orm';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';

/** What the board says itself: a promise, a matter to crack, works. Of everything else the kind and the number. */
const HUNG = sql`array['promise', 'crack', 'works']`;

interface LeftBehind {
  /** Somebody else holds the same office by now. */
  succeeded: boolean;
  hung: { item: string; kind: string; title: string; to: string; at: string }[];
  others: { kind: string; to: string; n: number }[];
  /** Still with them: nobody has been named. */
  open: { kind: string; n: number }[];
}

/** Where what somebody handed over is now, by office, for whoever holds no office here any more; and what nobody has taken over. */
export const leftBehind = query({
  name: 'terms.left_behind',
  allow: (who) => who.kind === 'person' && who.grants.length === 0,
  read: async (scope, _: Record<never, never>) => {
    const { communityId: c, who, now } = scope;
    if (who.kind !== 'person') return undefined;
    const moment = sql`${now.toISOString()}::timestamptz`;
    const [left] = await rows<LeftBehind>(
      scope,
      sql`with mine as materialized (select g.id, g.role, g.entrance_id, g.to_at from grants g
            where g.community_id = ${c} and g.person_id = ${who.personId} and g.to_at <= ${moment}),
          given as materialized (select distinct on (h.item) h.item, split_part(h.item, '-', 1) as kind, h.title, h.to_role as "to", h.at
            from handover h where h.community_id = ${c} and h.item in (select m.item from handover m
              where m.community_id = ${c} and m.grant_id in (select id from mine)) order by h.item, h.id desc)
        select json_build_object(
          'succeeded', exists (select from (select role from mine order by to_at desc, id desc limit 1) l
            join grants g on g.community_id = ${c} and g.role = l.role and g.from_at <= ${moment}
              and (g.to_at is null or g.to_at > ${moment})),
          'hung', (select coalesce(json_agg(x order by x.at desc, x.item), '[]') from (select * from given
            where kind = any (${HUNG}) order by at desc, item limit 30) x),
          'others', (select coalesce(json_agg(x order by x.kind, x."to"), '[]') from (select kind, "to", count(*)::int as n
            from given where kind <> all (${HUNG}) group by kind, "to") x),
          'open', (select coalesce(json_agg(x order by x.kind), '[]') from (select i.kind, count(*)::int as n
            from open_items(${c}) i left join lateral (select h.receiver_id from handover h where h.community_id = ${c}
              and h.item = i.item order by h.id desc limit 1) h on true
            where i.entrance is null and coalesce(h.receiver_id, i.owner) = ${who.personId}
              and exists (select from mine where entrance_id is null) group by i.kind) x)) as view`,
    );
    return left;
  },
});
export type LeftBehindPage = NonNullable<Awaited<ReturnType<typeof leftBehind>>>;
