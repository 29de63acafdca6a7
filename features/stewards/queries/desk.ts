import { sql } from 'drizzle-orm';
import type { ShiftPart, StewardKind } from '@/db/words/stewards';
import { buildingNamed } from '@/features/people/facts';
import { addDays, type Day, shanghaiDate } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { belongsHere, captaincies, officeOver, turnsAhead } from '../moves';
import { maySeeTeam } from '../policy';
import { endOfPart, partsAhead, startOfPart } from '../rules';

/** So many days back turns wait to be confirmed, or what was confirmed is put right. */
const BACK = 62;
const PAGE = 40;

const named = buildingNamed('b');

export interface TeamMember {
  id: number;
  name: string;
  kind: StewardKind;
  shownName: string;
  from: string;
  minutes: number;
  times: number;
  areas: { id: number; building: string; entrance: number }[];
}

const team = ({ communityId, ...scope }: Scope, which = sql`true`, limit = PAGE + 2) =>
  rows<TeamMember>(
    scope,
    sql`select json_build_object('id', s.id, 'name', coalesce(p.name, ''), 'kind', s.kind, 'shownName', s.shown_name,
        'from', s.from_at,
        'minutes', (select coalesce(sum(d.minutes), 0)::int from duty_shift d where d.community_id = s.community_id and d.on_duty_id = s.id),
        'times', (select count(d.minutes)::int from duty_shift d where d.community_id = s.community_id and d.on_duty_id = s.id),
        'areas', coalesce((select json_agg(json_build_object('id', e.id, 'building', ${named}, 'entrance', e.no)
            order by length(b.name), b.name, b.compound_id, e.no)
          from steward_area a join entrance e on e.community_id = a.community_id and e.id = a.entrance_id
            join building b on b.community_id = e.community_id and b.id = e.building_id
          where a.community_id = s.community_id and a.steward_id = s.id and a.to_at is null), '[]')) as view
      from steward s join person p on p.id = s.person_id
      where s.community_id = ${communityId} and s.to_at is null and ${which} order by s.id limit ${limit}`,
  );

const doors = ({ communityId, now, ...scope }: Scope) =>
  rows<{ id: number; building: string; no: number; covered: boolean; captain: boolean }>(
    scope,
    sql`select json_build_object('id', e.id, 'building', ${named}, 'no', e.no, 'covered', exists (select from steward_area a
          where a.community_id = e.community_id and a.entrance_id = e.id and a.to_at is null),
        'captain', exists (select from grants g where g.community_id = e.community_id and g.entrance_id = e.id
          and g.role = 'captain' and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz))) as view
      from entrance e join building b on b.community_id = e.community_id and b.id = e.building_id
      where e.community_id = ${communityId} order by length(b.name), b.name, b.compound_id, e.no`,
  );

interface TurnRead {
  id: number;
  day: Day;
  part: ShiftPart;
  name: string;
  /** Whose turn it was is in the team no more. */
  left: boolean;
  offered: boolean;
  offerWords: string;
  standIn: string | null;
  /** Nobody is there. */
  vacant: boolean;
  /** Who of the team could come instead, where nobody is there. */
  free: { id: number; name: string }[] | null;
  minutes: number | null;
  /** Whoever looks at it served. */
  own: boolean;
}
export interface DeskTurn extends TurnRead {
  begun: boolean;
  over: boolean;
}

/**
 * Turns under way and to come, those without anybody first; `over`: those that were, the oldest that waits for its hours first, then what
 * was written down, the last first.
 */
