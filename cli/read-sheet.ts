import { readRegister } from '@/features/people/rules';
import { readSheetRows, SheetError } from '@/lib/sheet';

/** Reads a sheet from stdin for the web process, which must not stand still over it; see `lib/sheet-apart.ts`. */
const LISTED = 200;

async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const say = (lines: unknown[]) => process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  try {
    const { rows, problems } = readRegister(await readSheetRows(Buffer.concat(pieces)));
    say([{ total: problems.length }, problems.slice(0, LISTED), problems.length > 0 ? [] : rows]);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    say([{ code: error.code }]);
  }
}

await main();
