import { and, desc, eq, sql } from 'drizzle-orm';
import { building, compound, registerImport } from '@/db/schema/people';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { importRegisterInput } from '../input';
import { type Alike, alike, isLivedIn, isUsed, owners, ROWS_UNKNOWN, together } from '../moves';
import { type RegisterRow, withCompounds } from '../rules';

async function stage({ db }: Scope, rows: readonly Omit<RegisterRow, 'row'>[]): Promise<void> {
  await db.execute(ROWS_UNKNOWN);
  await db.execute(sql`create temp table incoming (compound text, building text, entrance int, door text, area int,
    status text, household bool, owners jsonb, entrance_id int, unit_id int) on commit drop`);
  await db.execute(sql`insert into incoming
    select compound, building, entrance, door, area, status, household, owners
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(compound text, building text, entrance int, door text, area int, status text, household bool, owners jsonb)`);
}

/** Compounds, buildings, entrances and units of the staged rows; answers how many units are new and how many changed. */
async function placeUnits({ db, communityId: c }: Scope): Promise<{ added: number; changed: number }> {
  await db.execute(sql`insert into compound (community_id, name) select distinct ${c}::int, compound from incoming
    on conflict do nothing`);
  await db.execute(sql`insert into building (community_id, compound_id, name)
    select distinct ${c}::int, k.id, i.building from incoming i join compound k on k.community_id = ${c} and k.name = i.compound
    order by k.id, i.building on conflict do nothing`);
  await db.execute(sql`insert into entrance (community_id, building_id, no)
    select distinct ${c}::int, b.id, i.entrance from incoming i join compound k on k.community_id = ${c} and k.name = i.compound
      join building b on b.community_id = ${c} and b.compound_id = k.id and b.name = i.building
    order by b.id, i.entrance on conflict do nothing`);
  await db.execute(sql`update incoming i set entrance_id = e.id
    from compound k, building b, entrance e
    where k.community_id = ${c} and k.name = i.compound and b.community_id = ${c} and b.compound_id = k.id
      and b.name = i.building and e.community_id = ${c} and e.building_id = b.id and e.no = i.entrance`);
  const { rows } = await db.execute<{ added: number; changed: number }>(sql`
    with written as (
      insert into unit (community_id, entrance_id, door, area, status)
      select ${c}::int, entrance_id, door, area, status from incoming order by entrance_id, area, door
      on conflict (community_id, entrance_id, door) do update set area = excluded.area, status = excluded.status
        where (unit.area, unit.status) is distinct from (excluded.area, excluded.status)
      returning xmax = 0 as new)
    select count(*) filter (where new)::int as added, count(*) filter (where not new)::int as changed from written`);
  await db.execute(sql`update incoming i set unit_id = u.id from unit u
    where u.community_id = ${c} and u.entrance_id = i.entrance_id and u.door = i.door`);
  return rows[0] ?? { added: 0, changed: 0 };
}

/**
 * Households of units somebody lives in. Where the sheet says that nobody does, there is none; one that was asked or has
 * spoken stays for that and is asked nothing new; one in which somebody is registered stays as it is.
 */
async function placeHouseholds({ db, communityId: c, now }: Scope): Promise<number> {
  await db.execute(sql`delete from household h using incoming i where h.community_id = ${c} and h.unit_id = i.unit_id
    and not i.household and not (${await isUsed(db, c, sql`h.id`)})`);
  await db.execute(sql`update household h set ended_at = ${now.toISOString()}::timestamptz from incoming i
    where h.community_id = ${c} and h.unit_id = i.unit_id and not i.household and h.ended_at is null
      and not (${isLivedIn(c, sql`h.id`)})`);
  await db.execute(sql`update household h set ended_at = null from incoming i
    where h.community_id = ${c} and h.unit_id = i.unit_id and i.household and h.ended_at is not null`);
  const households = await db.execute(sql`insert into household (community_id, unit_id, entrance_id, building_id)
    select ${c}::int, i.unit_id, i.entrance_id, e.building_id from incoming i
      join entrance e on e.community_id = ${c} and e.id = i.entrance_id
    where i.household order by i.entrance_id, length(i.door), i.door on conflict do nothing`);
  return households.rowCount ?? 0;
}

