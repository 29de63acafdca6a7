import {
  type Channel,
  GROUNDS,
  type Ground,
  PROOFS,
  type ProofKind,
  STANCES,
  type Stance,
  type VisitOutcome,
} from '@/db/words/opinions';
import { WORD_COUNTS_IN } from '@/features/proposals/rules';
import type { RoundState } from '@/features/rounds/rules';
import { isOpen, type Window } from '@/features/rounds/rules/window';
import { hoursAfter, shanghaiDate, shanghaiHour } from '@/lib/calendar';
import { lookalikeOf } from '@/lib/lookalike';
import { shareOf } from '@/lib/quantity';
import { ok, type Result, refuse } from '@/lib/result';

export { type Channel, GROUNDS, type Ground, PROOFS, type ProofKind, STANCES };

/** Which proofs fit a channel: over the telephone nobody signs, on paper nobody needs a message. */
const PROOFS_OF: Readonly<Record<Recording['channel'], readonly ProofKind[]>> = {
  door: ['signature_photo', 'sms_reply', 'read_back'],
  paper: ['signature_photo'],
  phone: ['sms_reply', 'read_back'],
  meeting: ['attendance'],
};

export type Recording = {
  recorder: number;
  channel: Exclude<Channel, 'self'>;
  proof: ProofKind | null;
  /** Somebody known here by id, or anybody by the name they gave. */
  witness: number | string | null;
  /** Whether the picture of the signature came with it. */
  photo: boolean;
  /** What the household's own message says, or when it came; empty when there is none. */
  message: string;
  /** So that nobody is their own witness by name. */
  recorderName?: string;
};

/** Whoever spoke at a meeting is on its list: that is the proof. */
export const checkMet = ({
  channel,
  met,
}: {
  channel: string;
  met: object | null;
}): Result<undefined, 'not_at_the_meeting'> =>
  channel !== 'meeting' || met !== null ? ok() : refuse('not_at_the_meeting');

const missing = (what: 'photo' | 'message') => refuse(`${what}_missing`, undefined, { [what]: `${what}_missing` });

/**
 * Whether what is written down for a household is proved: in a way that fits how it was heard and is really there, and by
 * a witness who is somebody else.
 */
export function checkRecording(
  recording: Recording,
): Result<
  undefined,
  'proof_missing' | 'photo_missing' | 'message_missing' | 'witness_missing' | 'witness_is_recorder'
> {
  const { recorder, channel, proof, witness } = recording;
  if (!proof || !PROOFS_OF[channel].includes(proof))
    return refuse('proof_missing', undefined, { proof: 'proof_missing' });
  if (proof === 'signature_photo' && !recording.photo) return missing('photo');
  if (proof === 'sms_reply' && recording.message === '') return missing('message');
  if (proof === 'read_back' && !witness) return refuse('witness_missing', undefined, { witness: 'witness_missing' });
  const byName = typeof witness === 'string' && lookalikeOf(witness, [{ name: recording.recorderName ?? null }]);
  if (witness === recorder || byName)
    return refuse('witness_is_recorder', undefined, {
      [byName ? 'witnessName' : 'witness']: 'witness_is_recorder',
    });
  return ok();
}

/**
 * What is written down replaces only what its recorder saw. `seen`: the opinion that held for the household when the
 * form was opened, 0 for none.
 */
export function checkSeen(seen: number, current: { id: number } | null): Result<undefined, 'recorded_meanwhile'> {
  return seen === (current?.id ?? 0) ? ok() : refuse('recorded_meanwhile');
}

interface Word {
  stance: Stance;
  ground?: Ground | null | undefined;
  condition: string;
  words: string;
}

/**
 * Whether a word of the same round is the one that stands: a ground belongs to opposing, a condition to agreeing on one. A
 * later round asks about another version, and what is said there is never the same.
 */
export function saysTheSame(said: Word, before: Word & { ground: Ground | null }): boolean {
  const { stance } = said;
  return (
    stance === before.stance &&
    said.words === before.words &&
    (stance !== 'oppose' || (said.ground ?? null) === before.ground) &&
    (stance !== 'support_if' || said.condition === before.condition)
  );
}

