import { and, desc, eq, sql } from 'drizzle-orm';
import { building, compound, registerImport } from '@/db/schema/people';
import { query } from '@/lib/query';
import { keptRows } from '@/lib/sheet/kept';
import { type Alike, isLivedIn, isUsed, owners, ROWS_UNKNOWN, together } from '../moves';
import { mayImport } from '../policy';
import { type Emptied, type RegisterRow, type UnitStatus, withCompounds } from '../rules';
import { LISTS, type ListName, listed, type Which } from './plan-lists';

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
  /** Whether somebody lives there. */
  home: [boolean, boolean] | null;
}

/** What is told door by door, or number by number. */
export interface Lists extends Record<ListName, unknown[]> {
  changes: Change[];
  /** New doors of buildings there are. */
  doors: (Place & { owners: string | null })[];
  /** Numbers that stand beside several names: none of them is given it. */
  shared: { phone: string; names: string[] }[];
  /** Numbers that somebody of another name has: the owner is written down without it. */
  taken: { phone: string; name: string }[];
  /** Doors that are kept and that the sheet does not have, in entrances it has. They stay. */
  missing: Place[];
  /** Doors where the sheet says that nobody lives, and there is a household. */
  empty: (Place & { what: Emptied })[];
  /** Who sells and is still registered as living there. */
  sellers: (Place & { name: string; resident: number })[];
  /** New doors that look like another one of their entrance. */
  alike: Alike[];
}

interface Counts {
  added: number;
  changed: number;
  same: number;
  /** At how many doors owners, whose vote it is, and telephones change. */
  owners: number;
  voters: number;
  phones: number;
  /** At how many doors a household begins or ends. */
  homes: number;
  /** Doors the sheet says are no more, and in which somebody is registered: it cannot be brought in. */
  barred: number;
  /** Buildings nobody had heard of, with their doors. */
  buildings: { compound: string; building: string; units: number }[];
}

/** How many there are, and after which of them the next page begins. */
interface Extent {
  count: number;
  next: number | null;
}

type Found = Counts & { listed: { [L in ListName]?: Extent & { items: Lists[L] } } };

interface Asked extends Which {
  hash: string;
  /** Without them those of the sheet whoever asks has sent in. */
  rows?: readonly RegisterRow[];
}

/**
 * What a file would do, without doing it: of each list a page, or of one the page asked for. `imported`: it is the last that was; `before`: when it was imported last, others
 * since.
 */
export const registerPlan = query({
  name: 'register.plan',
  allow: (who) => mayImport(who) !== null,
  read: async ({ db, communityId: c, community: home, who }, file: Asked) => {
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
    const { rows } = await db.execute<{ plan: Found }>(sql`
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
            one.known is distinct from other.known and one.names is not distinct from other.names as phones_other,
            case when p.id is null then false when household then home is null
              else home is not null and not ${isLivedIn(c, sql`home`)} end as home_other
          from placed p left join one using (unit_id) left join other using (unit_id)),
      changed as materialized (select * from compared
        where not added and (area_other or status_other or owners_other or voter_other or phones_other or home_other))
      select json_build_object(
        'added', (select count(*) from compared where added),
        'changed', (select count(*) from changed),
        'same', (select count(*) from compared where not added) - (select count(*) from changed),
        'owners', (select count(*) from changed where owners_other),
        'voters', (select count(*) from changed where voter_other),
        'phones', (select count(*) from changed where phones_other),
        'homes', (select count(*) from changed where home_other),
        'barred', (select count(*) from placed where status = 'gone' and ${isLivedIn(c, sql`home`)}),
        'buildings', coalesce((select json_agg(json_build_object('compound', compound, 'building', building, 'units', units)
            order by compound, length(building), building)
          from (select compound, building, count(*) as units from sheet s where not exists
            (select from known k where k.compound = s.compound and k.building = s.building) group by 1, 2) anew), '[]'),
        'listed', json_build_object(${listed(c, await isUsed(db, c, sql`home`), file)})
      ) as plan`);
    const plan = rows[0]?.plan;
    const before = mine > 0 ? (imports[mine]?.at ?? null) : null;
    if (!plan) return undefined;
    const { listed: found, ...counts } = plan;
    const each = <T>(of: (name: ListName) => T) => Object.fromEntries(LISTS.map((name) => [name, of(name)]));
    const items = each((name) => found[name]?.items ?? []) as unknown as Lists;
    const lists = each((name) => ({ count: found[name]?.count ?? 0, next: found[name]?.next ?? null })) as Record<
      ListName,
      Extent
    >;
    return { ...counts, ...items, lists, imported: mine === 0, before, unclear: placed.unclear };
  },
});
