import { and, eq } from 'drizzle-orm';
import { opinionContent } from '@/db/schema/opinions';
import { currentOpinion } from '@/features/rounds/rules';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { correctInput, giveInput, wordShown } from '../input';
import { lockVoter, type Spoken } from '../moves';
import { checkVersion, saysTheSame } from '../rules';
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

/** What stands for the household in this round, in its words. */
async function current(db: Database, { chain, round: of }: Spoken) {
  const stands = currentOpinion(chain);
  if (!stands) return null;
  const [content] = await db
    .select({ condition: opinionContent.condition, words: opinionContent.words })
    .from(opinionContent)
    .where(and(eq(opinionContent.communityId, of.communityId), eq(opinionContent.opinionId, stands.id)));
  return { ...stands, condition: content?.condition ?? '', words: content?.words ?? '' };
}

/** Whoever speaks for the household says so instead of that. */
const standing = async ({ db, facts }: Scope & { facts: Spoken }) => wordShown(await current(db, facts));

/** The household's own word, said once more as it stands, is not kept twice; what others wrote down becomes its own. */
async function saidAlready(db: Database, voter: Spoken, said: Parameters<typeof saysTheSame>[0]) {
  const last = currentOpinion(voter.chain);
  if (!last?.own || last.stance !== said.stance) return undefined;
  const stands = await current(db, voter);
  return stands && saysTheSame(said, stands) ? refuse('nothing_changed') : undefined;
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
    const idle = (await idleCondition(db, voter, input)) ?? (await saidAlready(db, voter, input));
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
    const idle = (await idleCondition(db, voter, input)) ?? (await saidAlready(db, voter, input));
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
