import { and, eq, max } from 'drizzle-orm';
import { picture } from '@/db/schema/pictures';
import { keepPicture, pictureHash } from '@/features/pictures/moves';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { reopenInput, resumeInput } from '../input';
import { lockNumbered, lockOwn, step } from '../moves';

/** Row 21: any resident, within 24 months of completion, with a picture that is looked at before it is on the board. */
export const reopenProposal = command({
  act: acts.reopen,
  input: reopenInput,
  facts: lockOwn,
  run: async ({ db, community, communityId, now, actor, input, facts: { row } }) => {
    const { photo, reason } = input;
    if (!photo) return refuse('fault_not_pictured', undefined, { photo: 'fault_not_pictured' });
    const done = await step({ db, community, now, actor }, row, 'reopened', { to: 'reopened', reason });
    const of = { communityId, subject: 'proposal' as const, subjectId: row.id };
    const [have] = await db
      .select({ last: max(picture.position) })
      .from(picture)
      .where(and(eq(picture.communityId, communityId), eq(picture.subject, of.subject), eq(picture.subjectId, row.id)));
    const position = (have?.last ?? 0) + 1;
    await keepPicture(db, { ...of, position, caption: '' }, photo, { by: personOf(actor) ?? 0, now });
    const content = { ...done.leaf.content, photo: pictureHash(photo) };
    return { ...done, leaf: { ...done.leaf, content } };
  },
});

/** Row 21: what was reopened gets somebody who sees to it and a date; back to building, or the plan is drawn anew. */
export const resumeProposal = command({
  act: acts.resume,
  input: resumeInput,
  facts: lockNumbered,
  run: async ({ db, community, now, actor, input, facts: { row } }) => {
    const { to, reason, responsible, dueOn } = input;
    if (dueOn < shanghaiDate(now)) return refuse('invalid', undefined, { dueOn: 'not_past' });
    const done = await step({ db, community, now, actor }, row, 'resumed', {
      to,
      reason,
      detail: { responsible, dueOn },
    });
    const site = { task: 'works_resume', payload: { community: community.slug, proposal: row.no } };
    return to === 'building' ? { ...done, jobs: [site] } : done;
  },
});
