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
        union all select 'alternative_cell ' || alternative_id || ' ' || group_id, to_jsonb(n) from alternative_cell n
        union all select 'alternative_result ' || alternative_id, to_jsonb(n) from alternative_result n
        union all select 'repair_batch ' || id, jsonb_build_object('good', good, 'asked', nullif(asked, false)) from repair_batch
        union all select 'works_place ' || id, jsonb_build_object('heard', nullif(heard, false)) from works_place
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

/** The same of each alternative, where it was counted: of the very same one, asked about again, one after the other. */
const stoodOfEach = (communityId: number) =>
  sql<{ same: string; alternative: number; group: number; stood: [number, number | null][] }>(
    `select encode(a.hash, 'hex') as same, h.alternative_id as alternative, h.group_id as "group",
       json_agg(json_build_array(h.household_id, coalesce(w.id, s.word_id))) as stood
     from alternative_household h join alternative a on a.community_id = h.community_id and a.id = h.alternative_id
     join comparison c on c.community_id = h.community_id and c.id = a.comparison_id and c.closed_at is not null
     left join lateral (select id from alternative_word w where w.community_id = h.community_id and w.comparison_id = c.id
       and w.household_id = h.household_id and w.received_at < c.closes_at order by w.own desc, w.seq desc limit 1) w on true
     left join alternative_standing s on s.community_id = h.community_id and s.alternative_id = h.alternative_id
       and s.household_id = h.household_id
     where h.community_id = $1 group by 1, 2, 3 order by 2, 3`,
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
      const seen = (what: string, at: string, stood: [number, number | null][]): Seen => {
        const { published = null, agrees = null } = (kept.get(what) ?? {}) as {
          published?: Seen['cells'];
          agrees?: boolean | null;
        };
        return { at, stood: new Map(stood), cells: published, agrees };
      };
      const held = await stoodOf(w.communityId);
      const moments = [...new Set(held.map((one) => one.round))].map((round) =>
        held
          .filter((one) => one.round === round)
          .map(({ group, stood }) => seen(`round_group ${round} ${group}`, `round ${round}, group ${group}`, stood)),
      );
      const each = await stoodOfEach(w.communityId);
      const compared = [...new Set(each.map((one) => one.same))].flatMap((same) => {
        const own = each.filter((one) => one.same === same);
        const asked = [...new Set(own.map((one) => one.alternative))].map((alternative) =>
          own
            .filter((one) => one.alternative === alternative)
            .map(({ group, stood }) =>
              seen(`alternative_cell ${alternative} ${group}`, `alternative ${alternative}, group ${group}`, stood),
            ),
        );
        return learn(asked);
      });
      return [...learned, ...learn(moments), ...compared];
    },
  };
}
