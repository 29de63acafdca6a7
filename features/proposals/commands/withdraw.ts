import { and, eq, isNull } from 'drizzle-orm';
import { merger } from '@/db/schema/mergers';
import { proposal, support } from '@/db/schema/proposals';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { reasonInput } from '../input';
import { lockOwn, step } from '../moves';
import { stopRunning } from '../moves/stop';
import { mayWithdraw } from '../rules';

/** The author takes it back. Once another household supports it, it stays and passes to the social worker. */
export const withdrawProposal = command({
  act: acts.withdraw,
  input: reasonInput,
  facts: lockOwn,
  run: async ({ db, community, now, actor, input, facts: { row } }) => {
    const { reason } = input;
    const supporters = await db
      .select({ id: support.householdId })
      .from(support)
      .where(and(eq(support.communityId, row.communityId), eq(support.proposalId, row.id)));
    // Whoever brought one that goes on here is counted as somebody who wants it.
    const joined = await db
      .select({ id: proposal.authorHouseholdId })
      .from(merger)
      .innerJoin(proposal, and(eq(proposal.communityId, merger.communityId), eq(proposal.id, merger.proposalId)))
      .where(and(eq(merger.communityId, row.communityId), eq(merger.intoId, row.id), isNull(merger.undoneAt)));
    const households = [...supporters, ...joined].map((one) => one.id ?? -1);
    if (!mayWithdraw(row.state, households, row.authorHouseholdId ?? 0)) {
      return step({ db, community, now, actor }, row, 'passed_on', { reason });
    }
    const stopped = await stopRunning(db, row, now);
    const done = await step({ db, community, now, actor }, row, 'withdrawn', { to: 'withdrawn', reason });
    return { ...done, changed: [...done.changed, ...stopped] };
  },
});
