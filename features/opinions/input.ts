import { z } from 'zod';
import { pictureInput } from '@/features/pictures/input';
import { choice, id, optionalText } from '@/lib/input';
import { GROUNDS, PROOFS, STANCES } from './rules';

const orNothing = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), item.optional());

const said = {
  /** The round's number in the community. */
  round: id,
  /** The plan version that was shown, when the page knows it. */
  version: orNothing(id),
  stance: choice(STANCES),
  words: optionalText(1000),
  condition: optionalText(300),
  ground: orNothing(choice(GROUNDS)),
};

/** The device's own time: evidence of when it was said, decides nothing. */
const capturedAt = orNothing(z.iso.datetime({ offset: true, message: 'invalid' }));

interface Said {
  stance: string;
  condition: string;
  ground?: string | undefined;
}

/** A condition says what it is; an opposition says why. */
function complete(value: Said, context: z.RefinementCtx): void {
  if (value.stance === 'support_if' && value.condition === '') {
    context.addIssue({ code: 'custom', path: ['condition'], message: 'condition_missing' });
  }
  if (value.stance === 'oppose' && !value.ground) {
    context.addIssue({ code: 'custom', path: ['ground'], message: 'ground_missing' });
  }
}

/** Without `household`: the person's own household in the round. */
export const giveInput = z.object({ ...said, household: orNothing(id), capturedAt }).superRefine(complete);

export const correctInput = giveInput;

/**
 * `witness`: a person's id; or anybody, by `witnessName`. `photo`: of the signature. `message`: what the household's
 * text message says, or when it came. `seen`: the opinion the form showed, 0 for none.
 */
export const recordInput = z
  .object({
    ...said,
    household: id,
    channel: choice(['door', 'paper', 'phone']).default('door'),
    proof: choice(PROOFS),
    witness: orNothing(id),
    witnessName: optionalText(40),
    photo: pictureInput.optional(),
    message: optionalText(300),
    seen: orNothing(z.coerce.number('invalid').int('invalid').min(0, 'invalid')),
    capturedAt,
  })
  .superRefine(complete);

export const visitInput = z.object({ round: id, household: id, outcome: choice(['refused', 'not_home']) });

export const drawInput = z.object({ round: id });

export const recheckInput = z.object({
  recheck: id,
  outcome: choice(['same', 'different', 'not_reached']),
  note: optionalText(300),
});