async function turnsOf(scope: Scope, { over, after }: { over: boolean; after: number | null }) {
  const { communityId: c, now, who } = scope;
  const today = shanghaiDate(now);
  const me = who.kind === 'person' ? who.personId : 0;
  const at = (name: 'd' | 'x') => {
    const d = sql.identifier(name);
    return over
      ? sql`${d}.minutes is not null, case when ${d}.minutes is null then ${d}.day - date '2000-01-01'
          else date '2000-01-01' - ${d}.day end, ${d}.id`
      : sql`${d}.on_duty_id is not null, ${d}.day, array_position(array['morning', 'afternoon', 'evening'], ${d}.part), ${d}.id`;
  };
  const side = over
    ? sql`(d.day < ${today}::date or d.day = ${today}::date and d.part <> all (${sql.param(partsAhead(now))}::text[]))
        and d.day >= ${addDays(today, -BACK)}::date`
    : sql`d.day >= ${today}::date and d.minutes is null`;
  const since =
    after === null
      ? sql``
      : sql`and (${at('d')}) >= (select ${at('x')} from duty_shift x where x.community_id = ${c} and x.id = ${after})`;
  const found = await rows<TurnRead>(
    scope,
    sql`select json_build_object('id', d.id, 'day', d.day, 'part', d.part, 'name', coalesce(p.name, ''),
        'left', s.to_at is not null, 'offered', d.offered_at is not null, 'offerWords', d.offer_words, 'standIn', q.name,
        'vacant', d.on_duty_id is null, 'free', case when d.on_duty_id is null and d.minutes is null then (
          select json_agg(json_build_object('id', f.id, 'name', coalesce(fp.name, '')) order by fp.name, f.id)
            from steward f join person fp on fp.id = f.person_id
           where f.community_id = d.community_id and f.to_at is null and f.id <> d.steward_id
             and not exists (select from duty_shift x where x.community_id = d.community_id and x.day = d.day
               and x.part = d.part and x.on_duty_id = f.id)) end, 'minutes', d.minutes, 'own', coalesce(q.id, p.id) = ${me}) as view
      from duty_shift d join steward s on s.community_id = d.community_id and s.id = d.steward_id
        join person p on p.id = s.person_id
        left join steward t on t.community_id = d.community_id and t.id = d.stand_in_id left join person q on q.id = t.person_id
      where d.community_id = ${c} and ${side} ${since} order by ${at('d')} limit ${PAGE + 2}`,
  );
  const page = pageAfter(found, after, { size: PAGE, key: ({ id }) => id });
  return (
    page && {
      next: page.next,
      turns: page.page.map((turn) => ({ ...turn, begun: startOfPart(turn) <= now, over: endOfPart(turn) <= now })),
    }
  );
}

interface Asked {
  over?: boolean;
  after?: number | null;
  /** The last of the team on the page before. */
  member?: number | null;
}

/** The team, its entrances and those without anybody, and its rota. */
export const deskStewards = query({
  name: 'stewards.desk',
  allow: (who, _: Asked) => maySeeTeam(who),
  read: async (scope, { over = false, after = null, member = null }) => {
    const turns = await turnsOf(scope, { over, after });
    const found = await team(scope, member === null ? sql`true` : sql`s.id >= ${member}`);
    const people = pageAfter(found, member, { size: PAGE, key: ({ id }) => id });
    if (!turns || !people) return undefined;
    const [waiting] = await rows<{ n: number }>(
      scope,
      sql`select json_build_object('n', count(*)) as view from duty_shift d where d.community_id = ${scope.communityId}
        and d.minutes is null and d.on_duty_id is not null and d.day < ${shanghaiDate(scope.now)}::date
        and d.day >= ${addDays(shanghaiDate(scope.now), -BACK)}::date`,
    );
    const all = await doors(scope);
    return {
      team: people.page,
      nextMember: people.next,
      gaps: all.filter(({ covered }) => !covered),
      ...turns,
      waiting: waiting?.n ?? 0,
    };
  },
});

/** One of the team, with the entrances there are. */
export const deskSteward = query({
  name: 'stewards.desk_one',
  allow: (who, _: { no: number }) => maySeeTeam(who),
  read: async (scope, { no }) => {
    const [one] = await team(scope, sql`s.id = ${no}`);
    if (!one) return undefined;
    return {
      ...one,
      shifts: await turnsAhead(scope, no),
      today: shanghaiDate(scope.now),
      entrances: await doors(scope),
    };
  },
});

/** The entrances there are, for whoever joins the team. */
export const newSteward = query({
  name: 'stewards.new',
  allow: (who, _: Record<never, never>) => maySeeTeam(who),
  read: async (scope) => ({ entrances: await doors(scope) }),
});

/** Those of the team who neither live here nor hold an office here any more. */
export const parted = query({
  name: 'stewards.parted',
  allow: (who, _: Record<never, never>) => who.kind === 'system',
  read: ({ communityId, now, ...scope }) =>
    rows<number>(
      scope,
      sql`select to_json(s.id) as view from steward s where s.community_id = ${communityId} and s.to_at is null
        and not ${belongsHere(communityId, sql`s.person_id`, now)} order by s.id`,
    ),
});

/** Those of the team who looked after an entrance as its captain, and are that no more. */
export const freed = query({
  name: 'stewards.freed',
  allow: (who, _: Record<never, never>) => who.kind === 'system',
  read: ({ communityId, now, ...scope }) =>
    rows<number>(
      scope,
      sql`select to_json(a.steward_id) as view from steward_area a where a.community_id = ${communityId}
        and ${officeOver(now)} group by a.steward_id order by a.steward_id`,
    ),
});

/** Captains who are not in the team with what they are captain of. */
export const unjoined = query({
  name: 'stewards.unjoined',
  allow: (who, _: Record<never, never>) => who.kind === 'system',
  read: async (scope) => [...new Set((await captaincies(scope)).map(({ personId }) => personId))],
});
