import { z } from 'zod';
import { spokenProof } from '@/features/opinions/input';
import { pictureInput } from '@/features/pictures/input';
import { officeReasonInput, proposalInput } from '@/features/proposals/input';
import { hung } from '@/lib/hung';
import { choice, day, id, line, list, optionalText, orNothing, text, yuan } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';
import type { ShortFacts, ShortWay } from './facts';
import { MOST_PLACES, SHORT_ANSWERS } from './rules';

export const limitInput = z.object({ limit: yuan });

/** `places`: the entrances beside it. */
export const proposeInput = z.object({
  proposal: id,
  what: hung(text(400)),
  who: hung(line(60)),
  cost: yuan,
  harmless: hung(text(400)),
  places: list(id).pipe(z.array(z.number()).min(1, 'choose_one').max(MOST_PLACES, 'too_many_places')),
});

export const decideInput = proposalInput.extend({ shown: shownInput });
export const refuseInput = officeReasonInput.extend({ shown: shownInput });

/** Without `household`: the person's own. */
export const objectInput = z.object({ proposal: id, household: orNothing(id), words: text(1000), shown: shownInput });
/** Written down at the door for a household. */
export const recordInput = z.object({
  proposal: id,
  household: id,
  words: text(1000),
  shown: shownInput,
  ...spokenProof,
});

export const finishInput = z.object({
  proposal: id,
  doneOn: day,
  note: hung(optionalText(400)),
  photo: pictureInput.optional(),
});
export const answerInput = z.object({
  proposal: id,
  answer: choice(SHORT_ANSWERS),
  words: optionalText(1000),
  shown: shownInput,
});
export const againInput = officeReasonInput.extend({ to: choice(['short', 'scoping']) });

/** What is shown of a small thing to whoever confirms it, or has a reason against it. */
export const shortShown = ({ short }: { short: ShortFacts['short'] }): Shown => ({
  what: short?.what ?? null,
  who: short?.who ?? null,
  cost: short === null ? null : String(short.cost),
  harmless: short?.harmless ?? null,
  places: short === null ? null : placesSaid(short),
});

/** What was done, as it is shown to whoever says whether it is good. */
export const doneShown = ({ short }: { short: ShortFacts['short'] }): Shown => ({
  what: short?.what ?? null,
  doneOn: short?.doneOn ?? null,
  note: short?.note || null,
});

/** `14-1 15-2`: entrances as they stand on the doors. */
const placesSaid = ({ places }: ShortWay): string => places.map(({ building, no }) => `${building}-${no}`).join(' ');
