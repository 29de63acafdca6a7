import { and, asc, eq, isNull } from 'drizzle-orm';
import { objection } from '@/db/schema/objections';
import { groupHousehold } from '@/db/schema/scoping';
import { acceptance, commitment, works } from '@/db/schema/works';
import { writeLetters } from '@/features/letters/moves';
import type { ProposalRow } from '@/features/proposals/moves';
import { command, type Database } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { resumeInput, startInput } from '../input';
import { letters } from '../letters';
import { lockWorks, step } from '../moves';
import { checkBudget, isPromise } from '../rules';

async function promisesOf(db: Database, { communityId, id }: ProposalRow) {
  const answered = await db
    .select({
      id: objection.id,
      no: objection.no,
      answer: objection.answer,
      answerKind: objection.answerKind,
      state: objection.state,
    })
    .from(objection)
    .where(and(eq(objection.communityId, communityId), eq(objection.proposalId, id), isNull(objection.mergedInto)))
    .orderBy(asc(objection.no));
  return answered.filter(isPromise);
}

/** Row 17: building starts; what settled an objection by a clause becomes a promise to be shown at acceptance. */
export const startWorks = command({
  act: acts.startWorks,
  input: startInput,
  facts: lockWorks,
  run: async (scope) => {
    const { db, communityId, now, input } = scope;
    const { row, signedResolution, planCost } = scope.facts;
    if (signedResolution === null) return refuse('not_signed');
    const { contractor, budget, budgetReason, permits } = input;
    const may = checkBudget(budget, planCost, budgetReason);
    if (!may.ok) return may;
    const no = await nextNumber(db, communityId, 'works');
    const [site] = await db
      .insert(works)
      .values({
        communityId,
        no,
        proposalId: row.id,
        resolutionId: signedResolution,
        contractor,
        budget,
        budgetReason,
        permits,
        startedAt: now,
        lastReportAt: now,
      })
      .returning({ id: works.id });
    if (!site) throw new Error('the works were not written');
    const promised = await promisesOf(db, row);
    if (promised.length > 0) {
      await db
        .insert(commitment)
        .values(promised.map((one) => ({ communityId, worksId: site.id, objectionId: one.id, text: one.answer })));
    }
    const homes = await db
      .select({ householdId: groupHousehold.householdId })
      .from(groupHousehold)
      .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, row.id)));
    await writeLetters(
      scope,
      letters.works_started,
      homes.map(({ householdId }) => ({ to: { household: householdId }, no, detail: { title: row.title } })),
    );
    const done = await step(scope, row, no, {
      kind: 'works_started',
      to: 'building',
      detail: { works: no, budget, commitments: promised.length },
      leaf: {
        contractor,
        permits,
        ...(budgetReason && { budgetReason }),
        commitments: promised.map((one) => ({ objection: one.no, text: one.answer })),
      },
    });
    return { ...done, value: { proposal: input.proposal, works: no } };
  },
});

/** Row 21: what was reopened and is built on: its site is open again, and each group accepts anew. */
export const resumeWorks = command({
  act: acts.resumeWorks,
  input: resumeInput,
  facts: async (scope, input) => {
    const facts = await lockWorks(scope, input);
    return facts?.works ? { ...facts, works: facts.works } : undefined;
  },
  run: async (scope) => {
    const { db, communityId, now } = scope;
    const { row, works: site } = scope.facts;
    await db
      .update(works)
      .set({ completedAt: null, lastReportAt: now })
      .where(and(eq(works.communityId, communityId), eq(works.id, site.id)));
    const asked = await db
      .update(acceptance)
      .set({ outcome: null, delegateId: null, at: null, repairOn: null, note: '' })
      .where(and(eq(acceptance.communityId, communityId), eq(acceptance.worksId, site.id)))
      .returning({ householdId: acceptance.householdId });
    await writeLetters(
      scope,
      letters.delegate_named,
      asked.map(({ householdId }) => ({ to: { household: householdId }, no: site.no, detail: { title: row.title } })),
    );
    const done = await step(scope, row, site.no, { kind: 'works_resumed', detail: { works: site.no } });
    return { ...done, value: { works: site.no } };
  },
});
