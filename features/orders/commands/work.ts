import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { callInput, contactInput, extendInput, plainInput, reasonInput, replyInput } from '../input';
import { letters } from '../letters';
import { lockCase, stepDone, takeStep } from '../moves';
import { answer } from '../moves/answer';
import { worded } from '../moves/property';
import { tellConcerned } from '../moves/told';
import { checkExtension } from '../rules';
import { fieldsLeft } from '../rules/shown';
import { inReason, receiver } from './give';

const oneCase = (scope: Scope, input: { case: number }) => lockCase(scope, input.case);

/** 签收: whoever of the lead unit signs for it has it. */
export const signCase = command({
  act: acts.signCase,
  input: plainInput,
  facts: oneCase,
  run: async (scope) => {
    const { actor, input, facts } = scope;
    const handlerId = facts.agencyRole === null ? null : personOf(actor);
    await takeStep(scope, facts, { step: 'sign', handlerId, words: input.words });
    return stepDone(facts, { step: 'sign', words: input.words });
  },
});

/** 退单: it is not ours, and why. Whoever gave it out decides. */
export const objectCase = command({
  act: acts.objectCase,
  input: reasonInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'object', words: input.reason });
    return stepDone(facts, { step: 'object', words: input.reason });
  },
});

/** One try to reach whoever complained, reached or not. */
export const contactCase = command({
  act: acts.contactCase,
  input: contactInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    const reached = input.reached === 'yes';
    await takeStep(scope, facts, { step: 'contact', reached, words: input.words });
    return stepDone(facts, { step: 'contact', reached, words: input.words });
  },
});

export const handleCase = command({
  act: acts.handleCase,
  input: plainInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'handle', words: input.words });
    return stepDone(facts, { step: 'handle', words: input.words });
  },
});

/** 延期: whoever waits is told until when, and why. */
export const extendCase = command({
  act: acts.extendCase,
  input: extendInput,
  facts: oneCase,
  run: async (scope) => {
    const { now, input, facts } = scope;
    const may = checkExtension(facts.standing, input.until, { now, tiers: facts.tiers });
    if (!may.ok) return may;
    await takeStep(scope, facts, { step: 'extend', untilAt: input.until, words: input.reason });
    await tellConcerned(scope, facts.row, {
      sort: letters.case_extended,
      detail: { due: input.until.toISOString(), reason: input.reason },
    });
    return stepDone(facts, { step: 'extend', until: input.until.toISOString(), words: input.reason });
  },
});

/** 吹哨: an agency is called to the place; the time goes on. */
export const whistleCase = command({
  act: acts.whistleCase,
  input: callInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    const to = await receiver(scope, facts, { agency: input.agency });
    if (!to.ok) return to;
    const called = to.value;
    if (called.id === facts.standing.agencyId) return refuse('has_it_already', undefined, { agency: 'has_it_already' });
    const plain = await worded(scope, facts, { role: called.role, words: input.reason });
    if (!plain.ok) return inReason(plain.refusal);
    await takeStep(scope, facts, { step: 'whistle', agencyId: called.id, words: input.reason });
    return stepDone(facts, { step: 'whistle', agency: called.name, words: input.reason });
  },
});

/** 报到. */
export const arriveCase = command({
  act: acts.arriveCase,
  input: plainInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'arrive', agencyId: facts.standing.called, words: input.words });
    return stepDone(facts, { step: 'arrive', words: input.words });
  },
});

/** 上报: what nobody here can decide; until it is, the clock stands still. */
export const escalateCase = command({
  act: acts.escalateCase,
  input: reasonInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'escalate', words: input.reason });
    await tellConcerned(scope, facts.row, {
      sort: letters.case_escalated,
      detail: { reason: input.reason },
    });
    return stepDone(facts, { step: 'escalate', words: input.reason });
  },
});

export const settleCase = command({
  act: acts.settleCase,
  input: reasonInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'settle', words: input.reason });
    return stepDone(facts, { step: 'settle', words: input.reason });
  },
});

/** 督办. */
export const superviseCase = command({
  act: acts.superviseCase,
  input: reasonInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'supervise', words: input.reason });
    return stepDone(facts, { step: 'supervise', words: input.reason });
  },
});

/** 答复. */
export const replyCase = command({
  act: acts.replyCase,
  input: replyInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    if (fieldsLeft(input.words).length > 0) return refuse('field_left', undefined, { words: 'field_left' });
    await answer(scope, facts, input.words);
    return stepDone(facts, { step: 'reply', words: input.words });
  },
});
