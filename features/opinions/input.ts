import { z } from 'zod';
import { OPINION_PROOFS, PROOFS, SPOKEN_PROOFS } from '@/db/words/opinions';
import { pictureInput } from '@/features/pictures/input';
import { always, choice, clock, id, optionalName, optionalText, orNothing, type Parsed, version } from '@/lib/input';
import { inBrief, type Shown, shownInput } from '@/lib/shown';
import { GROUNDS, type Ground, STANCES } from './rules';

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

/** How it is proved that a household said something, where no picture is taken: fields of whatever is written down so. */
export const spokenProof = {
  channel: choice(['door', 'phone']).default('door'),
  proof: choice(SPOKEN_PROOFS),
  witness: orNothing(id),
  witnessName: optionalName(40),
  message: optionalText(300),
};

/** The same where it may be on paper, signed. */
export const signedProof = {
  ...spokenProof,
  channel: choice(['door', 'paper', 'phone']).default('door'),
  proof: choice(PROOFS),
  photo: pictureInput.optional(),
};

/** Or said at a meeting, on whose list the household stands. */
export const metProof = {
  ...signedProof,
  channel: choice(['door', 'paper', 'phone', 'meeting']).default('door'),
  proof: choice(OPINION_PROOFS),
};

interface Proven {
  proof: string;
  photo?: unknown;
  message: string;
  witness?: number | undefined;
  witnessName: string;
}

/** A proof that is not there is for the rules to refuse; beside other errors it is said together with them. */
const beside = (parsed: Parsed) => always(parsed) && parsed.issues.length > 0;

const hasWitness = ({ proof, witness, witnessName }: Proven) =>
  proof !== 'read_back' || Boolean(witness || witnessName);

/** With what is missing of its proof, where something else is wrong. */
export const withProof = <S extends z.ZodType<Proven>>(schema: S): S =>
  schema
    .refine((value) => value.proof !== 'signature_photo' || Boolean(value.photo), {
      path: ['photo'],
      message: 'photo_missing',
      when: beside,
    })
    .refine((value) => value.proof !== 'sms_reply' || Boolean(value.message), {
      path: ['message'],
      message: 'message_missing',
      when: beside,
    })
    .refine(hasWitness, { path: ['witness'], message: 'witness_missing', when: beside });

/**
 * `witness`: a person's id; or anybody, by `witnessName`. `photo`: of the signature. `message`: what the household's
 * text message says, or when it came. `saidAt`: when it was said, if not now. `seen`: the opinion the form showed, 0 for
 * none. `again`: by the same witness as at the last door, of whom it is said anew that they are `present`.
 */
export const recordInput = withProof(
  z
    .object({
      ...said,
      household: id,
      ...metProof,
      saidAt: orNothing(clock),
      seen: version,
      capturedAt,
      again: orNothing(choice(['yes'])),
      present: orNothing(choice(['yes'])),
    })
    .refine(hasCondition, noCondition)
    .refine(hasGround, noGround)
    .refine(({ again, present }) => again !== 'yes' || present === 'yes', {
      path: ['present'],
      message: 'witness_missing',
      when: always,
    }),
);

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
