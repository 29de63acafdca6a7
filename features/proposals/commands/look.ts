import { eq } from 'drizzle-orm';
import { community as communities } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { endNews } from '@/features/letters/moves';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { lookInput, lookingInput } from '../input';
import { letters } from '../letters';
import { byId, lockNumbered, step, tellAuthors } from '../moves';

/** Somebody has looked: it hangs, without what its writer did not mean for everybody; they are told. */
export const lookAtProposal = command({
  act: acts.lookAt,
  input: lookInput,
  facts: lockNumbered,
  run: async ({ db, community, communityId, now, actor, input, facts: { row, no } }) => {
    const shownProblem = input.problem === row.problem ? null : input.problem;
    const shownAsk = input.ask === row.ask ? null : input.ask;
    await db.update(proposal).set({ waits: false, shownProblem, shownAsk }).where(byId(row));
    await endNews({ db, communityId, now }, { about: 'proposal', numbers: [no] });
    await tellAuthors({ db, now }, row, letters.proposal_shown, { title: row.title });
    const done = await step({ db, community, now, actor }, row, 'looked_at');
    const { content } = done.leaf;
    return { ...done, leaf: { ...done.leaf, content: { ...content, problem: shownProblem, ask: shownAsk } } };
  },
});

/** From now on. What hangs stays; what waits is looked at all the same. */
export const chooseLooking = command({
  act: acts.chooseLooking,
  input: lookingInput,
  facts: async ({ community: { looksFirst } }) => ({ looksFirst }),
  run: async ({ db, community: { id, slug }, input }) => {
    const looksFirst = input.first === 'yes';
    await db.update(communities).set({ looksFirst }).where(eq(communities.id, id));
    return {
      ok: true,
      value: { first: input.first },
      leaf: { subject: `community/${slug}`, content: { looksFirst } },
      changed: [],
    };
  },
});
