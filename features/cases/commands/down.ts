import { and, eq } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { picture } from '@/db/schema/pictures';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { takeDownInput } from '../input';
import { notAgainst } from '../moves';

/** The board forgets it, and its pictures with it; what was said of it at the desk stays. */
export const takeDownCase = command({
  act: acts.takeDownCase,
  input: takeDownInput,
  facts: async (scope, input) => {
    const { db, communityId } = scope;
    const [row] = await db
      .select({ id: cases.id, no: cases.no, postedAt: cases.postedAt })
      .from(cases)
      .where(and(eq(cases.communityId, communityId), eq(cases.no, input.case), notAgainst(scope)))
      .for('update');
    return row && { ...row, posted: row.postedAt !== null };
  },
  run: async ({ db, communityId, input, facts }) => {
    const { id, no } = facts;
    await db
      .update(cases)
      .set({ postedAt: null, postedBy: null, postedTitle: null, postedPlace: null })
      .where(and(eq(cases.communityId, communityId), eq(cases.id, id)));
    await db
      .update(picture)
      .set({ onBoard: false, lookedAtBy: null, lookedAtAt: null })
      .where(
        and(
          ...[eq(picture.communityId, communityId), eq(picture.subject, 'case'), eq(picture.subjectId, id)],
          eq(picture.onBoard, true),
        ),
      );
    return {
      ok: true,
      value: { case: no },
      leaf: { subject: `cases/${no}`, content: { down: true, reason: input.reason } },
      changed: ['cases', 'proposals'],
    };
  },
});
