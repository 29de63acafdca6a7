import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { decode, delimiterOf } from '@/lib/sheet/csv';
import { MOST_BYTES, SheetError } from '@/lib/sheet/limits';
import { messages } from '@/lib/sheet/messages';

/** The command was not understood: exit code 2. */
export class UsageError extends Error {}

/** The data was read and refused: exit code 1; every line says what is wrong where. */
export class Refused extends Error {
  constructor(
    readonly lines: readonly string[],
    /** What stands on stdout all the same. */
    readonly answer?: object,
  ) {
    super(lines.join('\n'));
  }
}

/** An answer of many lines, each JSON of its own. */
export class Lines {
  constructor(readonly lines: readonly unknown[]) {}
}

/** Reads `--name value` for exactly these names. Throws UsageError on anything else, and when a required one is missing. */
export function options<R extends string, O extends string>(
  args: readonly string[],
  required: readonly R[],
  optional: readonly O[],
): Record<R, string> & Partial<Record<O, string>> {
  const names = [...required, ...optional];
  const spec = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  let values: Record<string, string | undefined>;
  try {
    values = parseArgs({ args: [...args], options: spec, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const missing = required.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new UsageError(`missing ${missing.map((name) => `--${name}`).join(', ')}`);
  return values as Record<R, string> & Partial<Record<O, string>>;
}

/** One of the allowed words, or UsageError naming them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${option} is one of ${allowed.join(', ')}`);
  return found;
}

/** A row of a table: its line in the file, and the text under each wanted column. */
export type Row<C extends string> = { line: number; cells: Record<C, string> };

/**
 * Reads a CSV file (any encoding and delimiter of `lib/sheet/csv.ts`) with a header naming at least these columns, in any order.
 * Throws Refused when it cannot be read, a column is missing or named twice, or a line has too few or too many cells.
 * No rows below the header are no fault.
 */
export function readTable<C extends string>(path: string, columns: readonly C[]): Row<C>[] {
  const lines: number[] = [];
  let records: string[][];
  try {
    if (statSync(path).size > MOST_BYTES) throw new SheetError('too_large');
    const text = decode(readFileSync(path));
    records = parse(text, {
      delimiter: delimiterOf(text),
      trim: true,
      skip_empty_lines: true,
      on_record: (record, info) => {
        lines.push(info.lines);
        return record;
      },
    });
  } catch (error) {
    if (error instanceof SheetError) throw new Refused([`${path}: ${messages.en.faults[error.code]}`]);
    throw new Refused([`${path}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const [names = [], ...rows] = records;
  const wrong = columns.flatMap((column) => {
    const times = names.filter((name) => name === column).length;
    return times === 1 ? [] : [`${path}: column ${column} is ${times === 0 ? 'missing' : 'there twice'}`];
  });
  if (wrong.length > 0) throw new Refused(wrong);
  return rows.map((row, index) => ({
    line: lines[index + 1] ?? 0,
    cells: Object.fromEntries(columns.map((column) => [column, row[names.indexOf(column)] ?? ''])) as Record<C, string>,
  }));
}

/** Runs a verb: JSON on stdout, in one line or `Lines`, and 0; refusals line by line on stderr and 1; usage on stderr and 2; `--help` and 0. */
export async function verb(help: string, args: readonly string[], run: () => unknown): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  try {
    const said = await run();
    const lines = said instanceof Lines ? said.lines : [said];
    process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return 0;
  } catch (error) {
    if (error instanceof Refused) {
      if (error.answer) process.stdout.write(`${JSON.stringify(error.answer)}\n`);
      process.stderr.write(`${error.lines.join('\n')}\n`);
    } else if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${help}\n`);
    else throw error;
    return error instanceof Refused ? 1 : 2;
  }
}
