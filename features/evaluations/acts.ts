import type { OfCase } from '@/features/orders/acts';
import { mayFollow } from '@/features/orders/rules';
import { type Act, because, secondPerson } from '@/lib/act';
import { personOf } from '@/lib/actor';
import { mayAskScope, mayDecideScope, mayRingBack } from './policy';
import { type CallbackFacts, callerBlock } from './rules';

/** A case as its callback asks about it. */
interface OfCallback extends OfCase, CallbackFacts {}

type Caller = 'had_a_part' | 'own_case';

/** 回访: one call. */
export const callCase: Act<OfCallback, 'not_to_call' | Caller> = {
  name: 'case.call',
  recurs: true,
  why: ({ standing }) => because(!mayFollow(standing.state, 'evaluate'), 'not_to_call'),
  by: mayRingBack,
  unless: (actor, of) => {
    const code = callerBlock(personOf(actor) ?? 0, of);
    return code && { code };
  },
};

/** 申请剔除: one at a time; what goes on with another counts nowhere by itself. */
export const askScope: Act<OfCallback, 'merged_case' | 'asked_already'> = {
  name: 'case.ask_scope',
  recurs: true,
  why: ({ standing, asked }) =>
    because(standing.state === 'merged', 'merged_case') ?? because(asked !== null, 'asked_already'),
  by: mayAskScope,
};

/** 剔除: by nobody who asked for it or had a part in the case. */
export const decideScope: Act<OfCallback, 'nothing_asked' | 'second_person' | 'had_a_part'> = {
  name: 'case.decide_scope',
  recurs: true,
  why: ({ asked }) => because(asked === null, 'nothing_asked'),
  by: mayDecideScope,
  unless: (actor, { asked, parts }) =>
    secondPerson(actor, asked?.by) ?? because(parts.includes(personOf(actor) ?? 0), 'had_a_part'),
};
