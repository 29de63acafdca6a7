import { readSheetFile } from '@/lib/sheet/file';
import type { Remembered } from '@/lib/sheet/heading';
import { SheetError } from '@/lib/sheet/limits';
import { sheetNamed } from './sheets';

/** Reads the sheet it is told from stdin for the web process, which must not stand still over it; see `lib/sheet/apart.ts`. */
const LISTED = 200;

async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const say = (head: object, rows: unknown[] = []) =>
    process.stdout.write(`${JSON.stringify(head)}\n${JSON.stringify(rows)}`);
  try {
    const [, , name, remembered = '{}'] = process.argv;
    const lines = await readSheetFile(Buffer.concat(pieces));
    const { rows, problems, totals, columns } = sheetNamed(name).read(lines, JSON.parse(remembered) as Remembered);
    const count = problems.length > 0 ? 0 : rows.length;
    const listed = { problems: problems.slice(0, LISTED), totals: totals.slice(0, LISTED) };
    say({ count, total: problems.length, ...listed, columns }, rows);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    say({ code: error.code });
  }
}

await main();
