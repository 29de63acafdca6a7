import { and, desc, eq, isNotNull, notInArray, type SQL, sql } from 'drizzle-orm';
import { building } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import type { Who } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { homeSaid } from '../moves/whose';
import { mayReadCases } from '../policy';
import { categoriesOf, leaves } from './categories';

export interface Spot {
  value: string;
  name: string;
  /** Of an entrance. */
  entrance: number | null;
  kind: 'place' | 'building' | 'entrance';
}

/** What a case can be said to be at: places people have a name for, then the buildings, each with its entrances. */
const spotsOf = (scope: Scope) =>
  rows<Spot>(
    scope,
    sql`select json_build_object('value', x.kind || '-' || x.id, 'name', x.name, 'entrance', x.no, 'kind', x.kind) as view
      from (select 'place' as kind, p.id, p.name, null::int as no, 0 as turn, p.id as within from named_place p
          where p.community_id = ${scope.communityId} and p.retired_at is null
        union all select 'building', b.id, b.name, null, 1, b.id from building b where b.community_id = ${scope.communityId}
        union all select 'entrance', e.id, b.name, e.no, 1, b.id from entrance e
          join building b on b.community_id = e.community_id and b.id = e.building_id
          where e.community_id = ${scope.communityId}) x
      order by x.turn, case when x.turn = 1 then length(x.name) end, case when x.turn = 1 then x.name end, x.within,
        x.no nulls first limit 600`,
  );

async function buildingsOf({ db, communityId }: Scope) {
  return db
    .select({ id: building.id, name: building.name })
    .from(building)
    .where(eq(building.communityId, communityId))
    .orderBy(sql`length(${building.name})`, building.name);
}

/** What the form of somebody's own case needs: the household they speak for; null when they live elsewhere. */
export const caseChoices = query({
  name: 'case.choices',
  allow: (who) => who.kind === 'person',
  read: async (scope, _: Record<never, never>) => {
    const homes = scope.who.kind === 'person' ? scope.who.households : [];
    return {
      spots: await spotsOf(scope),
      near: homes.map(({ entranceId }) => entranceId),
      categories: leaves(await categoriesOf(scope)),
      home: homes[0]?.householdId ?? null,
    };
  },
});

export interface HomeAt {
  id: number;
  building: string;
  entrance: number;
  entranceId: number;
  door: string;
}

/** Homes somebody lives in, by what is asked of them. */
export const homesAt = (scope: Pick<Scope, 'db' | 'communityId'>, which: SQL) =>
  rows<HomeAt>(
    scope,
    sql`select json_build_object('id', h.id, 'building', b.name, 'entrance', e.no, 'entranceId', e.id, 'door', u.door) as view
      from household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
        join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
        join building b on b.community_id = h.community_id and b.id = h.building_id
      where h.community_id = ${scope.communityId} and h.ended_at is null and ${which}
      order by length(b.name), b.name, e.no, length(u.door), u.door limit 500`,
  );

const entrancesOf = (who: Who): number[] =>
  who.kind === 'person'
    ? who.grants.flatMap(({ role, entranceId }) => (role === 'captain' && entranceId !== null ? [entranceId] : []))
    : [];

/** What a captain's form at the door offers: the homes of their entrances. */
export const doorCaseChoices = query({
  name: 'case.door_choices',
  allow: (who) => entrancesOf(who).length > 0,
  read: async (scope, _: Record<never, never>) => ({
    spots: await spotsOf(scope),
    near: entrancesOf(scope.who),
    categories: leaves(await categoriesOf(scope)),
    homes: await homesAt(scope, sql`h.entrance_id = any (${sql.param(entrancesOf(scope.who))}::int[])`),
  }),
});

/** What the desk's forms offer: the buildings, and the proposals a case can be put with. */
export const deskCaseChoices = query({
  name: 'case.desk_choices',
  allow: (who) => mayReadCases(who),
  read: async (scope, _: Record<never, never>) => {
    const proposals = await scope.db
      .select({ no: proposal.no, title: proposal.title })
      .from(proposal)
      .where(
        and(
          eq(proposal.communityId, scope.communityId),
          isNotNull(proposal.no),
          notInArray(proposal.state, ['draft', 'merged']),
        ),
      )
      .orderBy(desc(proposal.no))
      .limit(100);
    return {
      buildings: await buildingsOf(scope),
      spots: await spotsOf(scope),
      categories: leaves(await categoriesOf(scope)),
      proposals: proposals.map(({ no, title }) => ({ no: no ?? 0, title })),
    };
  },
});

/** The home somebody is told of at the desk, where it is one alone. */
export const homeNamed = query({
  name: 'case.home_named',
  allow: (who, _: { home: string; building?: number | undefined }) => mayReadCases(who),
  read: async (scope, told) => {
    if (told.home === '') return undefined;
    const [home, another] = await homeSaid(scope, told);
    return another ? undefined : home?.id;
  },
});
