import type { Act } from '@/lib/act';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { togetherInput } from '../input';
import { takeStep } from '../moves';
import type { StepCode } from '../rules';
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
