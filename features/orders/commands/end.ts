import { numberOf } from '@/features/cases/moves';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { mergeInput, plainInput, reasonInput } from '../input';
import { letters } from '../letters';
import { lockCase, lockCases, stepDone, takeStep } from '../moves';
import { tellConcerned } from '../moves/told';
import { OPEN } from '../rules';
import { checkTogether, handsOf } from '../rules/guard';

const oneCase = (scope: Scope, input: { case: number }) => lockCase(scope, input.case);

/** 办结: answered, on to whoever rings back. */
export const closeCase = command({
  act: acts.closeCase,
  input: plainInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'close', words: input.words });
    return stepDone(facts, { step: 'close', words: input.words });
  },
});

/** 没解决: its time begins anew, with whoever has it. */
export const reworkCase = command({
  act: acts.reworkCase,
  input: reasonInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    const { due, stepId } = await takeStep(scope, facts, { step: 'rework', words: input.reason });
    await tellConcerned(scope, facts.row, {
      sort: letters.case_reworked,
      detail: { due: due?.toISOString() ?? '' },
    });
    const done = stepDone(facts, { step: 'rework', words: input.reason });
    return { ...done, value: { case: facts.row.no, step: stepId } };
  },
});

/** 归档. */
export const archiveCase = command({
  act: acts.archiveCase,
  input: plainInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'archive', words: input.words });
    return stepDone(facts, { step: 'archive', words: input.words });
  },
});

/** 并单: both stay as they are; the answer to the one is an answer to both. */
export const mergeCase = command({
  act: acts.mergeCase,
  input: mergeInput,
  facts: async (scope, input) => {
    const other = input.near ?? (await numberOf(scope, input.into ?? ''));
    const both = await lockCases(scope, other === null ? [input.case] : [input.case, other]);
    const one = both.find(({ row }) => row.no === input.case);
    return one && { ...one, into: both.find(({ row }) => row.no === other) };
  },
  run: async (scope) => {
    const { input, facts } = scope;
    const { into } = facts;
    if (!into) return refuse('not_found', undefined, { into: 'no_such_case' });
    if (into.row.id === facts.row.id) return refuse('into_itself', undefined, { into: 'into_itself' });
    if (!OPEN.includes(into.standing.state)) return refuse('into_closed', undefined, { into: 'into_closed' });
    const free = checkTogether(
      { againsts: facts.againsts, hands: handsOf(facts) },
      { againsts: into.againsts, hands: handsOf(into) },
    );
    if (!free.ok) return free;
    await takeStep(scope, facts, { step: 'merge', intoId: into.row.id, words: input.reason });
    await tellConcerned(scope, facts.row, {
      sort: letters.case_merged,
      detail: { into: into.row.no },
    });
    return stepDone(facts, { step: 'merge', into: into.row.no, words: input.reason });
  },
});

/** 拆单: it stands as it did before. */
export const splitCase = command({
  act: acts.splitCase,
  input: reasonInput,
  facts: oneCase,
  run: async (scope) => {
    const { input, facts } = scope;
    await takeStep(scope, facts, { step: 'split', words: input.reason });
    return stepDone(facts, { step: 'split', words: input.reason });
  },
});
