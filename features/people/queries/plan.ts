import { and, desc, eq, sql } from 'drizzle-orm';
import { building, compound, registerImport } from '@/db/schema/people';
import { query } from '@/lib/query';
import { keptRows } from '@/lib/sheet/kept';
import { type Alike, alike, isLivedIn, isUsed, owners, ROWS_UNKNOWN, together } from '../moves';
import { mayImport } from '../policy';
import { type Emptied, type RegisterRow, type UnitStatus, withCompounds } from '../rules';

/** So many changes are named one by one; of the others there is a number. */
const LISTED = 1000;

interface Place {
  building: string;
  entrance: number;
  door: string;
}

/** A door of the sheet at which something changes: what is kept, and what the sheet says. Null: the same. */
export interface Change extends Place {
  row: number;
  area: [number, number] | null;
  status: [UnitStatus, UnitStatus] | null;
  owners: [string, string] | null;
  voter: [string, string] | null;
  phones: [string | null, string | null] | null;
}

/** What importing a file would do. */
export interface Plan {
  added: number;
  changed: number;
  same: number;
  /** At how many doors owners, whose vote it is, and telephones change. */
  owners: number;
  voters: number;
  phones: number;
  changes: Change[];
  /** Buildings nobody had heard of, with their doors. */
  buildings: { compound: string; building: string; units: number }[];
  /** Numbers that stand beside several names: none of them is given it. */
  shared: { phone: string; names: string[] }[];
  /** Numbers that somebody of another name has: the owner is written down without it. */
  taken: { phone: string; name: string }[];
  /** Doors that are kept and that the sheet does not have, in entrances it has. They stay. */
  missing: Place[];
  /** Doors where the sheet says that nobody lives, and there is a household. */
  empty: (Place & { what: Emptied })[];
  /** Who sells and is still registered as living there. */
  sellers: (Place & { name: string })[];
  /** New doors that look like another one of their entrance. */
  alike: Alike[];
}

/**
 * What a file would do, without doing it. Without `rows` those of the sheet whoever asks has sent in. `imported`: it is the
 * last that was; `before`: when it was imported last, others since.
 */
