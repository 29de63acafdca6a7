import { type Actor, personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { correctInput, giveInput } from '../input';
import { lockVoter } from '../moves';
import { checkVersion } from '../rules';
import { type How, idleCondition, races, say } from './say';

const ownWord = (actor: Actor): How => ({
  own: true,
  channel: 'self',
  authorId: personOf(actor),
  recorderId: null,
  proof: null,
  witnessId: null,
  witness: '',
  message: '',
});

/** 意见: a household's own word in an open round. Later supersedes; the history stays. */
export const giveOpinion = command({
  act: acts.giveOpinion,
  input: giveInput,
  facts: lockVoter,
  races,
  run: async ({ db, communityId, now, actor, input, facts: voter }) => {
    const shown = checkVersion(voter.round.planVersion, input.version);
    if (!shown.ok) return shown;
    const idle = await idleCondition(db, voter, input);
    if (idle) return idle;
    const { value, content } = await say({ db, communityId, now }, voter, input, ownWord(actor));
    return {
      ok: true,
      value,
      leaf: { subject: `round/${voter.round.no}`, content },
      changed: [],
    };
  },
});

/** The household's own word instead of what stands for it; for 72 hours after a recording also when the round is over. */
export const correctOpinion = command({
  act: acts.correctOpinion,
  input: correctInput,
  facts: lockVoter,
  races: { ...races, round_window_open: 'correction_over' },
  run: async ({ db, communityId, now, actor, input, facts: voter }) => {
    const idle = await idleCondition(db, voter, input);
    if (idle) return idle;
    const { value, content } = await say({ db, communityId, now }, voter, input, ownWord(actor));
    const corrects = voter.chain.at(-1)?.id ?? null;
    return {
      ok: true,
      value,
      leaf: { subject: `round/${voter.round.no}`, content: { ...content, corrects } },
      changed: [],
    };
  },
});
