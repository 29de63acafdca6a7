import { sql as statement } from 'drizzle-orm';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { sql } from './fixture';
import { learn, type Seen } from './observer';

interface Line {
  what: string;
  says: Record<string, unknown>;
}

/** Everything the board's views say of households, line by line; no page can say more. */
const everything = boardQuery({
  name: 'observer.everything',
  read: (scope, _: Record<never, never>) =>
    rows<Line>(
      scope,
      statement`select json_build_object('what', x.what, 'says', x.says) as view from (
        select 'round_group ' || round_id || ' ' || group_id as what, to_jsonb(n) - 'reached' as says from round_group n
        union all select 'notice ' || id, jsonb_build_object('oppositions', oppositions) from notice
        union all select 'callback_group ' || wave_id || ' ' || group_id, to_jsonb(n) from callback_group n
        union all select 'round_source ' || round_id, to_jsonb(n) from round_source n
        union all select 'objection ' || id, jsonb_build_object('growing', households) from objection
        union all select 'proposal ' || id, jsonb_build_object('growing', supporters, 'building', building) from proposal
        union all select 'comment ' || id, jsonb_build_object('building', building, 'at', at) from comment
        union all select 'leaf of ' || seq, jsonb_build_object('act', act, 'today', at >= date_trunc('day', moment(), 'Asia/Shanghai'),
            'minutes', at <> date_trunc('day', at, 'Asia/Shanghai')) from (select * from ledger_leaf order by seq desc limit 1) l
        union all select 'cases ' || c.id, jsonb_build_object('building', b.name) from cases c
          left join building b on b.community_id = c.community_id and b.id = c.building_id) x`,
    ),
  shows: () => [],
});

/** Which opinion each household stood on when a round was counted; whoever watches the doors knows. */
const stoodOf = (communityId: number) =>
  sql<{ round: number; group: number; stood: [number, number | null][] }>(
    `select e.round_id as round, e.group_id as "group",
       json_agg(json_build_array(e.household_id, coalesce(o.id, e.standing_opinion_id))) as stood
     from electorate e join round r on r.community_id = e.community_id and r.id = e.round_id and r.state = 'closed'
     left join lateral (select id from opinion o where o.community_id = e.community_id and o.round_id = e.round_id
       and o.household_id = e.household_id and o.received_at < r.closes_at order by o.own desc, o.seq desc limit 1) o on true
     where e.community_id = $1 group by 1, 2 order by 1, 2`,
    [communityId],
  );

/**
 * Somebody who reads the board after everything that happens and forgets nothing. A number that was said once is said for
 * good; one that may grow does so beside nothing that says whose it is.
 */
export function watchBoard(w: { communityId: number; slug: string }) {
  const kept = new Map<string, Record<string, unknown>>();
  const learned: string[] = [];
  return {
    look: async () => {
      const found = (await everything(w.slug, {})) ?? [];
      const grown: string[] = [];
      const named: string[] = [];
      for (const { what, says } of found) {
        const before = kept.get(what);
        if (says.building && !before) named.push(what);
        if (says.today || says.minutes) learned.push(`${what}: when it was done`);
        for (const [name, value] of Object.entries(says)) {
          const was = before?.[name] ?? null;
          if (was === null || JSON.stringify(was) === JSON.stringify(value)) continue;
          if (name === 'growing') grown.push(what);
          else learned.push(`${what}: ${name} was ${JSON.stringify(was)} and is ${JSON.stringify(value)}`);
        }
        kept.set(what, says);
      }
      if (grown.length > 0 && named.length > 0) learned.push(`${grown} grew as ${named} came`);
    },
    /** Groups whose cells the board has told. */
    numbers: async () =>
      [...kept].filter(([what, { published }]) => what.startsWith('round_group ') && published).length,
    learned: async () => {
      const held = await stoodOf(w.communityId);
      const moments = [...new Set(held.map((one) => one.round))].map((round) =>
        held
          .filter((one) => one.round === round)
          .map(({ group, stood }): Seen => {
            const said = kept.get(`round_group ${round} ${group}`);
            const { published = null, agrees = null } = (said ?? {}) as {
              published?: Seen['cells'];
              agrees?: boolean | null;
            };
            return { at: `round ${round}, group ${group}`, stood: new Map(stood), cells: published, agrees };
          }),
      );
      return [...learned, ...learn(moments)];
    },
  };
}
