import { type SQL, sql } from 'drizzle-orm';
import { alike, isLivedIn } from '../moves';

/** So many of a list stand on one page. */
const LISTED = 200;
/** More than any list has. */
const MOST_ROWS = 1_000_000;

export const LISTS = ['shared', 'taken', 'changes', 'doors', 'empty', 'sellers', 'missing', 'alike'] as const;
export type ListName = (typeof LISTS)[number];

/** Of a list its rows, each with a whole number of its own by which they stand in order, and what is told of one. */
interface List {
  from: SQL;
  item: SQL;
}

const PLACE = sql`'building', building, 'entrance', entrance, 'door', door`;

/** The lists of a trial, over the relations of its statement; see `registerPlan`. */
const lists = (c: number, used: SQL): Record<ListName, List> => {
  const named = sql`names n join placed p using (unit_id)`;
  return {
    shared: {
      from: sql`select min(p.row * 100 + n.place) as key, phone, array_agg(distinct name) as names
        from ${named} join shared using (phone) group by phone`,
      item: sql`'phone', phone, 'names', names`,
    },
    taken: {
      from: sql`select min(p.row * 100 + n.place) as key, n.phone, n.name
        from ${named} join said using (unit_id, place) where n.phone is not null and said.who is null
          and not exists (select from shared s where s.phone = n.phone) group by n.phone, n.name`,
      item: sql`'phone', phone, 'name', name`,
    },
    changes: {
      from: sql`select row as key, * from changed`,
      item: sql`'row', row, ${PLACE},
        'area', case when area_other then json_build_array(was_area, area) end,
        'status', case when status_other then json_build_array(was_status, status) end,
        'owners', case when owners_other then json_build_array(owners_was, owners_now) end,
        'voter', case when voter_other then json_build_array(voter_was, voter_now) end,
        'phones', case when phones_other then json_build_array(phones_was, phones_now) end,
        'home', case when home_other then json_build_array(home is not null, household) end`,
    },
    doors: {
      from: sql`select row as key, * from compared x where added and exists (select from known k
        where k.compound = x.compound and k.building = x.building)`,
      item: sql`${PLACE}, 'owners', owners_now`,
    },
    empty: {
      from: sql`select row as key, * from placed where home is not null and not household`,
      item: sql`${PLACE}, 'what', case
          when ${isLivedIn(c, sql`home`)} then case when status = 'gone' then 'barred' else 'lived' end
          when ${used} then 'ends' else 'goes' end`,
    },
    sellers: {
      from: sql`select l.id as key, p.building, p.entrance, p.door, held.name from placed p join held on held.unit_id = p.id
        join residency l on l.community_id = ${c} and l.household_id = p.home and l.person_id::text = held.who
          and l.to_at is null
        where not exists (select from said where said.unit_id = p.id and said.name = held.name)`,
      item: sql`${PLACE}, 'name', name, 'resident', key`,
    },
    missing: {
      from: sql`select row_number() over (order by length(building), building, compound, entrance, length(door), door) as key, k.*
        from known k where exists (select from sheet s where s.compound = k.compound
            and s.building = k.building and s.entrance = k.entrance)
          and not exists (select from placed p where p.id = k.id)`,
      item: PLACE,
    },
    alike: {
      from: sql`select row_number() over (order by length(building), building, entrance, doors) as key, a.*
        from (${alike(sql`sheet`, sql`known`)}) a`,
      item: sql`'building', building, 'entrance', entrance, 'doors', doors`,
    },
  };
};

/** Which rows: of one list those after a page of it, of every list the first page, or all. */
export interface Which {
  list?: ListName | undefined;
  after?: number | undefined;
  whole?: boolean | undefined;
}

/** Each list as JSON: how many there are, what is told of the first, and after which the next page begins. */
export function listed(c: number, used: SQL, { list, after = 0, whole = false }: Which): SQL {
  const all = lists(c, used);
  const most = whole ? MOST_ROWS : LISTED;
  return sql.join(
    LISTS.filter((name) => (list ?? name) === name).map(
      (name) => sql`${name}::text, (select json_build_object('count', coalesce(max(total), 0),
          'next', case when max(total) > ${most} then max(key) end,
          'items', coalesce(json_agg(json_build_object(${all[name].item}) order by key), '[]'))
        from (select x.*, row_number() over (order by key) as n, count(*) over () as total
          from (${all[name].from}) x where key > ${after}) page where n <= ${most})`,
    ),
    sql`, `,
  );
}
