import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { residency } from '@/db/schema/people';
import { letter } from '@/db/schema/works';
import { accountCommand } from '@/lib/gate';
import { refuse } from '@/lib/result';
import { readInput } from './input';

/** A letter is opened by somebody of the household, or the person, it is for. The value is where it leads. */
export const readLetter = accountCommand({
  act: 'letter.read',
  input: readInput,
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId, input }) => {
    const homes = db
      .select({ id: residency.householdId })
      .from(residency)
      .where(
        and(eq(residency.communityId, letter.communityId), eq(residency.personId, personId ?? 0), isNull(residency.to)),
      );
    const mine = or(eq(letter.personId, personId ?? 0), inArray(letter.householdId, homes));
    const [row] = await db
      .update(letter)
      .set({ readAt: sql`coalesce(${letter.readAt}, ${now.toISOString()}::timestamptz)` })
      .where(and(eq(letter.id, input.letter), mine))
      .returning({ subject: letter.subject });
    return row ? { ok: true, value: { subject: row.subject } } : refuse('not_found');
  },
});
