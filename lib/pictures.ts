import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { PdfFault } from './pdf';
import { processWide } from './process-wide';
import { ok, type Result, refuse } from './result';

/** The largest picture somebody may send, in bytes. */
export const MOST_BYTES = 12 * 1024 * 1024;

/** Pictures in hand at once, read, waiting or being made: so much memory they take at most, times 12 MB. */
const MOST_IN_HAND = 12;
/** And of one person, so that nobody takes all the places. */
const MOST_OF_ONE = 3;
const LONGEST = 30_000;

export interface Size {
  data: Buffer;
  width: number;
  height: number;
}

/** One picture in two WebP sizes, together at most 400 kB, with nothing left of what the camera wrote. */
export interface Picture {
  small: Size;
  large: Size;
}

type Fault = 'picture_too_big' | 'picture_kind' | 'picture_heic' | 'picture_broken';

type Answer = Picture | { refusal: Fault };
type Looked = { refusal: PdfFault | null };

/** What the first bytes say: the name and the declared type of a file are anybody's claim. */
export function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const starts = (at: number, ...expected: number[]) => expected.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
  return null;
}

/** What newer telephones write to save space, HEIC and AVIF alike: a box `ftyp` with one of these brands. */
const isHeic = (bytes: Uint8Array): boolean => {
  const text = String.fromCharCode(...bytes.subarray(4, 12));
  return /^ftyp(?:hei[cfmsx]|hev[cmsx]|m[is]f1|avi[fs])$/.test(text);
};

interface Workshop {
  worker?: ChildProcess;
  /** So long it is kept with nothing to do, in milliseconds: what pictures have taken of memory is given back with it. */
  rest: number;
  resting?: NodeJS.Timeout;
  /** Resolves when the picture before is done. */
  last: Promise<unknown>;
  inHand: number;
  ofOne: Map<number, number>;
}

export const workshop = processWide(
  'pictures',
  (): Workshop => ({ rest: 60_000, last: Promise.resolve(), inHand: 0, ofOne: new Map() }),
);

/** The worker's process, with none of our secrets in its environment. It does not hold up our end while it idles. */
function worker(): ChildProcess {
  if (workshop.worker) return workshop.worker;
  const made = spawn(process.execPath, [path.resolve('scripts/plain.mjs'), 'server/picture-worker.ts'], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { NODE_ENV: 'production', TONGXIN_DIST: process.env.TONGXIN_DIST },
  });
  const gone = () => {
    if (workshop.worker === made) workshop.worker = undefined;
  };
  made.once('exit', gone);
  made.on('error', gone);
  made.unref();
  made.channel?.unref();
  workshop.worker = made;
  return made;
}

/** It ends by itself once nobody speaks to it any more; the next picture gets another. */
function dismiss(child: ChildProcess): void {
  if (workshop.worker === child) workshop.worker = undefined;
  if (child.connected) child.disconnect();
}

/** One by the worker; when it ends or takes too long over this one, this one is `broken`. */
function ask<T extends Answer | Looked>(source: Buffer, format: string, broken: T): Promise<T> {
  const child = worker();
  clearTimeout(workshop.resting);
  return new Promise((resolve) => {
    const gone = () => done(broken);
    const done = (answer: T) => {
      clearTimeout(late);
      child.off('message', done);
      child.off('exit', gone);
      child.off('error', gone);
      child.unref();
      child.channel?.unref();
      workshop.resting = setTimeout(dismiss, workshop.rest, child).unref();
      resolve(answer);
    };
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST);
    child.on('message', done);
    child.once('exit', gone);
    child.once('error', gone);
    child.ref();
    child.channel?.ref();
    child.send({ source, format }, (error) => error && gone());
  });
}

/**
 * Re-encodes a JPEG, PNG or WebP in a process of its own, one after another; anything else, anything broken, and
 * anything over 12 MB or 50 million pixels is refused (`picture_too_big`, `picture_kind`, `picture_heic`, `picture_broken`). Turned
 * upright; no metadata, no place, no profile.
 */
export async function makePicture(source: Buffer): Promise<Result<Picture, Fault>> {
  if (source.length > MOST_BYTES) return refuse('picture_too_big');
  const format = formatOf(source);
  if (!format) return refuse(isHeic(source) ? 'picture_heic' : 'picture_kind');
  const made = await inTurn<Answer>(source, format, { refusal: 'picture_broken' });
  return 'refusal' in made ? refuse(made.refusal) : ok(made);
}

function inTurn<T extends Answer | Looked>(source: Buffer, format: string, broken: T): Promise<T> {
  const turn = workshop.last.then(() => ask(source, format, broken));
  workshop.last = turn;
  return turn;
}

/** A PDF as it came, looked through in the same process as pictures are made in: one that is more than a paper is refused. */
export async function checkPdf(source: Buffer): Promise<Result<Buffer, 'picture_too_big' | PdfFault>> {
  if (source.length > MOST_BYTES) return refuse('picture_too_big');
  const { refusal } = await inTurn<Looked>(source, 'pdf', { refusal: 'pdf_broken' });
  return refusal ? refuse(refusal) : ok(source);
}

/**
 * Does `work` with one of the few places for pictures in hand. Without one it is refused: `pictures_one_by_one` when
 * this person has enough of them, `pictures_busy` when all have; `seconds` is when to come again.
 */
export async function inHand<T>(
  person: number,
  work: () => Promise<T>,
): Promise<Result<T, 'pictures_one_by_one' | 'pictures_busy'>> {
  const own = workshop.ofOne.get(person) ?? 0;
  if (own >= MOST_OF_ONE) return refuse('pictures_one_by_one', { seconds: 10 });
  if (workshop.inHand >= MOST_IN_HAND) return refuse('pictures_busy', { seconds: 20 });
  workshop.inHand += 1;
  workshop.ofOne.set(person, own + 1);
  try {
    return ok(await work());
  } finally {
    workshop.inHand -= 1;
    const left = (workshop.ofOne.get(person) ?? 1) - 1;
    if (left > 0) workshop.ofOne.set(person, left);
    else workshop.ofOne.delete(person);
  }
}
