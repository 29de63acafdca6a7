import { and, eq, gt, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { openWithGrant } from '@/db/handovers';
import { grants, household, joinRequest, person, residency, unit } from '@/db/schema/people';
import { lockProposalById } from '@/features/proposals/moves';
import { comparedFor, spokenFor } from '@/features/proposals/moves/spoken';
import type { Role } from '@/lib/actor';
import type { Database, Scope } from '@/lib/gate';
import { lookalikeOf } from '@/lib/lookalike';
import { DOTS } from '@/lib/names';
import { ok, type Result, refuse } from '@/lib/result';

/** Who holds an office here now, besides one person: whom a name may be taken for. */
export const officeholders = (db: Database, here: { communityId: number; now: Date; besides: number | null }) => {
  const held = db
    .select({ id: grants.personId })
    .from(grants)
    .where(and(eq(grants.communityId, here.communityId), or(isNull(grants.to), gt(grants.to, here.now))));
  return db
    .select({ personId: person.id, name: person.name })
    .from(person)
    .where(
      and(
        // As an array, so that the way begins at the offices of this community and not at everybody's.
        sql`${person.id} = any (array(${held}))`,
        here.besides === null ? undefined : ne(person.id, here.besides),
      ),
    );
};

/** The person of this phone, made where there is none; a name somebody has is kept. */
export async function personNamed(
  db: Database,
  given: { phone: string; name: string },
): Promise<Result<number, 'name_other'>> {
  await db.insert(person).values(given).onConflictDoNothing();
  const [row] = await db.select({ id: person.id, name: person.name }).from(person).where(eq(person.phone, given.phone));
  if (!row) throw new Error('a person who is not there');
  if (row.name === null) await db.update(person).set({ name: given.name }).where(eq(person.id, row.id));
  else if (lookalikeOf(given.name, [row]) === undefined) return refuse('name_other', undefined, { name: 'name_other' });
  return ok(row.id);
}

export async function personOfPhone(db: Database, phone: string): Promise<number | null> {
  const [row] = await db.select({ id: person.id }).from(person).where(eq(person.phone, phone));
  return row?.id ?? null;
}

/** Whether the register has the person's own number as an owner's of this unit: what a name somebody types cannot prove. */
export const ownsIt = sql<boolean>`exists (select 1 from ownership o where o.community_id = ${unit.communityId}
  and o.unit_id = ${unit.id} and o.person_id = ${person.id})`;

/** What somebody called themself where they said where they live; else what they are called. */
export const nameGiven = sql<string | null>`coalesce(nullif(${joinRequest.name}, ''), ${person.name})`;

/** Households of an entrance that nobody goes round to but the holder of this grant. */
async function doorsOf(db: Database, { communityId, entranceId, id }: typeof grants.$inferSelect, now: Date) {
  if (entranceId === null) return 0;
  const others = await db.$count(
    grants,
    and(
      ...[eq(grants.communityId, communityId), eq(grants.entranceId, entranceId), ne(grants.id, id)],
      ...[lte(grants.from, now), or(isNull(grants.to), gt(grants.to, now))],
    ),
  );
  const there = and(
    ...[eq(household.communityId, communityId), eq(household.entranceId, entranceId), isNull(household.endedAt)],
  );
  return others > 0 ? 0 : await db.$count(household, there);
}

/** A grant, locked, with what is open with its holder once it is. */
export async function lockGrant({ db, communityId, now }: Scope, input: { grant: number }) {
  const [row] = await db
    .select()
    .from(grants)
    .where(and(eq(grants.communityId, communityId), eq(grants.id, input.grant)))
    .for('update');
  return (
    row && { ...row, role: row.role as Role, open: await openWithGrant(db, row), doors: await doorsOf(db, row, now) }
  );
}

/** Somebody who is or was registered as living somewhere, with what they said for that home that may still count. */
export async function residentOf({ db, communityId }: Pick<Scope, 'db' | 'communityId'>, input: { resident: number }) {
  const [row] = await db
    .select({
      id: residency.id,
      personId: residency.personId,
      householdId: residency.householdId,
      confirmedBy: residency.confirmedBy,
      from: residency.from,
      to: residency.to,
      entranceId: household.entranceId,
    })
    .from(residency)
    .innerJoin(household, and(eq(household.communityId, communityId), eq(household.id, residency.householdId)))
    .where(and(eq(residency.communityId, communityId), eq(residency.id, input.resident)));
  if (!row) return undefined;
  const said = await spokenFor(db, { communityId, ...row, since: row.from });
  const compared = await comparedFor(db, { communityId, ...row, since: row.from });
  return {
    ...row,
    spoken: said.map(({ id }) => id),
    compared: compared.map(({ id }) => id),
    matters: new Set([...said, ...compared].map(({ proposalId }) => proposalId)),
  };
}

/** The same, locked: first that they live there, so that they say nothing more, then the matters they spoke in, then the home. */
export async function lockResident(scope: Scope, input: { resident: number }) {
  const { db, communityId } = scope;
  await db
    .select({ id: residency.id })
    .from(residency)
    .where(and(eq(residency.communityId, communityId), eq(residency.id, input.resident)))
    .for('update');
  const found = await residentOf(scope, input);
  if (!found) return undefined;
  for (const proposalId of [...found.matters].sort((a, b) => a - b))
    await lockProposalById(db, communityId, proposalId);
  await db
    .select({ id: household.id })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, found.householdId)))
    .for('update');
  return residentOf(scope, input);
}

