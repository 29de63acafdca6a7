import { and, desc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { openWithGrant } from '@/db/handovers';
import { ledgerHead } from '@/db/schema/ledger';
import {
  building,
  type CommunitySettings,
  community,
  compound,
  entrance,
  grants,
  household,
  joinRequest,
  person,
  registerImport,
  residency,
  unit,
} from '@/db/schema/people';
import { term } from '@/db/schema/terms';
import { writeLetters } from '@/features/letters/moves';
import { personOf, type Role } from '@/lib/actor';
import { addDays, startOfDay } from '@/lib/calendar';
import { accountCommand, command, type Database, enterNew, type Scope } from '@/lib/gate';
import { append } from '@/lib/ledger';
import { lookalikeOf, sameLetters } from '@/lib/lookalike';
import { refuse } from '@/lib/result';
import {
  createCommunityInput,
  decideJoinInput,
  giveGrantInput,
  importRegisterInput,
  joinInput,
  openTermInput,
  refuseJoinInput,
  revokeGrantInput,
} from './input';
import { letters } from './letters';
import { mayAskToJoin, mayDecideJoin, mayGrant, mayImport, mayOpenTerm } from './policy';
import {
  checkBuilding,
  checkGrant,
  checkJoin,
  checkName,
  checkSlug,
  DOTS,
  doorSpellings,
  type RegisterRow,
  withCompounds,
} from './rules';

/** What a community starts with: two in three heard, two in three agreeing, a week for a round and for a notice. */
export const startSettings: CommunitySettings = {
  reach: [2, 3],
  agree: [2, 3],
  roundDays: 7,
  noticeDays: 7,
  callbackFloor: [2, 3],
};

/** A new community with its settings and the head of its record. Only from the command line: nobody is signed in there. */
export const createCommunity = accountCommand({
  act: 'community.create',
  input: createCommunityInput,
  allow: (personId) => personId === null,
  run: async ({ db, now, input }) => {
    const slug = checkSlug(input.slug);
    if (!slug.ok) return slug;
    const { compound: _, ...names } = input;
    const [row] = await db
      .insert(community)
      .values({ ...names, settings: startSettings, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: community.id });
    if (!row) return refuse('slug_taken');
    await enterNew(db, row.id);
    await db.insert(ledgerHead).values({ communityId: row.id });
    const content = { slug: input.slug, settings: { ...startSettings }, actor: { as: 'import' } };
    const leaf = { subject: `community/${input.slug}`, content };
    await append(db, row.id, { act: 'community.create', leaf, personId: null, now });
    return { ok: true, value: { id: row.id, slug: input.slug }, changed: ['/communities', input.slug] };
  },
});

async function stage({ db }: Scope, rows: readonly Omit<RegisterRow, 'row'>[]): Promise<void> {
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
    on conflict do nothing`);
  await db.execute(sql`insert into entrance (community_id, building_id, no)
    select distinct ${c}::int, b.id, i.entrance from incoming i join compound k on k.community_id = ${c} and k.name = i.compound
      join building b on b.community_id = ${c} and b.compound_id = k.id and b.name = i.building
    on conflict do nothing`);
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

/** A name as kept, with the one dot that names of a sheet are read with. */
const dotted = (column: 's.owner_name' | 'p.name') => sql`translate(${sql.raw(column)}, ${DOTS.typed}, ${DOTS.one})`;

/** Households of units somebody lives in; owners anew where their names or number changed. */
async function placePeople({ db, communityId: c }: Scope): Promise<{ households: number; owners: number }> {
  const households = await db.execute(sql`insert into household (community_id, unit_id, entrance_id, building_id)
    select ${c}::int, i.unit_id, i.entrance_id, e.building_id from incoming i
      join entrance e on e.community_id = ${c} and e.id = i.entrance_id
    where i.household order by i.entrance_id, length(i.door), i.door on conflict do nothing`);
  await db.execute(sql`insert into person (name, phone)
    select distinct on (o->>'phone') o->>'name', o->>'phone' from incoming, jsonb_array_elements(owners) o
    where o->>'phone' is not null order by o->>'phone', o->>'name' on conflict do nothing`);
  await db.execute(sql`delete from ownership w using incoming i where w.community_id = ${c} and w.unit_id = i.unit_id
    and (select array_agg(${dotted('s.owner_name')} order by ${dotted('s.owner_name')}) from ownership s
          where s.community_id = ${c} and s.unit_id = i.unit_id)
      is distinct from (select array_agg(o->>'name' order by o->>'name') from jsonb_array_elements(i.owners) o)`);
  const owners = await db.execute(sql`
    insert into ownership (community_id, unit_id, person_id, owner_name, share, share_of, voter)
    select ${c}::int, i.unit_id, p.id, o.owner->>'name', 1, jsonb_array_length(i.owners), o.place = 1
      from incoming i cross join jsonb_array_elements(i.owners) with ordinality o(owner, place)
      left join person p on p.phone = o.owner->>'phone'
        and coalesce(${dotted('p.name')}, o.owner->>'name') = o.owner->>'name'
    where not exists (select 1 from ownership w where w.community_id = ${c} and w.unit_id = i.unit_id)
    order by i.unit_id, o.place`);
  return { households: households.rowCount ?? 0, owners: owners.rowCount ?? 0 };
}

/** 导入户册: all rows of one file or none. The same file twice is refused as `already_imported` and changes nothing. */
export const importRegister = command({
  act: 'register.import',
  input: importRegisterInput,
  subject: async ({ db, communityId }) => {
    await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('register'))`);
    return { communityId };
  },
  allow: mayImport,
  run: async (scope) => {
    const { db, community: home, communityId, now, actor, input } = scope;
    const entered = await db
      .insert(registerImport)
      .values({
        communityId,
        hash: Buffer.from(input.hash, 'hex'),
        rows: input.rows.length,
        importedBy: personOf(actor),
        importedAt: now,
      })
      .onConflictDoNothing();
    if (entered.rowCount === 0) return refuse('already_imported');
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
    const units = await placeUnits(scope);
    const people = await placePeople(scope);
    const value = { rows: input.rows.length, ...units, ...people };
    return {
      ok: true,
      value,
      leaf: { subject: 'register', content: { file: input.hash, ...value } },
    };
  },
});

