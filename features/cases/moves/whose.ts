import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { building, entrance, household, unit } from '@/db/schema/people';
import { has } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import type { CasePlace } from '../policy';
import { homeFrom } from '../rules';

type Whose = CasePlace & { buildingId: number | null; unknownHome?: 'no_such_home' | 'several_such_homes' };
type Asked = Pick<Scope, 'db' | 'communityId' | 'who'>;

interface Told {
  building?: number | undefined;
  household?: number | undefined;
  home?: string;
}

/** Homes of one community by what is asked of them; two are as good as many. */
const homesWhere = ({ db, communityId }: Asked, ...which: (SQL | undefined)[]) =>
  db
    .select({ id: household.id, entranceId: household.entranceId, buildingId: household.buildingId })
    .from(household)
    .innerJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, household.buildingId)))
    .where(and(eq(household.communityId, communityId), ...which))
    .limit(2);

/** The home somebody named: in the building that was chosen, or that they named too. */
export async function homeSaid(scope: Asked, { home, building: chosen }: Told) {
  const said = homeFrom(home ?? '');
  if (!said) return [];
  return homesWhere(
    scope,
    isNull(household.endedAt),
    eq(unit.door, said.door),
    said.entrance === undefined ? undefined : eq(entrance.no, said.entrance),
    said.building === undefined ? undefined : eq(building.name, said.building),
    chosen === undefined ? undefined : eq(building.id, chosen),
  );
}

/** The entrances a matter is of: of a building, or where a captain names none those they answer for. */
async function entrancesOf({ db, communityId, who }: Asked, chosen: number | undefined) {
  const asOffice = has(who, 'social-worker', 'hotline');
  const ids = who.kind === 'person' && !asOffice ? who.grants.flatMap(({ entranceId }) => entranceId ?? []) : [];
  if (chosen === undefined && ids.length === 0) return [];
  return db
    .select({ id: entrance.id, buildingId: entrance.buildingId })
    .from(entrance)
    .where(
      and(
        eq(entrance.communityId, communityId),
        chosen === undefined ? inArray(entrance.id, ids) : eq(entrance.buildingId, chosen),
      ),
    );
}

/** Whose a case is: of a home, of a building, or of nobody in particular. */
export async function wherePut(scope: Scope, told: Told): Promise<Whose | undefined> {
  if (told.household || told.home) {
    const found = told.household
      ? await homesWhere(scope, eq(household.id, told.household))
      : await homeSaid(scope, told);
    const [home, another] = found;
    if (!home && told.household) return undefined;
    if (!home || another)
      return {
        household: null,
        entranceIds: [],
        buildingId: null,
        unknownHome: another ? 'several_such_homes' : 'no_such_home',
      };
    if (told.building && told.building !== home.buildingId) return undefined;
    return { household: home, entranceIds: [home.entranceId], buildingId: home.buildingId };
  }
  const doors = await entrancesOf(scope, told.building);
  if (told.building && doors.length === 0) return undefined;
  const buildings = new Set(doors.map(({ buildingId }) => buildingId));
  const [only = null] = buildings.size === 1 ? buildings : [];
  return { household: null, entranceIds: doors.map(({ id }) => id), buildingId: told.building ?? only };
}
