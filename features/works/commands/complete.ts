import { and, eq } from 'drizzle-orm';
import { works } from '@/db/schema/works';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { breakInput, completeInput } from '../input';
import { lockSite, step } from '../moves';

/** The wave is drawn at the start of its day. */
const callbacks = (about: { community: string; proposal: number }, wave: string, days: number, now: Date) => ({
  task: 'callbacks_draw',
  payload: { ...about, wave },
  runAt: startOfDay(addDays(shanghaiDate(now), days)),
  key: `callbacks_draw:${about.community}:${about.proposal}:${wave}`,
});

/** Row 19: complete when a delegate of each group has accepted and every promise is accepted or has its repair day. */
export const completeWorks = command({
  act: acts.completeWorks,
  input: completeInput,
  facts: lockSite,
  run: async (scope) => {
    const { db, communityId, community, now } = scope;
    const { row, works: site } = scope.facts;
    await db
      .update(works)
      .set({ completedAt: now })
      .where(and(eq(works.communityId, communityId), eq(works.id, site.id)));
    const done = await step(scope, row, site.no, {
      kind: 'works_completed',
      to: 'completed',
      detail: { works: site.no },
    });
    const about = { community: community.slug, proposal: row.no ?? 0 };
    return {
      ...done,
      value: { works: site.no, proposal: row.no ?? 0 },
      jobs: [callbacks(about, 'four_weeks', 28, now), callbacks(about, 'ninety_days', 90, now)],
    };
  },
});

/** A change that would break a promise: back to the drawing board. */
export const breakWorks = command({
  act: acts.breakWorks,
  input: breakInput,
  facts: lockSite,
  run: async (scope) => {
    const { reason } = scope.input;
    const { row, works: site } = scope.facts;
    const done = await step(scope, row, site.no, { kind: 'works_broken', to: 'redesign', reason, leaf: { reason } });
    return { ...done, value: { works: site.no, proposal: row.no ?? 0 } };
  },
});
