import { and, eq, sql } from 'drizzle-orm';
import { caseContent, cases } from '@/db/schema/cases';
import { caseCall, scopeRequest } from '@/db/schema/evaluations';
import { handingGround } from '@/db/schema/handling';
import { caseLook } from '@/db/schema/orders';
import { reachedAt } from '@/features/cases/facts';
import { lockCase, stepDone, takeStep } from '@/features/orders/moves';
import { tellConcerned } from '@/features/orders/moves/told';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { askScopeInput, callInput, decideScopeInput } from './input';
import { letters } from './letters';
import { type Evaluated, evaluated } from './moves';
import { checkAnswers, checkLooked, concludes, isEnoughToday } from './rules';

async function oneCase(scope: Scope, input: { case: number }): Promise<Evaluated | undefined> {
  const one = await lockCase(scope, input.case);
  return one && evaluated(scope, one);
}

/** Whether there is a number, and when this caller looked at it. */
async function lookedAt({ db, communityId }: Scope, caseId: number, callerId: number) {
  const [said] = await db
    .select({ phone: reachedAt(sql`cases`, sql`case_content`).phone })
    .from(cases)
    .leftJoin(caseContent, and(eq(caseContent.communityId, cases.communityId), eq(caseContent.caseId, cases.id)))
    .where(and(eq(cases.communityId, communityId), eq(cases.id, caseId)));
  const looks = await db
    .select({ at: caseLook.at })
    .from(caseLook)
    .where(and(eq(caseLook.communityId, communityId), eq(caseLook.caseId, caseId), eq(caseLook.personId, callerId)));
  return { number: Boolean(said?.phone), looks: looks.map(({ at }) => at) };
}

/** 回访: one call. Whoever it concerns is told once it is concluded, so that nobody is called back on paper alone. */
export const callCase = command({
  act: acts.callCase,
  input: callInput,
  facts: oneCase,
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const callerId = personOf(actor);
    if (callerId === null) return refuse('not_allowed');
    const answered = input.outcome === 'answered';
    const said = {
      outcome: input.outcome,
      contacted: input.contacted === undefined ? null : input.contacted === 'yes',
      resolved: input.resolved ?? null,
      satisfaction: input.satisfaction ?? null,
    };
    const may = checkAnswers(said, facts.scope);
    if (!may.ok) return may;
    const dialled = checkLooked({ at: now }, await lookedAt(scope, facts.row.id, callerId));
    if (!dialled.ok) return dialled;
    const turn = facts.standing.reworks;
    const before = facts.calls.filter((one) => one.turn === turn);
    if (input.outcome === 'not_reached' && isEnoughToday(before, now))
      return refuse('another_day', undefined, { outcome: 'another_day' });
    const over = concludes(before, { outcome: input.outcome, at: now });
    const { words } = input;
    const [made] = await db
      .insert(caseCall)
      .values({ communityId, caseId: facts.row.id, turn, callerId, concludes: over, at: now, words, ...said })
      .returning({ id: caseCall.id });
    if (over) {
      await takeStep(scope, facts, { step: 'evaluate', reached: answered });
      await tellConcerned(scope, facts.row, { sort: letters.case_evaluated, detail: {} });
    }
    return stepDone(facts, { step: 'call', call: made?.id ?? 0, concludes: over, words, ...said });
  },
});

/** 申请剔除. */
export const askScope = command({
  act: acts.askScope,
  input: askScopeInput,
  facts: oneCase,
  races: { scope_request_open: 'asked_already' },
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const askedBy = personOf(actor);
    if (askedBy === null) return refuse('not_allowed');
    if (input.scope === facts.scope) return refuse('counts_so_already', undefined, { scope: 'counts_so_already' });
    if (input.ground !== undefined) {
      const listed = and(eq(handingGround.communityId, communityId), eq(handingGround.id, input.ground));
      const [ground] = await db.select({ retiredAt: handingGround.retiredAt }).from(handingGround).where(listed);
      if (!ground || ground.retiredAt !== null) return refuse('no_such_ground', undefined, { ground: 'choose_one' });
    }
    const { scope, reason } = input;
    const groundId = input.ground ?? null;
    await db
      .insert(scopeRequest)
      .values({ communityId, caseId: facts.row.id, scope, groundId, reason, askedBy, askedAt: now });
    return stepDone(facts, { step: 'ask_scope', scope, reason });
  },
});

/** 同意或者不同意剔除. */
export const decideScope = command({
  act: acts.decideScope,
  input: decideScopeInput,
  facts: oneCase,
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const open = facts.requests.find(({ agreed }) => agreed === null);
    if (open?.id !== input.request) return refuse('nothing_asked');
    const agreed = input.agreed === 'yes';
    const { answer } = input;
    if (!agreed && answer === '') return refuse('say_why', undefined, { answer: 'required' });
    await db
      .update(scopeRequest)
      .set({ agreed, answer, decidedBy: personOf(actor), decidedAt: now })
      .where(and(eq(scopeRequest.communityId, communityId), eq(scopeRequest.id, open.id)));
    return stepDone(facts, { step: 'decide_scope', scope: open.scope, agreed, words: answer });
  },
});