export const registerPlan = query({
  name: 'register.plan',
  allow: (who) => mayImport(who) !== null,
  read: async ({ db, communityId: c, community: home, who }, file: { hash: string; rows?: readonly RegisterRow[] }) => {
    const personId = who.kind === 'person' ? who.personId : 0;
    const kept = { personId, community: home.slug, sheet: 'register', hash: file.hash };
    const said = file.rows ? sql`${JSON.stringify(file.rows)}::jsonb` : keptRows(kept);
    const buildings = await db
      .select({ compound: compound.name, building: building.name })
      .from(building)
      .innerJoin(compound, and(eq(compound.communityId, building.communityId), eq(compound.id, building.compoundId)))
      .where(eq(building.communityId, c))
      .orderBy(building.compoundId);
    const { rows: named } = await db.execute<{ compound: string; building: string }>(
      sql`select distinct compound, building from jsonb_to_recordset(${said}) as r(compound text, building text)
        order by compound, building`,
    );
    const placed = withCompounds(named, buildings, home.nameZh);
    const places = named.map(({ compound: said, building }, at) => ({
      said,
      building,
      compound: placed.rows[at]?.compound,
    }));
    const imports = await db
      .select({ hash: registerImport.hash, at: registerImport.importedAt })
      .from(registerImport)
      .where(eq(registerImport.communityId, c))
      .orderBy(desc(registerImport.importedAt));
    const mine = imports.findIndex(({ hash }) => hash.toString('hex') === file.hash);
    await db.execute(ROWS_UNKNOWN);
    const { rows } = await db.execute<{ plan: Plan }>(sql`
      with sheet as materialized (
        select r.row, p.compound, r.building, r.entrance, r.door, r.area, r.status, r.household, r.owners
          from jsonb_to_recordset(${said}) as r(row int, compound text, building text, entrance int, door text, area int,
            status text, household bool, owners jsonb)
          join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(said text, building text, compound text)
            on p.said = r.compound and p.building = r.building),
      known as materialized (
        select u.id, k.name as compound, b.name as building, e.no as entrance, u.door, u.area, u.status, h.id as household
          from unit u join entrance e on e.community_id = u.community_id and e.id = u.entrance_id
          join building b on b.community_id = u.community_id and b.id = e.building_id
          join compound k on k.community_id = u.community_id and k.id = b.compound_id
          left join household h on h.community_id = u.community_id and h.unit_id = u.id and h.ended_at is null
         where u.community_id = ${c}),
      placed as materialized (
        select s.*, k.id, coalesce(k.id, -s.row) as unit_id, k.area as was_area, k.status as was_status, k.household as home
          from sheet s left join known k on k.compound = s.compound and k.building = s.building
            and k.entrance = s.entrance and k.door = s.door),
      ${owners(c, sql`placed`)},
      one as (${together('said')}), other as (${together('held')}),
      compared as materialized (
        select p.*, p.id is null as added, one.text as owners_now, other.text as owners_was,
            one.voter as voter_now, other.voter as voter_was, one.phones as phones_now, other.phones as phones_was,
            p.area is distinct from p.was_area as area_other, p.status is distinct from p.was_status as status_other,
            one.names is distinct from other.names as owners_other,
            one.names is not distinct from other.names and one.voter is distinct from other.voter as voter_other,
            one.known is distinct from other.known and one.names is not distinct from other.names as phones_other
          from placed p left join one using (unit_id) left join other using (unit_id)),
      changed as materialized (select * from compared
        where not added and (area_other or status_other or owners_other or voter_other or phones_other))
      select json_build_object(
        'added', (select count(*) from compared where added),
        'changed', (select count(*) from changed),
        'same', (select count(*) from compared where not added) - (select count(*) from changed),
        'owners', (select count(*) from changed where owners_other),
        'voters', (select count(*) from changed where voter_other),
        'phones', (select count(*) from changed where phones_other),
        'changes', coalesce((select json_agg(json_build_object('row', row, 'building', building, 'entrance', entrance,
            'door', door,
            'area', case when area_other then json_build_array(was_area, area) end,
            'status', case when status_other then json_build_array(was_status, status) end,
            'owners', case when owners_other then json_build_array(owners_was, owners_now) end,
            'voter', case when voter_other then json_build_array(voter_was, voter_now) end,
            'phones', case when phones_other then json_build_array(phones_was, phones_now) end) order by row)
          from (select * from changed order by row limit ${LISTED}) listed), '[]'),
        'buildings', coalesce((select json_agg(json_build_object('compound', compound, 'building', building, 'units', units)
            order by compound, length(building), building)
          from (select compound, building, count(*) as units from sheet s where not exists
            (select from known k where k.compound = s.compound and k.building = s.building) group by 1, 2) anew), '[]'),
        'shared', coalesce((select json_agg(json_build_object('phone', phone, 'names', names) order by phone)
          from (select phone, array_agg(distinct name) as names from names join shared using (phone) group by 1
            limit ${LISTED}) several), '[]'),
        'taken', coalesce((select json_agg(json_build_object('phone', phone, 'name', name) order by phone)
          from (select distinct phone, name from said where phone is not null and said.who is null and not exists (select from shared s where s.phone = said.phone) limit ${LISTED}) theirs),
          '[]'),
        'missing', coalesce((select json_agg(json_build_object('building', building, 'entrance', entrance, 'door', door)
            order by length(building), building, entrance, length(door), door)
          from (select * from known k where exists (select from sheet s where s.compound = k.compound
              and s.building = k.building and s.entrance = k.entrance)
            and not exists (select from placed p where p.id = k.id) limit ${LISTED}) left_out), '[]'),
        'empty', coalesce((select json_agg(json_build_object('building', building, 'entrance', entrance, 'door', door,
            'what', case when ${isLivedIn(c, sql`home`)} then case when status = 'gone' then 'barred' else 'lived' end
              when ${await isUsed(db, c, sql`home`)} then 'ends' else 'goes' end) order by row)
          from (select * from placed where home is not null and not household limit ${LISTED}) vacant), '[]'),
        'sellers', coalesce((select json_agg(json_build_object('building', building, 'entrance', entrance, 'door', door,
            'name', name) order by row, name)
          from (select p.row, p.building, p.entrance, p.door, held.name from placed p join held on held.unit_id = p.id
              join residency l on l.community_id = ${c} and l.household_id = p.home and l.person_id::text = held.who
                and l.to_at is null
             where not exists (select from said where said.unit_id = p.id and said.name = held.name)
             limit ${LISTED}) selling), '[]'),
        'alike', coalesce((select json_agg(a) from (${alike(sql`sheet`, sql`known`)} limit ${LISTED}) a), '[]')
      ) as plan`);
    const plan = rows[0]?.plan;
    const before = mine > 0 ? (imports[mine]?.at ?? null) : null;
    return plan && { ...plan, imported: mine === 0, before, unclear: placed.unclear };
  },
});
