import { and, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { apiKey } from '@/db/schema/keys';
import { community, grants, residency } from '@/db/schema/people';
import type { Person, Role, Who } from './actor';

/**
 * Who calls: a signed-in person, a job, an import from the command line, a program by the hash of its key, or somebody who
 * is not signed in.
 */
export type By = { person: number } | { system: string } | { import: true } | { key: string } | { visitor: true };

/** A call in a community. `key` is the idempotency key: the same key with the same body gets the same answer. */
export interface Call {
  by: By;
  community: string;
  key?: string;
  /**
   * What the form has shown that the act undoes, as it carries it; empty: nothing yet. Absent where nobody is shown
   * anything: jobs, the command line, the seed.
   */
  undoes?: string;
}

/** What a query or command works in: one transaction, one community, one moment of the database's clock. */
export interface Scope {
  db: Database;
  community: typeof community.$inferSelect;
  communityId: number;
  now: Date;
  who: Who;
}

/** The moment of the database's clock. */
export async function clock(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(sql`select to_json(moment())#>>'{}' as now`);
  return new Date(rows[0]?.now ?? Number.NaN);
}

type Standing = Pick<Person, 'grants' | 'households'>;

/**
 * Whoever acts holds their duties until the act is done: a dismissal waits, or has come first. Whether it came first is
 * asked of the clock once they are held: who had to wait for the dismissal began before it.
 */
async function heldFast(db: Database, communityId: number, personId: number, now: Date): Promise<Person['grants']> {
  const held = await db
    .select({ id: grants.id, role: grants.role, entranceId: grants.entranceId, to: grants.to })
    .from(grants)
    .where(
      and(
        eq(grants.communityId, communityId),
        eq(grants.personId, personId),
        lte(grants.from, now),
        or(isNull(grants.to), gt(grants.to, now)),
      ),
    )
    .for('share');
  const later = held.some((grant) => grant.to !== null) ? await clock(db) : now;
  return held
    .filter(({ to }) => to === null || to > later)
    .map(({ id, role, entranceId }) => ({ id, role: role as Role, entranceId }));
}

/** And the homes they speak for, likewise. */
async function livingFast(db: Database, communityId: number, personId: number, homes: Person['households']) {
  if (homes.length === 0) return homes;
  const held = await db
    .select({ householdId: residency.householdId })
    .from(residency)
    .where(and(eq(residency.communityId, communityId), eq(residency.personId, personId), isNull(residency.to)))
    .for('share');
  return homes.filter((home) => held.some(({ householdId }) => householdId === home.householdId));
}

/** The program whose key this is, until its act is done; a key that is not known, or withdrawn, is nobody's. */
async function machineOf(db: Database, communityId: number, hash: string, lock: boolean): Promise<Who> {
  const held = db
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(
      and(
        ...[eq(apiKey.communityId, communityId), eq(apiKey.hash, Buffer.from(hash, 'hex'))],
        isNull(apiKey.withdrawnAt),
      ),
    );
  const [key] = await (lock ? held.for('share') : held);
  return key ? { kind: 'machine', keyId: key.id } : { kind: 'visitor' };
}

/** From here this transaction may touch rows of these communities, and of no others. */
export const entering = (communities: SQL) => sql`set_config('tongxin.communities', (${communities})::text, true)`;

/** For the one command that makes a community: its first rows lie in it. */
export async function enterNew(db: Database, communityId: number): Promise<void> {
  await db.execute(sql`select ${entering(sql`array[${communityId}::integer]`)}`);
}

/** For what the installation does to itself, whatever community it lies in. */
export async function enterEvery(db: Database): Promise<void> {
  await db.execute(sql`select ${entering(sql`select coalesce(array_agg(${community.id}), '{}') from ${community}`)}`);
}

/** Every community a person has to do with, for what concerns that person over all of them. */
export async function enterAll(db: Database, personId: number | null): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(
    sql`select to_json(moment())#>>'{}' as now, ${entering(sql`communities_of(${personId})`)}`,
  );
  return new Date(rows[0]?.now ?? Number.NaN);
}

/** Every community in which a person holds an office, entered at once; and as whom. */
export async function enterOffices(db: Database, personId: number): Promise<Scope[]> {
  const own = sql`communities_of(${personId})`;
  const found = await db
    .select({
      row: community,
      now: sql<string>`to_json(moment())#>>'{}'`,
      entered: entering(own),
      standing: sql<Standing>`standing_of(${community.id}, ${personId}, moment())`,
    })
    .from(community)
    .where(sql`${community.id} = any (${own})`)
    .orderBy(community.slug);
  return found
    .filter(({ standing }) => standing.grants.length > 0)
    .map(({ row, now, standing }) => ({
      db,
      community: row,
      communityId: row.id,
      now: new Date(now),
      who: { kind: 'person', personId, ...standing },
    }));
}

/** No community has another name. */
const SLUG = /^[a-z0-9-]{1,80}$/;

/** Who calls, and where; undefined: there is no such community. `lock`: they hold their duties and homes until the transaction ends. */
export async function enter(db: Database, call: Call, lock: boolean): Promise<Scope | undefined> {
  const { by } = call;
  if (!SLUG.test(call.community)) return undefined;
  const personId = 'person' in by ? by.person : null;
  const [found] = await db
    .select({
      row: community,
      now: sql<string>`to_json(moment())#>>'{}'`,
      entered: entering(sql`array[${community.id}]`),
      standing:
        personId !== null
          ? sql<Standing>`standing_of(${community.id}, ${personId}, moment())`
          : sql<Standing>`'{"grants": [], "households": []}'::json`,
    })
    .from(community)
    .where(eq(community.slug, call.community));
  if (!found) return undefined;
  const { row, standing } = found;
  const now = new Date(found.now);
  const person = async (id: number): Promise<Person> => ({
    kind: 'person',
    personId: id,
    ...standing,
    ...(lock && {
      grants: await heldFast(db, row.id, id, now),
      households: await livingFast(db, row.id, id, standing.households),
    }),
  });
  const who: Who =
    'person' in by
      ? await person(by.person)
      : 'system' in by
        ? { kind: 'system', job: by.system }
        : 'import' in by
          ? { kind: 'import' }
          : 'key' in by
            ? await machineOf(db, row.id, by.key, lock)
            : { kind: 'visitor' };
  return { db, community: row, communityId: row.id, now, who };
}
