import { parse } from 'csv-parse/sync';
import { type Cell, EMPTY, type Line } from './cell';
import { MOST_COLUMNS, MOST_ROWS_READ, SheetError } from './limits';

const strictly = (encoding: string, bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** UTF-16 as its mark says or, without one, as its noughts lie: beside the ASCII letters, before or after. */
function wide(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes);
  if (!bytes.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < Math.min(bytes.length, 4096); at += 1)
    if (bytes[at] === 0) at % 2 === 0 ? (even += 1) : (odd += 1);
  return strictly(odd > even ? 'utf-16le' : 'utf-16be', bytes);
}

/** UTF-16, UTF-8, or gb18030 as Chinese spreadsheets write it. Throws SheetError on what is no text. */
export function decode(bytes: Buffer): string {
  const text =
    wide(bytes) ?? (bytes.includes(0) ? undefined : (strictly('utf-8', bytes) ?? strictly('gb18030', bytes)));
  if (text === undefined || /[\u0000-\u0008\u000e-\u001b]/.test(text.slice(0, 100_000)))
    throw new SheetError('not_a_sheet');
  return text.replace(/^\uFEFF/, '');
}

/** How well a character parts these lines: in how many of them it stands equally often outside quotes, by how often. */
function parting(lines: readonly string[], delimiter: string): number {
  const agreeing = new Map<number, number>();
  for (const line of lines) {
    const count = line.replace(/"[^"]*"/g, '').split(delimiter).length - 1;
    agreeing.set(count, (agreeing.get(count) ?? 0) + 1);
  }
  return Math.max(...[...agreeing].map(([count, times]) => count * times));
}

/** The character that parts the cells of this text: a comma, a semicolon or a tab. */
export function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n|\r/, 40);
  const full = lines.filter((line) => line.trim() !== '');
  const [best] = [',', ';', '\t']
    .map((delimiter) => ({ delimiter, parts: parting(full, delimiter) }))
    .sort((a, b) => b.parts - a.parts);
  return best?.delimiter ?? ',';
}

/** As exporters guard a text: `="00123"`, or an apostrophe before what a spreadsheet would compute. */
const unguarded = (text: string): string =>
  text
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'(?=[\d\s=+\-@|＝＋－＠｜])/u, '')
    .trim();

/** A CSV file as lines; row 1 is its first record. Throws SheetError. */
export function readCsv(bytes: Buffer): Line[] {
  const whole = decode(bytes);
  if (/^\s*<(?:\?xml|html|!doctype|table|meta)/i.test(whole)) throw new SheetError('old_format');
  const said = /^"?sep=(.)"?\r?\n/i.exec(whole);
  const text = whole.slice(said?.[0].length ?? 0);
  const before = said ? 1 : 0;
  try {
    const rows: string[][] = parse(text, {
      delimiter: said?.[1] ?? delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_ROWS_READ,
    });
    return rows.map((row, at) => ({
      row: before + at + 1,
      cells: row.slice(0, MOST_COLUMNS).map((cell): Cell => {
        const text = unguarded(cell.trim());
        return text === '' ? EMPTY : { text, kind: 'text' };
      }),
    }));
  } catch {
    throw new SheetError('not_a_sheet');
  }
}
