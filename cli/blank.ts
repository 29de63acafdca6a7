import { FIELDS } from '@/features/blanks/rules';
import { fillBlank } from '@/lib/sheet/blank/fill';
import { readBlank } from '@/lib/sheet/blank/layout';
import { namesOf } from '@/lib/sheet/blank/meaning';
import { BlankError, type BlankLayout, type Filling } from '@/lib/sheet/blank/shape';
import { nameKey } from '@/lib/sheet/heading';
import { SheetError } from '@/lib/sheet/limits';

/** Reads a blank sheet, or fills it in, for the web process, which opens no stranger's file; see `lib/sheet/apart.ts`. */
const names = Object.values(FIELDS).map(namesOf);
const known = (name: string): boolean => names.some((one) => one.has(nameKey(name)));

async function read(bytes: Buffer): Promise<object> {
  try {
    return { layout: await readBlank(bytes, known) };
  } catch (error) {
    if (error instanceof BlankError || error instanceof SheetError) return { code: error.code };
    // Whatever else a damaged archive brings about, it is no sheet.
    return { code: 'not_a_sheet' };
  }
}

async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const given = Buffer.concat(pieces);
  if (process.argv[2] === 'read') return void process.stdout.write(JSON.stringify(await read(given)));
  const end = given.indexOf('\n');
  const { layout, filling } = JSON.parse(given.toString('utf8', 0, end)) as { layout: BlankLayout; filling: Filling };
  process.stdout.write(fillBlank(given.subarray(end + 1), layout, filling));
}

await main();
