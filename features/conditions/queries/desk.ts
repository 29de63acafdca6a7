import { stakes } from '@/features/proposals/facts';
import { knownOf } from '@/features/proposals/moves';
import { query } from '@/lib/query';
import { conditionFacts } from '../facts';
import { mayReadConditions } from '../policy';

/** Conditions of a proposal at the desk, with whose they are by objections. */
export const deskConditions = query({
  name: 'conditions.desk',
  allow: (who, _: { no: number }) => mayReadConditions(who),
  read: async (scope, { no }) => {
    const facts = await knownOf(scope, no, { ...conditionFacts, ...stakes });
    return facts && { asked: { facts, who: scope.who, now: scope.now } };
  },
});
