import { z } from 'zod';
import { pictureInput } from '@/features/pictures/input';
import { choice, clock, id, optionalName, optionalText, orNothing, version } from '@/lib/input';
import { inBrief, type Shown, shownInput } from '@/lib/shown';
import { GROUNDS, type Ground, PROOFS, STANCES } from './rules';

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
  ground?: Ground | undefined;
}

interface Parsed {
  value: unknown;
  issues: unknown[];
}

/** Whatever else is wrong with the form, so that everything is said at once. */
const always = ({ value }: Parsed) => typeof value === 'object' && value !== null;

const hasCondition = (value: Said) => value.stance !== 'support_if' || Boolean(value.condition);
const noCondition = { path: ['condition'], message: 'condition_missing', when: always };
const hasGround = (value: Said) => value.stance !== 'oppose' || Boolean(value.ground);
const noGround = { path: ['ground'], message: 'ground_missing', when: always };

/**
 * Without `household`: the person's own household in the round. A condition says what it is; an opposition says why.
 * `shown`: what stood for the household when the form was opened.
 */
export const giveInput = z
  .object({ ...said, household: orNothing(id), capturedAt, shown: shownInput })
  .refine(hasCondition, noCondition)
  .refine(hasGround, noGround);

export const correctInput = giveInput;

interface Proven {
  proof: string;
  photo?: unknown;
  message: string;
  witness?: number | undefined;
  witnessName: string;
}

/** A proof that is not there is for the rules to refuse; beside other errors it is said together with them. */
const beside = (parsed: Parsed) => always(parsed) && parsed.issues.length > 0;

/**
 * `witness`: a person's id; or anybody, by `witnessName`. `photo`: of the signature. `message`: what the household's
 * text message says, or when it came. `saidAt`: when it was said, if not now. `seen`: the opinion the form showed, 0 for
 * none.
 */
export const recordInput = z
  .object({
    ...said,
    household: id,
    channel: choice(['door', 'paper', 'phone']).default('door'),
    proof: choice(PROOFS),
    witness: orNothing(id),
    witnessName: optionalName(40),
    photo: pictureInput.optional(),
    message: optionalText(300),
    saidAt: orNothing(clock),
    seen: version,
    capturedAt,
  })
  .refine(hasCondition, noCondition)
  .refine(hasGround, noGround)
  .refine((value: Proven) => value.proof !== 'signature_photo' || Boolean(value.photo), {
    path: ['photo'],
    message: 'photo_missing',
    when: beside,
  })
  .refine((value: Proven) => value.proof !== 'sms_reply' || Boolean(value.message), {
    path: ['message'],
    message: 'message_missing',
    when: beside,
  })
  .refine((value: Proven) => value.proof !== 'read_back' || Boolean(value.witness || value.witnessName), {
    path: ['witness'],
    message: 'witness_missing',
    when: beside,
  });

export const visitInput = z.object({ round: id, household: id, outcome: choice(['refused', 'not_home']) });

export const drawInput = z.object({ round: id });

export const recheckInput = z.object({
  recheck: id,
  outcome: choice(['same', 'different', 'not_reached']),
  note: optionalText(300),
});

interface Word {
  stance: string;
  condition?: string | null;
  words?: string | null;
}

/** What stands for a household in a round, as its form shows it; nothing while nothing does. */
export const wordShown = (word: Word | null): Shown =>
  word === null
    ? {}
    : {
        stance: word.stance,
        condition: inBrief(word.condition ?? '') || null,
        words: inBrief(word.words ?? '') || null,
      };
