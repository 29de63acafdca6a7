import { wordsIn } from '@/features/alternatives/queries/mine';
import { opinionsIn } from '@/features/opinions/queries/mine';
import { query } from '@/lib/query';

/** What one's own households said in this community, of plans and of alternatives; `no`: of alternatives, about this proposal alone. */
export const mySaid = query({
  name: 'me.said',
  allow: (who) => who.kind === 'person' && who.households.length > 0,
  read: async (scope, asked: { no?: number }) => ({
    opinions: await opinionsIn(scope),
    words: await wordsIn(scope, asked),
  }),
});
