import { knownOf } from '@/features/proposals/moves';
import { shanghaiDate } from '@/lib/calendar';
import { query } from '@/lib/query';
import { groupOf } from '../acts';
import { siteFacts } from '../facts';
import { mayAccept } from '../policy';
import { workInside } from './site';

/** What a delegate is asked: the promises made to their group, and the whole. */
export const myAcceptance = query({
  name: 'works.acceptance',
  allow: (who, _: { no: number }) => who.kind === 'person' && who.households.length > 0,
  read: async (scope, { no }) => {
    const { who, now } = scope;
    const row = await workInside(scope, no);
    const found = row && (await knownOf(scope, row.proposal, siteFacts(no)));
    if (!row || !found?.works) return undefined;
    const facts = { ...found, works: found.works };
    const delegate = mayAccept(who, facts.works);
    const mine = delegate && groupOf(delegate, facts);
    const group = row.groups.find((one) => one.id === mine);
    const given = row.acceptances.find((one) => one.group === mine);
    if (!group || !given) return undefined;
    return {
      title: row.title,
      group,
      milestones: row.milestones,
      commitments: row.commitments.filter((one) => one.group === null || one.group === group.id),
      given: { outcome: given.outcome, at: given.at, repairOn: given.repairOn },
      today: shanghaiDate(now),
      asked: { facts, who, now },
    };
  },
});
export type MyAcceptance = NonNullable<Awaited<ReturnType<typeof myAcceptance>>>;