/** Owners, anew where they changed; of a door that is no more there are none. */
async function placeOwners({ db, communityId: c }: Scope): Promise<number> {
  await db.execute(sql`delete from ownership w using incoming i
    where w.community_id = ${c} and w.unit_id = i.unit_id and i.status = 'gone'`);
  await db.execute(sql`with ${owners(c, sql`incoming`)}
    insert into person (name, phone) select distinct name, phone from said where who = phone on conflict do nothing`);
  const { rowCount } = await db.execute(sql`with ${owners(c, sql`incoming`)},
      one as (${together('said')}), other as (${together('held')}),
      anew as materialized (select one.unit_id from one left join other using (unit_id)
        where (one.known, one.voter) is distinct from (other.known, other.voter)),
      gone as (delete from ownership w using anew where w.community_id = ${c} and w.unit_id = anew.unit_id)
    insert into ownership (community_id, unit_id, person_id, owner_name, share, share_of, voter)
    select ${c}::int, unit_id, who::int, name, 1, (count(*) over (partition by unit_id))::int, place = 1
      from said join anew using (unit_id) order by unit_id, place`);
  return rowCount ?? 0;
}

/** Doors of the sheet that are no more, and in which somebody is registered. */
async function goneButLivedIn({ db, communityId: c }: Scope): Promise<string[]> {
  const { rows } = await db.execute<{
    door: string;
  }>(sql`select i.building || '-' || i.entrance || '-' || i.door as door
    from incoming i join ${keptDoors(c)} u using (compound, building, entrance, door)
    join household h on h.community_id = ${c} and h.unit_id = u.id
   where i.status = 'gone' and ${isLivedIn(c, sql`h.id`)} order by 1 limit 20`);
  return rows.map(({ door }) => door);
}

const keptDoors = (
  c: number,
) => sql`(select u.id, k.name as compound, b.name as building, e.no as entrance, u.door from unit u
  join entrance e on e.community_id = u.community_id and e.id = u.entrance_id
  join building b on b.community_id = u.community_id and b.id = e.building_id
  join compound k on k.community_id = u.community_id and k.id = b.compound_id where u.community_id = ${c})`;

/**
 * 导入户册: all rows of one file or none. The file that was the last is refused as `already_imported` and changes nothing;
 * an earlier one goes back to what it says.
 */
export const importRegister = command({
  act: acts.importRegister,
  input: importRegisterInput,
  facts: async ({ db, communityId }) => {
    await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('register'))`);
    return { communityId };
  },
  run: async (scope) => {
    const { db, community: home, communityId, now, actor, input } = scope;
    const [last] = await db
      .select({ hash: registerImport.hash })
      .from(registerImport)
      .where(eq(registerImport.communityId, communityId))
      .orderBy(desc(registerImport.importedAt))
      .limit(1);
    if (last?.hash.toString('hex') === input.hash) return refuse('already_imported');
    await db.insert(registerImport).values({
      communityId,
      hash: Buffer.from(input.hash, 'hex'),
      rows: input.rows.length,
      importedBy: personOf(actor),
      importedAt: now,
    });
    const known = await db
      .select({ compound: compound.name, building: building.name })
      .from(building)
      .innerJoin(compound, and(eq(compound.communityId, building.communityId), eq(compound.id, building.compoundId)))
      .where(eq(building.communityId, communityId))
      .orderBy(building.compoundId);
    const { rows, unclear } = withCompounds(input.rows, known, home.nameZh);
    const [first] = unclear;
    if (first) return refuse('which_compound', { building: first.building, compounds: first.compounds.join('、') });
    await stage(scope, rows);
    const { rows: doors } = input.apart
      ? { rows: [] }
      : await db.execute<Alike>(sql`${alike(sql`incoming`, keptDoors(communityId))} limit 1`);
    const [like] = doors;
    if (like) return refuse('doors_alike', { ...like, doors: like.doors.join('、') });
    const livedIn = await goneButLivedIn(scope);
    if (livedIn.length > 0) return refuse('door_lived_in', { doors: livedIn.join('、') });
    const units = await placeUnits(scope);
    const households = await placeHouseholds(scope);
    const value = { rows: input.rows.length, ...units, households, owners: await placeOwners(scope) };
    return {
      ok: true,
      value,
      leaf: { subject: 'register', content: { file: input.hash, ...value } },
    };
  },
});
