import { readSheetFile } from '@/lib/sheet/file';
import { SheetError } from '@/lib/sheet/limits';
import { sheetNamed } from './sheets';

/** Reads the sheet it is told from stdin for the web process, which must not stand still over it; see `lib/sheet/apart.ts`. */
const LISTED = 200;

async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const say = (lines: unknown[]) => process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  try {
    const { rows, problems, totals } = sheetNamed(process.argv[2]).read(await readSheetFile(Buffer.concat(pieces)));
    const all = problems.length > 0 ? [] : rows;
    say([{ total: problems.length }, problems.slice(0, LISTED), totals.slice(0, LISTED), all]);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    say([{ code: error.code }]);
  }
}

await main();
