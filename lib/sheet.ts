import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

/** One cell as text: numbers and dates as they are written, nothing computed. */
export type SheetRow = string[];

/** Why a file could not be read: `empty`, `too_large`, `too_many_rows`, `not_a_sheet`. */
export class SheetError extends Error {
  constructor(readonly code: 'empty' | 'too_large' | 'too_many_rows' | 'not_a_sheet') {
    super(code);
  }
}

export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_ROWS = 50_000;
const MOST_COLUMNS = 100;

/**
 * What the archive's own directory says it holds, unpacked. The reader allots each entry exactly this much, so an entry
 * that lies about its size cannot grow beyond it. Zip64 and archives of more than 2,000 entries are no register.
 */
function inflatedSize(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - 22 - 65_535);
  let end = bytes.length - 22;
  while (end >= least && bytes.readUInt32LE(end) !== 0x06054b50) end -= 1;
  if (end < least) throw new SheetError('not_a_sheet');
  const entries = bytes.readUInt16LE(end + 8);
  let at = bytes.readUInt32LE(end + 16);
  if (entries > 2000 || at === 0xffffffff) throw new SheetError('not_a_sheet');
  let total = 0;
  for (let n = 0; n < entries; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new SheetError('not_a_sheet');
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
}

async function readXlsx(bytes: Buffer): Promise<SheetRow[]> {
  if (inflatedSize(bytes) > MOST_BYTES) throw new SheetError('too_large');
  const { readSheet: read } = await import('read-excel-file/universal');
  const copy = new Uint8Array(bytes).buffer;
  const rows = await read(copy).catch(() => {
    throw new SheetError('not_a_sheet');
  });
  return rows.map((row) => row.slice(0, MOST_COLUMNS).map(cell));
}

/** UTF-8 with or without BOM; what is no UTF-8 is gb18030, as Chinese spreadsheets write it. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
}

function readCsv(bytes: Buffer): SheetRow[] {
  if (bytes.includes(0)) throw new SheetError('not_a_sheet');
  const text = decode(bytes).replace(/^\uFEFF/, '');
  const head = text.slice(0, 2000);
  const delimiter = head.includes('\t') && !head.includes(',') ? '\t' : ',';
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_ROWS + 30,
    });
    return rows.map((row) => row.slice(0, MOST_COLUMNS).map(cell));
  } catch {
    throw new SheetError('not_a_sheet');
  }
}

/**
 * The first sheet of an xlsx file, or a CSV file, as rows of text; index 0 is row 1 of the file.
 * At most 20 MB unpacked and 50,000 rows. Throws SheetError.
 */
export async function readSheetRows(bytes: Buffer): Promise<SheetRow[]> {
  if (bytes.length > MOST_BYTES) throw new SheetError('too_large');
  const rows = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(bytes) : readCsv(bytes);
  while (rows.length > 0 && rows.at(-1)?.every((value) => value === '')) rows.pop();
  if (rows.length === 0) throw new SheetError('empty');
  if (rows.length > MOST_ROWS + 20) throw new SheetError('too_many_rows');
  return rows;
}
