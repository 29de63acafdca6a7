import { and, eq } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { picture } from '@/db/schema/pictures';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { takeDownInput } from '../input';
import { letters } from '../letters';
import { hanging, tellReporter } from '../moves';

/** The board forgets it, and its pictures with it, and its reporter is told why; what was said of it at the desk stays. */
export const takeDownCase = command({
  act: acts.takeDownCase,
  input: takeDownInput,
  facts: hanging,
  run: async (scope) => {
    const { db, communityId, input, facts } = scope;
    const { id, no, title, postedTitle } = facts.row;
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
    const detail = { title: postedTitle ?? title, reason: input.reason };
    await tellReporter(scope, facts.row, { sort: letters.case_taken_down, detail });
    return {
      ok: true,
      value: { case: no },
      leaf: { subject: `cases/${no}`, content: { down: true, reason: input.reason } },
      changed: ['cases', 'proposals'],
    };
  },
});
