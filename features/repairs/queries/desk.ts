import { and, asc, eq, ne, notInArray, type SQL, sql } from 'drizzle-orm';
import { caseLink, cases } from '@/db/schema/cases';
import { building, entrance, household, unit } from '@/db/schema/people';
import { repairBatch, repairUnit } from '@/db/schema/repairs';
import type { UNIT_SOURCES } from '@/db/words/repairs';
import { asItHangs } from '@/features/cases/facts';
import { buildingNamed } from '@/features/people/facts';
import { knownOf } from '@/features/proposals/moves';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { repairFacts } from '../facts';
import { listable } from '../moves';
import { mayList, mayReadUnits } from '../policy';
import { MOST_AT_ONCE, UNIT_STATES, type UnitState } from '../rules';

export const home = {
  building: buildingNamed('building'),
  entrance: entrance.no,
  door: unit.door,
};

/** A home as it stands on the list at the desk. */
export interface ListedHome {
  id: number;
  building: string;
  entrance: number;
  door: string;
  batch: number | null;
  source: (typeof UNIT_SOURCES)[number];
  what: string;
  state: UnitState;
  repairOn: string | null;
  warrantyTo: string | null;
  again: number;
}

interface Part {
  after?: number | null;
  states?: readonly UnitState[];
  /** Those in no batch first. */
  loose?: boolean;
}

/** Homes of a list, batch by batch and door by door; as many as are worked on at once. */
async function homesOf(
  { communityId, ...scope }: Scope,
  repairId: number,
  { after = null, states = UNIT_STATES, loose = false }: Part,
) {
  const from = sql`repair_unit n join household h on h.community_id = n.community_id and h.id = n.household_id
    join unit u on u.community_id = h.community_id and u.id = h.unit_id
    join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
    join building b on b.community_id = h.community_id and b.id = h.building_id`;
  const at = sql`coalesce(n.batch_id, ${loose ? 0 : 2147483647}::int), length(b.name), b.name, b.id, e.no, length(u.door), u.door, n.id`;
  const here = (which: SQL) => sql`n.community_id = ${communityId} and n.repair_id = ${repairId} and ${which}`;
  const since =
    after === null ? sql`true` : sql`(${at}) >= (select ${at} from ${from} where ${here(sql`n.id = ${after}`)})`;
  const found = await rows<ListedHome>(
    scope,
    sql`select json_build_object('id', n.id, 'building', ${buildingNamed('b')}, 'entrance', e.no, 'door', u.door,
        'batch', n.batch_id, 'source', n.source, 'what', n.what, 'state', n.state, 'repairOn', n.repair_on,
        'warrantyTo', n.warranty_to, 'again', n.again) as view
      from ${from} where ${here(sql`n.state = any (${sql.param([...states])}::text[])`)} and ${since}
      order by ${at} limit ${MOST_AT_ONCE + 2}`,
  );
  return pageAfter(found, after, { size: MOST_AT_ONCE, key: ({ id }) => id });
}

const batchesOf = ({ db, communityId }: Scope, repairId: number) =>
  db
    .select({
      id: repairBatch.id,
      no: repairBatch.no,
      contractor: repairBatch.contractor,
      from: repairBatch.from,
      to: repairBatch.to,
    })
    .from(repairBatch)
    .where(and(eq(repairBatch.communityId, communityId), eq(repairBatch.repairId, repairId)))
    .orderBy(asc(repairBatch.no));

/** The list of a proposal, home by home, with what its acts are asked about. */
export const deskRepair = query({
  name: 'repairs.desk',
  allow: (who, _: { no: number; after?: number | null }) => mayReadUnits(who),
  read: async (scope, { no, ...part }) => {
    const facts = await knownOf(scope, no, repairFacts);
    if (!facts) return undefined;
    const { repair } = facts;
    const found = repair ? await homesOf(scope, repair.id, part) : { page: [], next: null };
    return (
      found && {
        asked: { facts, who: scope.who, now: scope.now },
        units: found.page,
        next: found.next,
        batches: repair ? await batchesOf(scope, repair.id) : [],
      }
    );
  },
});
export type DeskRepair = NonNullable<Awaited<ReturnType<typeof deskRepair>>>;

/** The first homes of a list that are at one of these states. */
export const homesAt = query({
  name: 'repairs.homes',
  allow: (who, _: Part & { repair: number }) => mayReadUnits(who),
  read: async (scope, { repair, ...part }) => (await homesOf(scope, repair, part))?.page ?? [],
});

/** Cases of the proposal of homes that are not on the list yet. */
export const casesToList = query({
  name: 'repairs.cases',
  allow: (who, _: { proposal: number; repair: number }) => mayList(who) !== null,
  read: async ({ db, communityId }, { proposal, repair }) => {
    const listed = db
      .select({ id: repairUnit.householdId })
      .from(repairUnit)
      .where(
        and(
          ...[eq(repairUnit.communityId, communityId), eq(repairUnit.repairId, repair)],
          ne(repairUnit.state, 'dropped'),
        ),
      );
    return db
      .select({ ...home, no: cases.no, title: asItHangs(sql`cases`).title })
      .from(caseLink)
      .innerJoin(cases, and(eq(cases.communityId, caseLink.communityId), eq(cases.id, caseLink.caseId)))
      .innerJoin(household, and(eq(household.communityId, communityId), eq(household.id, cases.householdId)))
      .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
      .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)))
      .where(and(listable(communityId, proposal), notInArray(household.id, listed)))
      .orderBy(asc(cases.no))
      .limit(MOST_AT_ONCE);
  },
});