/** Who holds an office here now, besides one person: whom a name may be taken for. */
const officeholders = (db: Database, here: { communityId: number; now: Date; besides: number | null }) =>
  db
    .selectDistinct({ personId: person.id, name: person.name })
    .from(grants)
    .innerJoin(person, eq(person.id, grants.personId))
    .where(
      and(
        eq(grants.communityId, here.communityId),
        or(isNull(grants.to), gt(grants.to, here.now)),
        here.besides === null ? undefined : ne(person.id, here.besides),
      ),
    );

/** 申请入户: somebody says behind which door they live; the captain there or a social worker confirms it. */
export const askToJoin = command({
  act: 'household.join',
  input: joinInput,
  subject: async ({ db, communityId }, input) => {
    const meant = await db
      .select({ id: building.id, compound: compound.name })
      .from(building)
      .innerJoin(compound, and(eq(compound.communityId, building.communityId), eq(compound.id, building.compoundId)))
      .where(
        and(
          eq(building.communityId, communityId),
          or(
            eq(building.name, input.building),
            eq(sql`${compound.name} || '/' || ${building.name}`, input.building),
            eq(sql`${compound.name} || ' ' || ${building.name}`, input.building),
          ),
        ),
      )
      .orderBy(building.compoundId);
    const [home] = await db
      .select({ id: household.id })
      .from(household)
      .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
      .innerJoin(entrance, and(eq(entrance.communityId, unit.communityId), eq(entrance.id, unit.entranceId)))
      .where(
        and(
          eq(household.communityId, communityId),
          eq(household.buildingId, meant[0]?.id ?? 0),
          eq(entrance.no, input.entrance),
          inArray(unit.door, doorSpellings(input.door)),
        ),
      )
      .orderBy(desc(eq(unit.door, input.door)))
      .limit(1);
    return { compounds: meant.map((one) => one.compound), householdId: home?.id ?? null };
  },
  allow: mayAskToJoin,
  races: { join_once: 'already_asked' },
  run: async ({ db, communityId, now, actor, input, subject, who }) => {
    const { compounds, householdId } = subject;
    const personId = personOf(actor);
    const meant = checkBuilding(compounds);
    if (!meant.ok) return meant;
    if (householdId === null || personId === null) return refuse('no_such_door', undefined, { door: 'no_such_door' });
    const open = await db.$count(
      joinRequest,
      and(eq(joinRequest.personId, personId), eq(joinRequest.state, 'requested')),
    );
    const livesThere = who.kind === 'person' && who.households.some((home) => home.householdId === householdId);
    const checked = checkJoin({ livesThere, open });
    if (!checked.ok) return checked;
    const named = checkName(input.name);
    if (!named.ok) return named;
    const alike = lookalikeOf(input.name, await officeholders(db, { communityId, now, besides: personId }));
    if (alike?.name && !sameLetters(alike.name, input.name))
      return refuse('invalid', undefined, { name: 'name_lookalike' });
    await db
      .update(person)
      .set({ name: input.name })
      .where(and(eq(person.id, personId), isNull(person.name)));
    const [row] = await db
      .insert(joinRequest)
      .values({ communityId, householdId, personId, note: input.note, requestedAt: now })
      .returning({ id: joinRequest.id });
    const request = row?.id ?? 0;
    return {
      ok: true,
      value: { request },
      leaf: { subject: `join/${request}`, content: { state: 'requested' } },
      changed: [],
    };
  },
});

