import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { CommunitySettings } from '@/db/schema/people';
import type { Role } from '@/lib/actor';
import { closePool, travelTo } from '@/lib/database';
import { env } from '@/lib/env';
import type { Call } from '@/lib/gate';

/** Commands under test log in as `seed`, so that a test can say what time it is. Import this file first. */
process.env.TONGXIN_CONNECT_AS_SEED = '1';

const LONG_AGO = '2000-01-01T00:00:00+08:00';

export const usualSettings: CommunitySettings = {
  reach: [2, 3],
  agree: [2, 3],
  roundDays: 7,
  noticeDays: 7,
  callbackFloor: [2, 3],
};

export interface BuildingPlan {
  name: string;
  entrances: number;
  doorsPerEntrance: number;
}

let ownerPool: pg.Pool | undefined;

/** Runs SQL as the owner of the database, for arranging and for looking behind the commands. */
export async function sql<T extends pg.QueryResultRow = pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  ownerPool ??= new pg.Pool({ connectionString: env.databaseUrl, max: 4 });
  return (await ownerPool.query<T>(text, values)).rows;
}

async function one<T>(text: string, values: unknown[]): Promise<T> {
  const [row] = await sql<{ id: T }>(text, values);
  if (!row) throw new Error(`no row: ${text}`);
  return row.id;
}

/** Ends every connection; give it to `after`. */
export async function closeAll(): Promise<void> {
  travelTo(undefined);
  await closePool();
  await ownerPool?.end();
  ownerPool = undefined;
}

interface Home {
  building: string;
  householdId: number;
  unitId: number;
  entranceId: number;
  buildingId: number;
  entranceNo: number;
  door: string;
}

const houses: BuildingPlan[] = [
  { name: '14', entrances: 2, doorsPerEntrance: 12 },
  { name: '15', entrances: 2, doorsPerEntrance: 12 },
];

async function build(communityId: number, buildings: BuildingPlan[]): Promise<Home[]> {
  const compoundId = await one<number>('insert into compound (community_id, name) values ($1, $2) returning id', [
    communityId,
    '一区',
  ]);
  const homes: Home[] = [];
  for (const plan of buildings) {
    const buildingId = await one<number>(
      'insert into building (community_id, compound_id, name) values ($1, $2, $3) returning id',
      [communityId, compoundId, plan.name],
    );
    for (let entranceNo = 1; entranceNo <= plan.entrances; entranceNo += 1) {
      const entranceId = await one<number>(
        'insert into entrance (community_id, building_id, no) values ($1, $2, $3) returning id',
        [communityId, buildingId, entranceNo],
      );
      const rows = await sql<{ unit_id: number; id: number; door: string }>(
        `with units as (
           insert into unit (community_id, entrance_id, door, area)
           select $1, $2, (floor * 100 + place)::text, 8000 + floor * 10 + place
             from generate_series(1, $3) n, lateral (select (n - 1) / 4 + 1 as floor, (n - 1) % 4 + 1 as place) at
           returning id, door, area),
         owners as (
           insert into ownership (community_id, unit_id, owner_name)
           select $1, id, '业主' || $5 || '-' || $4::text || '-' || door from units),
         homes as (
           insert into household (community_id, unit_id, entrance_id, building_id)
           select $1, id, $2, $6 from units order by area returning id, unit_id)
         select homes.id, homes.unit_id, units.door from homes join units on units.id = homes.unit_id order by homes.id`,
        [communityId, entranceId, plan.doorsPerEntrance, entranceNo, plan.name, buildingId],
      );
      for (const row of rows)
        homes.push({
          building: plan.name,
          householdId: row.id,
          unitId: row.unit_id,
          entranceId,
          buildingId,
          entranceNo,
          door: row.door,
        });
    }
  }
  return homes;
}

let counter = 0;

/** One after another from somewhere: in one process none comes twice, and two processes hardly meet. */
let digits = randomBytes(4).readUInt32BE() % 1_000_000_000;
function nineDigits(): string {
  digits = (digits + 1) % 1_000_000_000;
  return String(digits).padStart(9, '0');
}

/** A mobile number nobody has. */
export const newPhone = (): string => `13${nineDigits()}`;

/** A person with a name and a phone number nobody else has. */
export async function makePerson(name = '测试人'): Promise<number> {
  counter += 1;
  const phone = `19${nineDigits()}`;
  return one<number>('insert into person (name, phone, created_at) values ($1, $2, $3) returning id', [
    `${name}${counter}`,
    phone,
    LONG_AGO,
  ]);
}