/** A name as kept, with the one dot that names of a sheet are read with. */
const dotted = (column: SQL) => sql`translate(${column}, ${DOTS.typed}, ${DOTS.one})`;

/**
 * Owners as a sheet says them and as they are kept, for `with …`: `said` (unit_id, place from 1, name, phone, who), `held`
 * (unit_id, name, who, voter, phone), and `shared`, the numbers that stand beside several names. `who` is the person, or
 * the number of one who is still to be made; null where it is nobody's: a number that somebody of another name has, or that
 * several would have. Where a sheet says no number, the one that is kept stays.
 *
 * @param incoming a relation with `unit_id` and `owners`, a list of `{ name, phone }` whose first has the vote
 */
export const owners = (communityId: number, incoming: SQL): SQL => sql`
  names as materialized (select i.unit_id, o.place, o.owner->>'name' as name, o.owner->>'phone' as phone
    from ${incoming} i cross join jsonb_array_elements(i.owners) with ordinality o(owner, place)),
  shared as materialized (select phone from names where phone is not null group by phone having count(distinct name) > 1),
  held as materialized (select w.unit_id, ${dotted(sql`w.owner_name`)} as name, w.person_id::text as who, w.voter, p.phone
    from ownership w left join person p on p.id = w.person_id where w.community_id = ${communityId}),
  said as materialized (select n.unit_id, n.place, n.name, coalesce(n.phone, h.phone) as phone, case
      when n.phone is null then h.who
      when p.id is null then case when s.phone is null then n.phone end
      when ${dotted(sql`p.name`)} = n.name or (p.name is null and s.phone is null) then p.id::text end as who
    from names n left join person p on p.phone = n.phone left join shared s on s.phone = n.phone
    left join (select unit_id, name, min(who) as who, min(phone) as phone from held group by unit_id, name) h
      on n.phone is null and h.unit_id = n.unit_id and h.name = n.name)`;

/** Each unit's owners of `said` or `held` in one row, to be compared: their names, whose they are, and who votes. */
export const together = (from: 'said' | 'held'): SQL => {
  const first = from === 'said' ? sql`place = 1` : sql`voter`;
  return sql`select unit_id, array_agg(name order by name) as names, array_agg(name || '/' || coalesce(who, '') order by name, who) as known,
      min(name) filter (where ${first}) as voter,
      string_agg(name, '、' order by ${first} desc, name) as text, string_agg(phone, '、' order by ${first} desc, name) as phones
    from ${sql.identifier(from)} group by unit_id`;
};

/**
 * What a sheet says has no statistics: the database takes it for a hundred rows and would look through all of them for each.
 * Until the end of the transaction it joins by hashing.
 */
export const ROWS_UNKNOWN = sql`set local enable_nestloop = off`;

/** Doors of one entrance that look alike. */
export type Alike = {
  building: string;
  entrance: number;
  doors: string[];
};

/** A door without what writes the same one differently: capitals, noughts, its building and entrance before it. */
const bare = sql`regexp_replace(regexp_replace(lower(door), '^(?:[^-]+-)?0*' || entrance || '-', ''), '^0+(?=[0-9])', '')`;

/** New doors of a sheet that differ from another door there only in how they are written: relations of the sheet and of what is kept. */
export const alike = (sheet: SQL, kept: SQL): SQL => sql`
  select building, entrance, array_agg(distinct door order by door) as doors
    from (select s.*, ${bare} as bare, false as kept from (select compound, building, entrance, door from ${sheet}) s
        union all select k.*, ${bare}, true from (select compound, building, entrance, door from ${kept}) k) doors
   group by compound, building, entrance, bare having count(distinct door) > greatest(1, count(distinct door) filter (where kept))`;

/** Whether somebody is registered as living there. */
export const isLivedIn = (communityId: number, household: SQL): SQL =>
  sql`exists (select from residency l where l.community_id = ${communityId} and l.household_id = ${household} and l.to_at is null)`;

/** Whether anything hangs on a household, as the database's own references say: somebody lives there, or something was said. */
export async function isUsed(db: Database, communityId: number, household: SQL): Promise<SQL> {
  const { rows } = await db.execute<{ table: string; column: string }>(sql`
    select c.relname as table, a.attname as column from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'community_id'
     where k.contype = 'f' and k.confrelid = 'household'::regclass order by 1, 2`);
  const used = rows.map(
    ({ table, column }) =>
      sql`exists (select from ${sql.identifier(table)} x where x.community_id = ${communityId} and x.${sql.identifier(column)} = ${household})`,
  );
  return sql.join(used, sql` or `);
}