async function lockRequest({ db, communityId }: Scope, input: { request: number }) {
  const [row] = await db
    .select()
    .from(joinRequest)
    .where(and(eq(joinRequest.communityId, communityId), eq(joinRequest.id, input.request)))
    .for('update');
  if (!row) return undefined;
  const [home] = await db
    .select({ entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, communityId), eq(household.id, row.householdId)))
    .for('update');
  return home && { ...row, entranceId: home.entranceId };
}

/** 确认入户: from now on this person speaks for the household. Those who already live there are told. */
export const confirmJoin = command({
  act: 'household.confirm',
  input: decideJoinInput,
  subject: lockRequest,
  allow: mayDecideJoin,
  run: async ({ db, communityId, now, actor, subject }) => {
    if (subject.state !== 'requested') return refuse('already_decided');
    const { householdId, personId } = subject;
    const decidedBy = personOf(actor);
    await db
      .update(joinRequest)
      .set({ state: 'confirmed', decidedBy, decidedAt: now })
      .where(and(eq(joinRequest.communityId, communityId), eq(joinRequest.id, subject.id)));
    await db
      .insert(residency)
      .values({ communityId, householdId, personId, confirmedBy: decidedBy, from: now })
      .onConflictDoNothing();
    const here = { db, communityId, now };
    const about = { no: subject.id, detail: {} };
    await writeLetters(here, letters.join_confirmed, [{ to: { person: personId }, ...about }]);
    await writeLetters(here, letters.household_joined, [{ to: { household: householdId }, ...about }]);
    return {
      ok: true,
      value: { request: subject.id },
      leaf: { subject: `join/${subject.id}`, content: { state: 'confirmed' } },
      changed: [],
    };
  },
});

export const refuseJoin = command({
  act: 'household.refuse',
  input: refuseJoinInput,
  subject: lockRequest,
  allow: mayDecideJoin,
  run: async ({ db, communityId, now, actor, input, subject }) => {
    if (subject.state !== 'requested') return refuse('already_decided');
    await db
      .update(joinRequest)
      .set({ state: 'refused', reason: input.reason, decidedBy: personOf(actor), decidedAt: now })
      .where(and(eq(joinRequest.communityId, communityId), eq(joinRequest.id, subject.id)));
    const { personId } = subject;
    await writeLetters({ db, communityId, now }, letters.join_refused, [
      { to: { person: personId }, no: subject.id, detail: { reason: input.reason } },
    ]);
    return {
      ok: true,
      value: { request: subject.id },
      leaf: { subject: `join/${subject.id}`, content: { state: 'refused' } },
      changed: [],
    };
  },
});

async function personNamed(db: Database, given: { phone: string; name: string }): Promise<number> {
  await db.insert(person).values(given).onConflictDoNothing();
  const [row] = await db.select({ id: person.id, name: person.name }).from(person).where(eq(person.phone, given.phone));
  if (!row) throw new Error('a person who is not there');
  if (row.name === null) await db.update(person).set({ name: given.name }).where(eq(person.id, row.id));
  return row.id;
}

async function known(db: Database, phone: string): Promise<number | null> {
  const [row] = await db.select({ id: person.id }).from(person).where(eq(person.phone, phone));
  return row?.id ?? null;
}