/** From now on commands live at this moment: a Date, or a day or moment in Shanghai (`2022-03-05`, `2022-03-05T09:00`). */
export function at(when: Date | string | undefined): void {
  if (when === undefined || when instanceof Date) travelTo(when);
  else travelTo(new Date(when.includes('T') ? `${when}:00+08:00` : `${when}T09:00:00+08:00`));
}

/**
 * A community of its own for one test, on the real database. Everybody has lived there and held their role since 2000.
 * Buildings have the doors 101, 102, 103, 104, 201 …; `household('14', 0)` is the first door of entrance 1.
 */
export async function makeCommunity(
  options: { buildings?: BuildingPlan[]; settings?: Partial<CommunitySettings> } = {},
) {
  const slug = `t-${randomBytes(6).toString('hex')}`;
  const communityId = await one<number>(
    `insert into community (slug, name_zh, name_en, settings, created_at) values ($1, '测试社区', 'Test', $2, $3) returning id`,
    [slug, JSON.stringify({ ...usualSettings, ...options.settings }), LONG_AGO],
  );
  await sql('insert into ledger_head (community_id) values ($1)', [communityId]);
  const homes = await build(communityId, options.buildings ?? houses);

  const homeOf = (householdId: number): Home => {
    const home = homes.find((known) => known.householdId === householdId);
    if (!home) throw new Error(`no household ${householdId} in ${slug}`);
    return home;
  };
  const of = (building: string): Home[] => homes.filter((home) => home.building === building);
  const nth = (building: string, index: number): Home => {
    const home = of(building)[index];
    if (!home) throw new Error(`building ${building} has no household ${index}`);
    return home;
  };
  const grant = async (personId: number, role: Role, entranceId: number | null = null): Promise<number> =>
    one<number>(
      'insert into grants (community_id, person_id, role, entrance_id, from_at) values ($1, $2, $3, $4, $5) returning id',
      [communityId, personId, role, entranceId, LONG_AGO],
    );

  return {
    slug,
    communityId,
    at,
    sql,
    /** The id of the household at this place of the building, from 0. */
    household: (building: string, index: number): number => nth(building, index).householdId,
    households: (building: string): number[] => of(building).map((home) => home.householdId),
    /** Where a household is: its unit, entrance, building, door. */
    home: homeOf,
    buildingId: (building: string): number => nth(building, 0).buildingId,
    /** The id of an entrance, counted from 1 as on the door. */
    entrance: (building: string, no: number): number => {
      const home = of(building).find((known) => known.entranceNo === no);
      if (!home) throw new Error(`building ${building} has no entrance ${no}`);
      return home.entranceId;
    },
    /** A new person who lives there. */
    resident: async (householdId: number): Promise<number> => {
      const personId = await makePerson('居民');
      await sql('insert into residency (community_id, household_id, person_id, from_at) values ($1, $2, $3, $4)', [
        communityId,
        homeOf(householdId).householdId,
        personId,
        LONG_AGO,
      ]);
      return personId;
    },
    /** A new person with a role for the whole community. */
    staff: async (role: Exclude<Role, 'captain'>): Promise<number> => {
      const personId = await makePerson(role);
      await grant(personId, role);
      return personId;
    },
    /** A new person who is captain of these entrances. */
    captain: async (...entranceIds: number[]): Promise<number> => {
      const personId = await makePerson('楼门长');
      for (const entranceId of entranceIds) await grant(personId, 'captain', entranceId);
      return personId;
    },
    grant,
    /** Somebody who neither lives nor works here. */
    outsider: (): Promise<number> => makePerson('路人'),
    /** The call of a command by this person here. */
    by: (person: number, key?: string): Call => ({ by: { person }, community: slug, ...(key && { key }) }),
    bySystem: (job: string, key?: string): Call => ({ by: { system: job }, community: slug, ...(key && { key }) }),
    byImport: (key?: string): Call => ({ by: { import: true }, community: slug, ...(key && { key }) }),
    byVisitor: (): Call => ({ by: { visitor: true }, community: slug }),
    /** The record so far, oldest first. */
    leaves: (): Promise<{ seq: string; act: string; subject: string; content: string | null }[]> =>
      sql(
        `select l.seq, l.act, l.subject, c.content from ledger_leaf l
           left join ledger_content c using (community_id, seq) where l.community_id = $1 order by l.seq`,
        [communityId],
      ),
    /** Jobs waiting whose payload names this `community`, by slug or id. */
    jobs: (): Promise<{ task: string; payload: Record<string, unknown>; runAt: Date; key: string | null }[]> =>
      sql(
        `select t.identifier as task, j.payload, j.run_at as "runAt", j.key
           from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where j.payload->>'community' in ($1, $2) order by j.run_at, j.id`,
        [slug, String(communityId)],
      ),
  };
}

export type TestCommunity = Awaited<ReturnType<typeof makeCommunity>>;
