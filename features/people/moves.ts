import { and, eq, gt, isNull, lte, ne, or } from 'drizzle-orm';
import { openWithGrant } from '@/db/handovers';
import { grants, household, person } from '@/db/schema/people';
import type { Role } from '@/lib/actor';
import type { Database, Scope } from '@/lib/gate';

/** Who holds an office here now, besides one person: whom a name may be taken for. */
export const officeholders = (db: Database, here: { communityId: number; now: Date; besides: number | null }) =>
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

/** The person of this phone, made where there is none; a name somebody has is kept. */
export async function personNamed(db: Database, given: { phone: string; name: string }): Promise<number> {
  await db.insert(person).values(given).onConflictDoNothing();
  const [row] = await db.select({ id: person.id, name: person.name }).from(person).where(eq(person.phone, given.phone));
  if (!row) throw new Error('a person who is not there');
  if (row.name === null) await db.update(person).set({ name: given.name }).where(eq(person.id, row.id));
  return row.id;
}

export async function personOfPhone(db: Database, phone: string): Promise<number | null> {
  const [row] = await db.select({ id: person.id }).from(person).where(eq(person.phone, phone));
  return row?.id ?? null;
}

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
  const there = and(eq(household.communityId, communityId), eq(household.entranceId, entranceId));
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
