import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Call } from '@/lib/gate';
import { processWide } from '@/lib/process-wide';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { type BlankFault, type BlankLayout, type Filling, MOST_BLANK_BYTES } from './blank/shape';
import type { Remembered } from './heading';
import type { Kept, ReadSheet } from './kept';
import { type FileFault, MOST_BYTES } from './limits';

const LONGEST = 60_000;
/** Sheets in hand at once: one is read, the others wait. */
const MOST_IN_HAND = 3;

const desk = processWide('sheets', () => ({ last: Promise.resolve<unknown>(undefined), inHand: 0 }));

/** What a process of its own says to this, with half a gigabyte of memory and a minute. Else: it came to grief, or was too late. */
function ask(
  [script, ...named]: string[],
  given: string | Buffer,
  env: NodeJS.ProcessEnv,
  longest = LONGEST,
): Promise<Buffer | 'grief' | 'late'> {
  const program = ['--max-old-space-size=512', '--import', 'tsx', path.resolve(script ?? ''), ...named];
  const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'ignore'], env });
  return new Promise((resolve) => {
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, longest);
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.stdin.on('error', () => {});
    child.once('error', () => resolve('grief'));
    child.once('close', (code) => {
      clearTimeout(late);
      resolve(code === 0 ? Buffer.concat(said) : isLate ? 'late' : 'grief');
    });
    child.stdin.end(given);
  });
}

/** None of our secrets for what reads a stranger's file. */
const readApart = (name: string, bytes: Buffer, { remembered, longest }: Reading) =>
  ask(['cli/read-sheet.ts', name, JSON.stringify(remembered ?? {})], bytes, { NODE_ENV: 'production' }, longest);

interface Reading {
  remembered?: Remembered | undefined;
  /** So many milliseconds it may take. */
  longest?: number;
}

const unread = (said: 'grief' | 'late') => refuse(said === 'late' ? 'not_through' : 'not_a_sheet');

type Busy = { ok: false; refusal: Refusal<'busy'> };

/** One at a time, so that the machine is not full of them. */
async function inTurn<T>(work: () => Promise<T>): Promise<{ ok: true; value: T } | Busy> {
  if (desk.inHand >= MOST_IN_HAND) return refuse('busy', { seconds: 30 });
  desk.inHand += 1;
  try {
    const turn = desk.last.then(work);
    desk.last = turn.catch(() => {});
    return ok(await turn);
  } finally {
    desk.inHand -= 1;
  }
}

/**
 * The sheet of this name in this file, read while everybody else is answered. Refuses as `SheetError` says (also
 * `not_a_sheet` for one that takes too much memory), `not_through` after a minute, and `busy` when three are being read.
 */
export async function readSheetApart(
  name: string,
  bytes: Buffer,
  reading: Reading = {},
): Promise<Result<ReadSheet, FileFault | 'busy'>> {
  if (bytes.length > MOST_BYTES) return refuse('too_large');
  const done = await inTurn(() => readApart(name, bytes, reading));
  if (!done.ok) return done;
  if (typeof done.value === 'string') return unread(done.value);
  const end = done.value.indexOf('\n');
  const head = JSON.parse(done.value.toString('utf8', 0, end)) as { code: FileFault } | Omit<ReadSheet, 'rows'>;
  return 'code' in head ? refuse(head.code) : ok({ ...head, rows: done.value.subarray(end + 1) });
}

/**
 * Imports a sheet that was kept, by its command: the same policy, the same transaction, in another process. Refuses what
 * the command refuses, and `busy`. `more`: what whoever imports says besides the sheet.
 * @throws Error when the process came to grief; then nothing was imported, or all of it, which the next try says.
 */
export async function importApart<Done extends Result<unknown> = Result<null>>(
  kept: Kept,
  call: Call,
  more: Record<string, string> = {},
): Promise<Done | Busy> {
  const done = await inTurn(() => ask(['cli/import-kept.ts'], JSON.stringify({ call, kept, more }), process.env));
  if (!done.ok) return done;
  if (typeof done.value === 'string') throw new Error(`the sheet ${kept.sheet} was not imported`);
  return JSON.parse(done.value.toString('utf8')) as Done;
}

/** A blank sheet, read while everybody else is answered. Refuses as `BlankError` says. */
export async function readBlankApart(bytes: Buffer): Promise<Result<BlankLayout, BlankFault | 'busy'>> {
  if (bytes.length > MOST_BLANK_BYTES) return refuse('too_large');
  const done = await inTurn(() => ask(['cli/blank.ts', 'read'], bytes, { NODE_ENV: 'production' }));
  if (!done.ok) return done;
  if (typeof done.value === 'string') return unread(done.value);
  const said = JSON.parse(done.value.toString('utf8')) as { code: BlankFault } | { layout: BlankLayout };
  return 'code' in said ? refuse(said.code) : ok(said.layout);
}

/** A blank sheet filled in by a process of its own. @throws Error when it came to grief. */
export async function fillBlankApart(
  bytes: Buffer,
  about: { layout: BlankLayout; filling: Filling },
): Promise<Result<Buffer, 'busy'>> {
  const given = Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), bytes]);
  const done = await inTurn(() => ask(['cli/blank.ts', 'fill'], given, { NODE_ENV: 'production' }));
  if (!done.ok) return done;
  if (typeof done.value === 'string') throw new Error('the blank sheet was not filled in');
  return ok(done.value);
}