/** 授权: a role for a person of this phone, who need not have signed in yet. */
export const giveGrant = command({
  act: 'grant.give',
  input: giveGrantInput,
  subject: async ({ db, communityId }, input) => {
    await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('grants'))`);
    const [door] = input.entrance
      ? await db
          .select({ building: building.name, no: entrance.no })
          .from(entrance)
          .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
          .where(and(eq(entrance.communityId, communityId), eq(entrance.id, input.entrance)))
      : [];
    if (input.entrance && !door) return undefined;
    return {
      ...{ personId: await known(db, input.phone), role: input.role, entranceId: input.entrance ?? null },
      door: door ? { building: door.building, entrance: door.no } : null,
    };
  },
  allow: mayGrant,
  run: async ({ db, communityId, now, actor, input, subject }) => {
    const { role, entranceId } = subject;
    const alike =
      'personId' in actor && input.alike === undefined
        ? lookalikeOf(input.name, await officeholders(db, { communityId, now, besides: subject.personId }))
        : undefined;
    if (alike?.name) return refuse('name_alike', { name: alike.name }, { name: 'name_alike' });
    const personId = await personNamed(db, { phone: input.phone, name: input.name });
    const held = await db
      .select({ role: grants.role, entranceId: grants.entranceId })
      .from(grants)
      .where(
        and(
          eq(grants.communityId, communityId),
          eq(grants.personId, personId),
          or(isNull(grants.to), gt(grants.to, now)),
        ),
      );
    const checked = checkGrant(
      { role, entranceId },
      held.map((one) => ({ role: one.role as Role, entranceId: one.entranceId })),
    );
    if (!checked.ok) return checked;
    const to = input.until ? startOfDay(addDays(input.until, 1)) : null;
    if (to && to <= now) return refuse('until_past', undefined, { until: 'not_past' });
    const [row] = await db
      .insert(grants)
      .values({ communityId, personId, role, entranceId, from: now, to, givenBy: personOf(actor) })
      .returning({ id: grants.id });
    const grant = row?.id ?? 0;
    await writeLetters({ db, communityId, now }, letters.grant_given, [
      { to: { person: personId }, no: grant, detail: { role, at: subject.door } },
    ]);
    return {
      ok: true,
      value: { grant },
      leaf: { subject: `grant/${grant}`, content: { role, entrance: entranceId, until: input.until ?? null } },
      changed: [],
    };
  },
});

/** 收回授权, where nothing is open with its holder: bites on the next click, and waits for acts already under way (they hold the grant `for share`). */
export const revokeGrant = command({
  act: 'grant.revoke',
  input: revokeGrantInput,
  subject: async ({ db, communityId }, input) => {
    const [row] = await db
      .select()
      .from(grants)
      .where(and(eq(grants.communityId, communityId), eq(grants.id, input.grant)))
      .for('update');
    return row && { ...row, role: row.role as Role };
  },
  allow: mayGrant,
  run: async ({ db, communityId, now, input, subject }) => {
    if (subject.to && subject.to <= now) return refuse('already_over');
    const open = await openWithGrant(db, subject, now);
    if (open.length > 0) return refuse('handover_first', { count: open.length });
    await db
      .update(grants)
      .set({ to: now })
      .where(and(eq(grants.communityId, communityId), eq(grants.id, subject.id)));
    const { personId, role } = subject;
    await writeLetters({ db, communityId, now }, letters.grant_revoked, [
      { to: { person: personId }, no: subject.id, detail: { reason: input.reason } },
    ]);
    return {
      ok: true,
      value: { grant: subject.id },
      leaf: { subject: `grant/${subject.id}`, content: { role, entrance: subject.entranceId, over: true } },
      changed: [],
    };
  },
});

/** 任期: the governance secretary's months here, and the grant that ends with them. */
export const openTerm = command({
  act: 'term.open',
  input: openTermInput,
  subject: async ({ db }, input) => ({ personId: await known(db, input.phone) }),
  allow: mayOpenTerm,
  races: { term_no_overlap: 'term_overlaps' },
  run: async ({ db, communityId, now, actor, input }) => {
    if (input.to < input.from) return refuse('term_backwards', undefined, { to: 'term_backwards' });
    const personId = await personNamed(db, { phone: input.phone, name: input.name });
    const { cohort, post, from, to } = input;
    const [row] = await db
      .insert(term)
      .values({ communityId, personId, cohort, post, from, to })
      .returning({ id: term.id });
    const role = 'governance-secretary';
    const givenBy = personOf(actor);
    const until = startOfDay(addDays(to, 1));
    const [given] = await db
      .insert(grants)
      .values({ communityId, personId, role, from: startOfDay(from), to: until, givenBy })
      .returning({ id: grants.id });
    await writeLetters({ db, communityId, now }, letters.grant_given, [
      { to: { person: personId }, no: given?.id ?? 0, detail: { role, at: null } },
    ]);
    const id = row?.id ?? 0;
    return {
      ok: true,
      value: { term: id },
      leaf: { subject: `term/${id}`, content: { cohort, from, to } },
      changed: [],
    };
  },
});
