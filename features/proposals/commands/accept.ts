import { endNews } from '@/features/letters/moves';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { declineInput, officeReasonInput, proposalInput } from '../input';
import { letters } from '../letters';
import { lockNumbered, step, tellAuthors } from '../moves';
import { openLegalGates } from '../moves/gates';

/** Row 4: taken up; the legal gates of its kind appear. */
export const acceptProposal = command({
  act: acts.accept,
  input: proposalInput,
  facts: lockNumbered,
  run: async ({ db, community, now, actor, facts: { row } }) => {
    const gates = await openLegalGates(db, row);
    await tellAuthors({ db, now }, row, letters.proposal_accepted, { title: row.title });
    return step({ db, community, now, actor }, row, 'accepted', { to: 'scoping', detail: { gates } });
  },
});

/** Row 3: not taken up, with the reason and whom to ask instead; the author may appeal for 15 days. */
export const declineProposal = command({
  act: acts.decline,
  input: declineInput,
  facts: lockNumbered,
  run: async ({ db, community, now, actor, input, facts: { row } }) => {
    const { reason, askInstead } = input;
    await tellAuthors({ db, now }, row, letters.proposal_declined, { title: row.title, askInstead });
    return step({ db, community, now, actor }, row, 'declined', { to: 'declined', reason, detail: { askInstead } });
  },
});

/** Row 3t: declined by mistake; it is looked at as if nobody had. */
export const takeBackDecline = command({
  act: acts.takeBackDecline,
  input: officeReasonInput,
  facts: lockNumbered,
  run: async ({ db, community, communityId, now, actor, input: { reason }, facts: { row, no } }) => {
    await endNews({ db, communityId, now }, { about: 'proposal', numbers: [no] });
    await tellAuthors({ db, now }, row, letters.decline_taken_back, { title: row.title, reason });
    return step({ db, community, now, actor }, row, 'decline_taken_back', { to: 'submitted', reason });
  },
});
