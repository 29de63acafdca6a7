import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { letter } from '@/db/schema/letters';
import { community, residency } from '@/db/schema/people';
import { accountCommand, type Database } from '@/lib/gate';
import { refuse } from '@/lib/result';
import { readAllInput, readInput } from './input';

/** Letters to this person, or to a household they live in now, of the time since they do. */
const mine = (db: Database, personId: number | null) => {
  const homes = db
    .select({ id: residency.householdId })
    .from(residency)
    .where(
      and(
        eq(residency.communityId, letter.communityId),
        eq(residency.personId, personId ?? 0),
        isNull(residency.to),
        lte(residency.from, letter.at),
      ),
    );
  return or(eq(letter.personId, personId ?? 0), inArray(letter.householdId, homes));
};

/** A letter is opened by somebody of the household, or the person, it is for. The value says where it leads. */
export const readLetter = accountCommand({
  act: 'letter.read',
  input: readInput,
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId, input }) => {
    const [row] = await db
      .update(letter)
      .set({ readAt: sql`coalesce(${letter.readAt}, ${now.toISOString()}::timestamptz)` })
      .where(and(eq(letter.id, input.letter), mine(db, personId)))
      .returning({ kind: letter.kind, no: letter.aboutNo, detail: letter.detail, communityId: letter.communityId });
    if (!row) return refuse('not_found');
    const { communityId, ...value } = row;
    const [here] = await db.select({ slug: community.slug }).from(community).where(eq(community.id, communityId));
    return { ok: true, value: { ...value, community: here?.slug ?? '' } };
  },
});

/** Every letter there was when the page was made counts as read; one that came meanwhile does not. */
export const readAllLetters = accountCommand({
  act: 'letter.read_all',
  input: readAllInput,
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId, input }) => {
    const done = await db
      .update(letter)
      .set({ readAt: now })
      .where(and(isNull(letter.readAt), lte(letter.id, input.upto), mine(db, personId)));
    return { ok: true, value: { read: done.rowCount ?? 0 } };
  },
});
