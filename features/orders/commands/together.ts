import type { Act } from '@/lib/act';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { replyManyInput, togetherInput } from '../input';
import { takeStep } from '../moves';
import { answer, filledFor } from '../moves/answer';
import type { StepCode } from '../rules';
import { named } from '../rules/named';
import { fieldsLeft } from '../rules/shown';
import { allOf } from './give';

type Together = Act<readonly acts.OfCase[], StepCode | 'too_many_at_once'>;

/** One step of many at once: all or none, and the first that cannot be is named. */
const together = (act: Together, step: (typeof acts.TOGETHER)[number]) =>
  command({
    act,
    input: togetherInput,
    facts: allOf,
    run: async (scope) => {
      const { actor, facts } = scope;
      const { words } = scope.input;
      for (const one of facts) {
        const handlerId = step === 'sign' && one.agencyRole !== null ? personOf(actor) : null;
        await takeStep(scope, one, { step, handlerId, words });
      }
      const numbers = facts.map(({ row }) => row.no);
      return {
        ok: true,
        value: { cases: numbers },
        leaf: { subject: `cases/${numbers[0]}`, content: { step, cases: numbers, words } },
        changed: [],
      };
    },
  });

/** 签收 of many: they are in the hands of whoever signs. */
export const signCases = together(acts.signCases, 'sign');
/** 办结 of many, on to whoever rings back. */
export const closeCases = together(acts.closeCases, 'close');
/** 归档 of many. */
export const archiveCases = together(acts.archiveCases, 'archive');

/** 答复 of many with the same words, the fields in them filled in for each. Where one has nothing for a field, none is sent. */
export const replyCases = command({
  act: acts.replyCases,
  input: replyManyInput,
  facts: allOf,
  run: async (scope) => {
    const { facts } = scope;
    const { words } = scope.input;
    const answers = [];
    for (const one of facts) answers.push({ one, filled: await filledFor(scope, one, words) });
    const lacking = answers.filter(({ filled }) => fieldsLeft(filled).length > 0);
    if (lacking.length > 0) {
      const fields = [...new Set(lacking.flatMap(({ filled }) => fieldsLeft(filled)))].join(' ');
      const which = named(lacking.map(({ one }) => one.row.no));
      return refuse('field_left_of', { case: which, fields }, { words: 'field_left' });
    }
    for (const { one, filled } of answers) await answer(scope, one, filled);
    const numbers = facts.map(({ row }) => row.no);
    return {
      ok: true,
      value: { cases: numbers },
      leaf: { subject: `cases/${numbers[0]}`, content: { step: 'reply', cases: numbers, words } },
      changed: [],
    };
  },
});
