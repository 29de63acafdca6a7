import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Call } from '@/lib/gate';
import { processWide } from '@/lib/process-wide';
import { ok, type Result, refuse } from '@/lib/result';
import { type FileFault, MOST_BYTES } from './limits';

const LONGEST = 60_000;
/** Sheets in hand at once: one is read, the others wait. */
const MOST_IN_HAND = 3;

/**
 * What a sheet says, as JSON: it is kept as it is. `problems` has the first 200 of `total`; with any, no rows. `totals`
 * are the rows of sums, which were skipped.
 */
export interface ReadSheet {
  rows: string;
  problems: string;
  totals: string;
  total: number;
}

const desk = processWide('sheets', () => ({ last: Promise.resolve<unknown>(undefined), inHand: 0 }));

/** What a process of its own says to this, with half a gigabyte of memory and a minute. Undefined: it came to grief. */
function ask(
  [script, ...named]: string[],
  given: (string | Buffer)[],
  env: NodeJS.ProcessEnv,
): Promise<string[] | undefined> {
  const program = ['--max-old-space-size=512', '--import', 'tsx', path.resolve(script ?? ''), ...named];
  const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'ignore'], env });
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST);
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.stdin.on('error', () => {});
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => {
      clearTimeout(late);
      resolve(code === 0 ? Buffer.concat(said).toString('utf8').split('\n') : undefined);
    });
    for (const one of given) child.stdin.write(one);
    child.stdin.end();
  });
}

/** None of our secrets for what reads a stranger's file. */
const readApart = (name: string, bytes: Buffer) =>
  ask(['cli/read-sheet.ts', name], [bytes], { NODE_ENV: 'production' });

/** One at a time, so that the machine is not full of them. */
async function inTurn<T>(work: () => Promise<T>): Promise<Result<T>> {
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
 * `not_a_sheet` for one that takes a minute or too much memory), and `busy` when three are being read.
 */
export async function readSheetApart(name: string, bytes: Buffer): Promise<Result<ReadSheet>> {
  if (bytes.length > MOST_BYTES) return refuse('too_large');
  const done = await inTurn(() => readApart(name, bytes));
  if (!done.ok) return done;
  const [head = '', problems = '', totals = '', rows = ''] = done.value ?? [];
  const { code, total } = JSON.parse(head || '{"code":"not_a_sheet"}') as { code?: FileFault; total?: number };
  return code === undefined ? ok({ rows, problems, totals, total: total ?? 0 }) : refuse(code);
}

/**
 * Imports the rows of such a sheet, as JSON, by its command: the same policy, the same transaction, in another process.
 * Refuses what the command refuses, and `busy`.
 * @throws Error when the process came to grief; then nothing was imported, or all of it, which the next try says.
 */
export async function importApart<T>(
  name: string,
  call: Call,
  sheet: { hash: string; rows: string },
): Promise<Result<T>> {
  const head = `${JSON.stringify({ call, hash: sheet.hash })}\n`;
  const done = await inTurn(() => ask(['cli/import-kept.ts', name], [head, sheet.rows], process.env));
  if (!done.ok) return done;
  const [said = ''] = done.value ?? [];
  if (!said) throw new Error(`the sheet ${name} was not imported`);
  return JSON.parse(said) as Result<T>;
}