/** How long a household may correct, by its own word, what was recorded for it, also after the round has closed. */
const CORRECTION_HOURS = 72;

export function correctionEnds(receivedAt: Date): Date {
  return hoursAfter(receivedAt, CORRECTION_HOURS);
}

/** Until when a household may say it otherwise: as long as everybody is asked, and those hours if they end later. */
export function correctableUntil(receivedAt: Date, closesAt: Date): Date {
  const hours = correctionEnds(receivedAt);
  return hours > closesAt ? hours : closesAt;
}

export function mayCorrect(receivedAt: Date, now: Date): boolean {
  return now < correctionEnds(receivedAt);
}

/** Turns a text into its lower-case hexadecimal SHA-256. An argument, so that rules stay free of platform libraries. */
export type Digest = (text: string) => string;

/**
 * Draws `size` of `ids` so that anybody can repeat it: in the order of SHA-256("seed:id"), the first ones. The order in
 * which ids are given and repeated ids change nothing. The seed must be fixed where nobody could choose it, for
 * instance the record's head after the close.
 */
export function draw<T extends number | string>(ids: readonly T[], size: number, seed: string, digest: Digest): T[] {
  const keyed = [...new Set(ids)].map((id) => ({ id, key: digest(`${seed}:${id}`) }));
  keyed.sort((a, b) => (a.key === b.key ? compare(a.id, b.id) : compare(a.key, b.key)));
  return keyed.slice(0, size).map(({ id }) => id);
}

const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** The recorded opinions somebody else asks about again: at least one in ten, never rounded down. */
export function recheckSample<T extends number | string>(recorded: readonly T[], seed: string, digest: Digest): T[] {
  return draw(recorded, shareOf(new Set(recorded).size, 1, 10), seed, digest);
}

interface RecordedBy {
  recorder: number | null;
  witness: number | string | null;
}

/** A re-check is done by neither who recorded the opinion nor who witnessed it. */
export const mayRecheck = (checker: number | null, { recorder, witness }: RecordedBy): boolean =>
  checker === null || (checker !== recorder && checker !== witness);

const HURRY_COUNT = 10;
const HURRY_MS = 10 * 60_000;

/**
 * Recordings of one person that deserve a second look, by position: more than ten within ten minutes, or between 22:00
 * and 07:00, by when they came in, whatever their sender says. They are kept and counted, and all of them are re-checked.
 */
export function suspectRecordings(receivedAt: readonly Date[]): number[] {
  return receivedAt.flatMap((moment, index) => {
    const hour = shanghaiHour(moment);
    const inAnyWindow = receivedAt.some((start) => {
      const within = (other: Date) => other >= start && other.getTime() <= start.getTime() + HURRY_MS;
      return within(moment) && receivedAt.filter(within).length > HURRY_COUNT;
    });
    return hour >= 22 || hour < 7 || inAnyWindow ? [index] : [];
  });
}

type RoundFacts = Window & { state: RoundState };

/** What is said belongs to an open round. */
export function checkRound(round: RoundFacts, now: Date): Result<undefined, 'not_yet_open' | 'round_closed'> {
  if (round.state === 'open' && isOpen(round, now)) return ok();
  return refuse(now < round.opensAt ? 'not_yet_open' : 'round_closed');
}

/** When it was said, where that is written down later: within the round, and not still to come. */
export function checkSaidAt(round: Window, saidAt: Date | undefined, now: Date): Result<undefined, 'invalid'> {
  if (saidAt === undefined || (saidAt >= round.opensAt && saidAt <= now)) return ok();
  const code = saidAt > now ? 'said_later' : 'said_earlier';
  return refuse('invalid', undefined, { saidAt: code });
}

/** And to the version of the plan that was shown. */
export const checkVersion = (asked: number, shown: number | undefined): Result<undefined, 'other_version'> =>
  shown === undefined || shown === asked ? ok() : refuse('other_version', { version: asked });

/**
 * A household corrects what stands for it in a round: while the round is open; after it, within 72 hours of what was
 * recorded in its name, as long as nothing has been signed.
 */
