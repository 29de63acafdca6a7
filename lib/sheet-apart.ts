import { spawn } from 'node:child_process';
import path from 'node:path';
import { ok, type Result, refuse } from './result';

const LONGEST = 60_000;
/** Sheets in hand at once: one is read, the others wait. */
const MOST_IN_HAND = 3;

/** What a sheet says, as JSON: it is kept as it is. `problems` has the first 200 of `total`; with any, no rows. */
export interface ReadSheet {
  rows: string;
  problems: string;
  total: number;
}

/** One of the process, however many bundles hold this file. */
const shared = globalThis as { [key: symbol]: unknown };
const desk = (shared[Symbol.for('tongxin.sheets')] ??= { last: Promise.resolve(), inHand: 0 }) as {
  last: Promise<unknown>;
  inHand: number;
};

/** Reads it in a process of its own, with none of our secrets and half a gigabyte of memory. Undefined: it came to grief. */
function readApart(bytes: Buffer): Promise<string[] | undefined> {
  const reader = ['--max-old-space-size=512', '--import', 'tsx', path.resolve('cli/read-sheet.ts')];
  const child = spawn(process.execPath, reader, { stdio: ['pipe', 'pipe', 'ignore'], env: { NODE_ENV: 'production' } });
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
    child.stdin.end(bytes);
  });
}

/**
 * The register in this file, read while everybody else is answered. Refuses `empty`, `too_large`, `too_many_rows`,
 * `not_a_sheet` (also one that takes a minute or too much memory), and `busy` when three are being read.
 */
export async function readSheetApart(bytes: Buffer): Promise<Result<ReadSheet>> {
  if (desk.inHand >= MOST_IN_HAND) return refuse('busy', { seconds: 30 });
  desk.inHand += 1;
  try {
    const turn = desk.last.then(() => readApart(bytes));
    desk.last = turn;
    const [head = '', problems = '', rows = ''] = (await turn) ?? [];
    const { code, total } = JSON.parse(head || '{"code":"not_a_sheet"}') as { code?: string; total?: number };
    return code === undefined ? ok({ rows, problems, total: total ?? 0 }) : refuse(code);
  } finally {
    desk.inHand -= 1;
  }
}
