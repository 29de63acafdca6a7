import { and, eq } from 'drizzle-orm';
import { commitment } from '@/db/schema/works';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { mendInput } from '../input';
import { letters } from '../letters';
import { lockPromise, step } from '../moves';

/** A promise that was not kept is mended; the delegate it was made to is asked to look again. */
export const mendCommitment = command({
  act: acts.mendCommitment,
  input: mendInput,
  facts: lockPromise,
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, works: site, commitment: held } = scope.facts;
    await db
      .update(commitment)
      .set({ mendedAt: now, mendedBy: personOf(actor), mendNote: input.note })
      .where(and(eq(commitment.communityId, communityId), eq(commitment.id, held.id)));
    const delegates = site.named.filter((one) => held.group === null || one.group === held.group);
    await writeLetters(
      scope,
      letters.promise_mended,
      delegates.map(({ household }) => ({ to: { household }, no: site.no, detail: { title: row.title } })),
    );
    const done = await step(scope, row, site.no, {
      kind: 'commitment_mended',
      detail: { commitment: held.id },
      leaf: { note: input.note },
    });
    return { ...done, value: { works: site.no, commitment: held.id } };
  },
});