export function checkCorrection(
  round: RoundFacts,
  chain: readonly { own: boolean; disowned?: boolean; receivedAt: Date }[],
  state: string,
  now: Date,
): Result<undefined, 'nothing_to_correct' | 'round_closed' | 'signed_already' | 'correction_over'> {
  if (chain.every(({ disowned }) => disowned)) return refuse('nothing_to_correct');
  if (checkRound(round, now).ok) return ok();
  if (now < round.opensAt) return refuse('round_closed');
  if (!(WORD_COUNTS_IN as readonly string[]).includes(state)) return refuse('signed_already');
  return chain.some((one) => !one.own && mayCorrect(one.receivedAt, now)) ? ok() : refuse('correction_over');
}

/** A recorded opinion as the draw sees it. */
export type Recorded = { id: number; recorder: number; receivedAt: Date };

/** One in ten of all recorded, and every one that was recorded in a hurry or by night. */
export function recheckDraw(recorded: readonly Recorded[], seed: string, digest: Digest): number[] {
  const sample = recheckSample(
    recorded.map((one) => one.id),
    seed,
    digest,
  );
  const recorders = [...new Set(recorded.map((one) => one.recorder))];
  const suspect = recorders.flatMap((recorder) => {
    const own = recorded.filter((one) => one.recorder === recorder);
    return suspectRecordings(own.map((one) => one.receivedAt)).flatMap((index) => own[index]?.id ?? []);
  });
  return [...new Set([...sample, ...suspect])].sort((a, b) => a - b);
}

/** What stands at a door in a round. The first four: its household was heard. */
export type DoorState = Stance | VisitOutcome | 'not_tried';

const HEARD: readonly DoorState[] = STANCES;

/** How far a round has come at some doors. Who was heard was met, and who was met was tried. */
export interface Progress {
  households: number;
  /** Somebody was there, or the household has spoken without it. */
  knocked: number;
  /** Somebody opened, also those who would rather not say. */
  met: number;
  /** What counts as reached everywhere else: any of the four stances. */
  heard: number;
}

export function progressOf(doors: readonly { state: DoorState }[]): Progress {
  const count = (of: (state: DoorState) => boolean) => doors.filter(({ state }) => of(state)).length;
  return {
    households: doors.length,
    knocked: count((state) => state !== 'not_tried'),
    met: count((state) => HEARD.includes(state) || state === 'refused'),
    heard: count((state) => HEARD.includes(state)),
  };
}

interface Tried {
  state: DoorState;
  visits: readonly { at: Date }[];
  /** It asks that nobody knocks. */
  quiet?: boolean;
}

/**
 * The doors still to knock at, from this one on, but for those that ask for no visits: those nobody has tried, as they hang, then those where nobody was home,
 * the least tried first, of them the one not tried for longest.
 */
export function doorsToTry<T extends Tried>(doors: readonly T[], from: number): T[] {
  const round = [...doors.slice(from + 1), ...doors.slice(0, Math.max(from, 0))].filter(({ quiet }) => !quiet);
  const last = ({ visits }: T) => visits.at(-1)?.at.getTime() ?? 0;
  return [
    ...round.filter(({ state }) => state === 'not_tried'),
    ...round
      .filter(({ state }) => state === 'not_home')
      .sort((a, b) => a.visits.length - b.visits.length || last(a) - last(b)),
  ];
}

interface Proven {
  id: number;
  recorder: number | null;
  receivedAt: Date;
  channel: Channel;
  proof: ProofKind | null;
  witnessId: number | null;
  witness: string | null;
}

/**
 * How somebody proved what they last wrote down today, for the next door; null: nothing today. Who was there is asked at each
 * door anew.
 */
export function lastProof<T extends Proven>(said: readonly T[], recorder: number, now: Date) {
  const today = said.filter((one) => one.recorder === recorder && shanghaiDate(one.receivedAt) === shanghaiDate(now));
  // Who was at a meeting is seen from its list, one by one.
  const last = today
    .filter(({ channel }) => channel !== 'meeting')
    .reduce<T | null>((newest, one) => (newest && newest.id > one.id ? newest : one), null);
  if (!last?.proof) return null;
  const { channel, proof, witnessId, witness } = last;
  /** Whether it needs nothing new at the next door: no picture, no message. */
  return { channel, proof, witnessId, witness: witness ?? '', again: proof === 'read_back' };
}
