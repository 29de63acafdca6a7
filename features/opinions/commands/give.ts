import { and, eq } from 'drizzle-orm';
import { opinionContent } from '@/db/schema/opinions';
import { currentOpinion } from '@/features/rounds/rules';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import * as acts from '../acts';
import { correctInput, giveInput, wordShown } from '../input';
import { lockVoter, type Spoken } from '../moves';
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

/** What stands for the household: whoever speaks for it says so instead of that. */
async function standing({ db, facts: { chain, round: of } }: Scope & { facts: Spoken }) {
  const current = currentOpinion(chain);
  if (!current) return wordShown(null);
  const [content] = await db
    .select({ condition: opinionContent.condition, words: opinionContent.words })
    .from(opinionContent)
    .where(and(eq(opinionContent.communityId, of.communityId), eq(opinionContent.opinionId, current.id)));
  return wordShown({ ...current, ...content });
}

/** 意见: a household's own word in an open round. Later supersedes; the history stays. */
export const giveOpinion = command({
  act: acts.giveOpinion,
  input: giveInput,
  facts: lockVoter,
  shown: standing,
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
  shown: standing,
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
