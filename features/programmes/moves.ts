import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { occasion as occasions, programme as programmes, signUp } from '@/db/schema/programmes';
import { writeLetters } from '@/features/letters/moves';
import type { Scope } from '@/lib/gate';
import type { LetterSort } from '@/lib/letters';
import { letters } from './letters';
import { advance } from './rules';

type Here = Pick<Scope, 'db' | 'communityId' | 'now'>;

/** A date by its number or its row, held until the transaction ends, and what is known of it. */
export async function lockOccasion(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  which: { no: number } | { id: number },
) {
  const is = 'no' in which ? eq(occasions.no, which.no) : eq(occasions.id, which.id);
  const [row] = await db
    .select()
    .from(occasions)
    .where(and(eq(occasions.communityId, communityId), is))
    .for('update');
  if (!row) return undefined;
  const [of] = await db
    .select({ no: programmes.no, title: programmes.title, place: programmes.place })
    .from(programmes)
    .where(and(eq(programmes.communityId, communityId), eq(programmes.id, row.programmeId)));
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from sign_up s
    where s.community_id = ${communityId} and s.occasion_id = ${row.id} and s.state <> 'withdrawn' and s.household_id is not null`);
  return of && { ...row, of, title: of.title, place: of.place, households: rows[0]?.n ?? 0 };
}
export type Locked = NonNullable<Awaited<ReturnType<typeof lockOccasion>>>;

/** What is taken of each slot, and who waits for it, the longest first. */
async function stand({ db, communityId }: Here, id: number, slot: number) {
  const here = and(eq(signUp.communityId, communityId), eq(signUp.occasionId, id), eq(signUp.slot, slot));
  const rows = await db
    .select({ id: signUp.id, heads: signUp.heads, state: signUp.state, household: signUp.householdId })
    .from(signUp)
    .where(here)
    .orderBy(asc(signUp.id));
  const sum = (state: string) => rows.reduce((n, row) => n + (row.state === state ? row.heads : 0), 0);
  return { taken: sum('taken'), waiting: rows.filter((row) => row.state === 'waiting') };
}

export const roomIn = async (here: Here, { id, places, startsAt }: Locked, slot: number) => {
  const { taken, waiting } = await stand(here, id, slot);
  return { places, taken, waiting: waiting.length, begun: startsAt <= here.now };
};

export async function nextTicket({ db, communityId }: Here, occasionId: number): Promise<number> {
  const { rows } = await db.execute<{ next: number }>(sql`select coalesce(max(ticket), 0)::int + 1 as next from sign_up
    where community_id = ${communityId} and occasion_id = ${occasionId}`);
  return rows[0]?.next ?? 1;
}

/** What a letter about a date says. */
export const saidOf = ({ title, place, startsAt }: Pick<Locked, 'title' | 'place' | 'startsAt'>) => ({
  title,
  place,
  starts: startsAt.toISOString(),
});

/** 候补的依次补上: who waits for these slots comes in as far as there is room, and is told. */
export async function letIn(here: Here, locked: Locked, slots: readonly number[]): Promise<number> {
  const { db, communityId, now } = here;
  let came = 0;
  if (locked.startsAt <= now || locked.cancelledAt) return came;
  for (const slot of slots) {
    const { taken, waiting } = await stand(here, locked.id, slot);
    const next = advance(waiting, locked.places - taken);
    if (next.length === 0) continue;
    came += next.length;
    await db
      .update(signUp)
      .set({ state: 'taken' })
      .where(and(eq(signUp.communityId, communityId), inArray(signUp.id, next)));
    const told = waiting
      .filter(({ id }) => next.includes(id))
      .flatMap(({ household: id }) => (id === null ? [] : [id]));
    await writeLetters(
      here,
      letters.sign_up_advanced,
      told.map((id) => ({ to: { household: id }, no: locked.no, detail: saidOf(locked), until: locked.startsAt })),
    );
  }
  return came;
}

/** A letter to every household that has a place or waits for one; `only`: to those with a place. */
export async function writeToGuests<D extends object>(
  here: Here,
  locked: Pick<Locked, 'id' | 'no'>,
  sort: LetterSort<D>,
  detail: D,
  only: SQL = sql`true`,
) {
  const { db, communityId } = here;
  const found = await db
    .selectDistinct({ household: signUp.householdId })
    .from(signUp)
    .where(
      and(
        ...[eq(signUp.communityId, communityId), eq(signUp.occasionId, locked.id)],
        ...[sql`${signUp.state} <> 'withdrawn' and ${signUp.householdId} is not null`, only],
      ),
    );
  await writeLetters(
    here,
    sort,
    found.flatMap(({ household: id }) => (id === null ? [] : [{ to: { household: id }, no: locked.no, detail }])),
  );
  return found.length;
}

/** A household's place under the lock of its date. */
export async function lockSignUp(scope: Scope, input: { signUp: number }) {
  const { db, communityId } = scope;
  const here = and(eq(signUp.communityId, communityId), eq(signUp.id, input.signUp));
  const [found] = await db.select({ occasion: signUp.occasionId }).from(signUp).where(here);
  const locked = found && (await lockOccasion(scope, { id: found.occasion }));
  if (!locked) return undefined;
  const { who } = scope;
  const me = who.kind === 'person' ? who.personId : 0;
  const [row] = await db
    .select({
      signUp: signUp.id,
      state: signUp.state,
      slot: signUp.slot,
      householdId: signUp.householdId,
      entranceId: household.entranceId,
      livedThere: sql<boolean>`exists (select from residency r where r.community_id = ${communityId} and r.person_id = ${me}
        and r.household_id = ${signUp.householdId} and r.to_at is null
        and r.from_at <= ${locked.startsAt.toISOString()}::timestamptz)`,
    })
    .from(signUp)
    .leftJoin(household, and(eq(household.communityId, communityId), eq(household.id, signUp.householdId)))
    .where(here);
  return row && { ...locked, ...row, householdId: row.householdId ?? 0, entranceId: row.entranceId ?? 0 };
}
