import { proposal } from '@/db/schema/proposals';
import { shanghaiDate } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { confirmShelvingInput, officeReasonInput, shelvingInput, shelvingShown } from '../input';
import { letters } from '../letters';
import { byId, lockNumbered, step, tellAuthors } from '../moves';
import { stopRunning } from '../moves/stop';

/** Row 22, first half: one secretary proposes to put it aside, with reasons and a day to look again. */
export const proposeShelving = command({
  act: acts.proposeShelving,
  input: shelvingInput,
  facts: lockNumbered,
  run: async ({ db, community, now, actor, input, facts: { row } }) => {
    const { reason, lookAgainOn } = input;
    if (lookAgainOn <= shanghaiDate(now)) return refuse('invalid', undefined, { lookAgainOn: 'not_past' });
    return step({ db, community, now, actor }, row, 'shelving_proposed', { reason, detail: { lookAgainOn } });
  },
});

/** Row 22, second half: the other secretary confirms; an open round is void, a running notice is taken down. */
export const confirmShelving = command({
  act: acts.confirmShelving,
  input: confirmShelvingInput,
  facts: lockNumbered,
  shown: ({ facts }) => shelvingShown(facts),
  run: async ({ db, community, now, actor, facts: { row, shelvingProposed } }) => {
    const stopped = await stopRunning(db, row, now);
    const lookAgainOn = String(shelvingProposed?.detail.lookAgainOn ?? '');
    await db.update(proposal).set({ lookAgainOn }).where(byId(row));
    await tellAuthors({ db, now }, row, letters.proposal_shelved, { title: row.title });
    const reason = shelvingProposed?.reason ?? '';
    const put = { to: 'shelved' as const, reason, detail: { lookAgainOn } };
    const done = await step({ db, community, now, actor }, row, 'shelved', put);
    return { ...done, changed: [...done.changed, ...stopped] };
  },
});

/** Row 22, first half undone: the other secretary does not agree, or whoever proposed it takes it back. It goes on. */
export const refuseShelving = command({
  act: acts.refuseShelving,
  input: officeReasonInput,
  facts: lockNumbered,
  run: async ({ db, community, now, actor, input, facts: { row } }) => {
    return step({ db, community, now, actor }, row, 'shelving_refused', { reason: input.reason });
  },
});

/** Row 22: taken down from the shelf. */
export const reopenShelved = command({
  act: acts.reopenShelved,
  input: officeReasonInput,
  facts: lockNumbered,
  run: async ({ db, community, now, actor, input, facts: { row } }) => {
    await db.update(proposal).set({ lookAgainOn: null }).where(byId(row));
    return step({ db, community, now, actor }, row, 'taken_up_again', { to: 'scoping', reason: input.reason });
  },
});
