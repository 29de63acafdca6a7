import { and, eq } from 'drizzle-orm';
import { milestone, works } from '@/db/schema/works';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { checkInput, planInput, reportInput, reportShown, returnInput } from '../input';
import { lockSite, step } from '../moves';
import { checkAmount, checkReport } from '../rules';
import { placesIn } from '../rules/places';

const ofMilestone = (communityId: number, id: number) =>
  and(eq(milestone.communityId, communityId), eq(milestone.id, id));

async function lockMilestone(scope: Scope, input: { works: number; milestone: number }) {
  const facts = await lockSite(scope, input);
  const held = facts?.works.milestones.find((one) => one.position === input.milestone);
  return facts && held && { ...facts, milestone: held };
}

/** 节点: what is to be done by when, and how much of it. */
export const planMilestone = command({
  act: acts.planMilestone,
  input: planInput,
  facts: lockSite,
  run: async (scope) => {
    const { db, communityId, input } = scope;
    const { row, works: site } = scope.facts;
    const position = (site.milestones.at(-1)?.position ?? 0) + 1;
    const { name, plannedOn, unit, target = null, places } = input;
    const [saved] = await db
      .insert(milestone)
      .values({ communityId, worksId: site.id, position, name, plannedOn, unit, target, inPlaces: places === 'yes' })
      .returning({ id: milestone.id });
    const done = await step(scope, row, site.no, {
      kind: 'milestone_planned',
      detail: { milestone: position },
      leaf: { name, plannedOn, target },
    });
    return { ...done, value: { works: site.no, milestone: position, id: saved?.id ?? 0 } };
  },
});

/** Row 18: whoever builds reports, with the day and at least one picture. */
export const reportMilestone = command({
  act: acts.reportMilestone,
  input: reportInput,
  facts: lockMilestone,
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, works: site, milestone: held } = scope.facts;
    const { actualOn, note } = input;
    const actual = held.inPlaces ? placesIn(held).built : (input.actual ?? null);
    const may = checkReport(actualOn, shanghaiDate(now));
    if (!may.ok) return may;
    const enough = checkAmount(held, { actual, note });
    if (!enough.ok) return enough;
    await db
      .update(milestone)
      .set({ actualOn, actual, note, returned: '', reportedBy: personOf(actor), reportedAt: now })
      .where(ofMilestone(communityId, held.id));
    await db
      .update(works)
      .set({ lastReportAt: now })
      .where(and(eq(works.communityId, communityId), eq(works.id, site.id)));
    const done = await step(scope, row, site.no, {
      kind: 'milestone_reported',
      detail: { milestone: held.position },
      leaf: { actualOn, actual, note },
    });
    return { ...done, value: { works: site.no, milestone: held.position } };
  },
});

/** Somebody else has been there and looked. */
export const checkMilestone = command({
  act: acts.checkMilestone,
  input: checkInput,
  facts: lockMilestone,
  shown: ({ facts }) => reportShown(facts.milestone),
  run: async (scope) => {
    const { db, communityId, now, actor } = scope;
    const { row, works: site, milestone: held } = scope.facts;
    await db
      .update(milestone)
      .set({ checkedBy: personOf(actor), checkedAt: now })
      .where(ofMilestone(communityId, held.id));
    const done = await step(scope, row, site.no, {
      kind: 'milestone_checked',
      detail: { milestone: held.position },
    });
    return { ...done, value: { works: site.no, milestone: held.position } };
  },
});

/** It is not as it was reported: sent back with the reason, and reported anew. */
export const returnMilestone = command({
  act: acts.returnMilestone,
  input: returnInput,
  facts: lockMilestone,
  shown: ({ facts }) => reportShown(facts.milestone),
  run: async (scope) => {
    const { db, communityId, input } = scope;
    const { row, works: site, milestone: held } = scope.facts;
    await db
      .update(milestone)
      .set({ returned: input.reason, actualOn: null, reportedBy: null, reportedAt: null })
      .where(ofMilestone(communityId, held.id));
    const done = await step(scope, row, site.no, {
      kind: 'milestone_returned',
      detail: { milestone: held.position },
      leaf: { reason: input.reason },
    });
    return { ...done, value: { works: site.no, milestone: held.position } };
  },
});
