import { z } from 'zod';
import { SPOKEN_PROOFS } from '@/db/words/opinions';
import {
  CARE_CONSENTS,
  HOME_VISIT_OUTCOMES,
  NEED_VERDICTS,
  VISIT_PLACES,
  VISIT_PURPOSES,
  VISIT_REASONS,
} from '@/db/words/visits';
import { choice, clock, day, id, line, optionalLine, optionalName, optionalText, orNothing, text } from '@/lib/input';
import { inBrief, type Shown, shownInput } from '@/lib/shown';

const household = { household: id };

/** Without `visitor`: whoever plans it. */
export const planInput = z.object({
  ...household,
  purpose: choice(VISIT_PURPOSES),
  reason: choice(VISIT_REASONS),
  day,
  visitor: orNothing(id),
});

export const dropInput = z.object({ ...household, reason: text(200) });

/** `person`: who of the household spoke, where they have an account. `round`: the round at whose door it was. */
export const recordInput = z.object({
  ...household,
  purpose: choice(VISIT_PURPOSES),
  outcome: choice(HOME_VISIT_OUTCOMES),
  on: clock,
  place: orNothing(choice(VISIT_PLACES)),
  person: orNothing(id),
  met: optionalLine(60),
  along: optionalLine(60),
  said: optionalText(1000),
  done: optionalText(500),
  follows: optionalText(500),
  round: orNothing(id),
});

/** `agreed`: who said yes, as they are called. Without `helper`: whoever writes it. */
export const careInput = z.object({
  ...household,
  person: orNothing(id),
  consent: choice(CARE_CONSENTS),
  agreed: line(40),
  words: text(500),
  helper: orNothing(id),
});

export const endCareInput = z.object({ note: id });
export const expireInput = z.object({});

export const needInput = z.object({ ...household, wording: text(300) });

const need = { need: id };
export const giveInput = z.object({ ...need, owner: id, due: day });
export const answerInput = z.object({ ...need, words: text(500) });
/** `proof` and what belongs to it: written down for the household. */
export const judgeInput = z.object({
  ...need,
  verdict: choice(NEED_VERDICTS),
  words: optionalText(500),
  channel: choice(['door', 'phone']).default('door'),
  proof: orNothing(choice(SPOKEN_PROOFS)),
  witness: orNothing(id),
  witnessName: optionalName(40),
  message: optionalText(300),
  shown: shownInput,
});

/** What a household says yes or no to. */
export const needShown = ({ wording, answer }: { wording: string; answer: string | null }): Shown => ({
  wording: inBrief(wording),
  answer: answer === null ? null : inBrief(answer),
});

/** Title, place and problem are for everybody to read. */
export const turnInput = z.object({
  ...need,
  into: choice(['case', 'proposal']),
  title: line(80),
  place: line(80),
  problem: text(1000),
});

export const homeInput = z.object(household);
