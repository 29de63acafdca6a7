import { type CellValue, readXlsx, type Sheet, streamXlsxRows } from 'hucre/xlsx';
import { directoryOf } from './archive';
import { type Cell, EMPTY, type Line } from './cell';
import { MOST_BYTES, MOST_COLUMNS, MOST_ROWS_READ, SheetError } from './limits';

const LAST_COLUMN = 'CV';
const ROWS_OF_A_SHEET = 1_048_576;

/**
 * What the archive's own directory says it holds, unpacked. The reader stops an entry at exactly this much, so one that
 * lies about its size cannot grow beyond it.
 */
export function inflatedSize(bytes: Buffer): number {
  let total = 0;
  for (const { packed, unpacked, crc } of directoryOf(bytes)) {
    // What says it is empty and is not would be unpacked without end; real files never say so here.
    if (unpacked === 0 && (packed > 2 || crc !== 0)) throw new SheetError('not_a_sheet');
    total += unpacked;
  }
  return total;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A date as the sheet means it: hours and minutes on the clock, of no zone. */
function printedDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const day = value.toISOString().slice(0, 10);
  const seconds = Math.round(value.getTime() / 1000) % 86_400;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return seconds <= 0 ? day : `${day} ${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** A number as printed: two decimals where its format prints two, noughts before it where its format adds them. */
function printedNumber(value: number, format: string | undefined): string {
  if (format && /^0{2,}$/.test(format) && Number.isInteger(value)) return String(value).padStart(format.length, '0');
  if (format && /0\.00(?!0|%|E)/i.test(format)) return String(Number(value.toFixed(2)));
  return String(value);
}

const MISTAKES = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

function cellOf(value: CellValue, format: string | undefined): Cell {
  if (value === null) return EMPTY;
  if (value instanceof Date) return { text: printedDate(value), kind: 'date' };
  if (typeof value === 'number') return { text: printedNumber(value, format), kind: 'number' };
  const text = String(value).trim();
  return { text, kind: MISTAKES.test(text) ? 'error' : 'text' };
}

/** Cells merged downwards say the same; of cells merged to the right the first says it. */
function joinMerged(rows: Cell[][], merges: NonNullable<Sheet['merges']>): void {
  let steps = 0;
  for (const { startRow, startCol, endRow } of merges) {
    const above = rows[startRow]?.[startCol];
    if (!above || endRow === startRow) continue;
    rows[startRow]?.splice(startCol, 1, { ...above, joined: 'first' });
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row += 1) {
      if ((steps += 1) > rows.length * MOST_COLUMNS) throw new SheetError('not_a_sheet');
      const cells = rows[row];
      if (cells && startCol < cells.length) cells[startCol] = { ...above, joined: 'rest' };
    }
  }
}

/** How many rows there are down to the last that says something, without keeping any. */
async function depth(bytes: Uint8Array): Promise<number> {
  let last = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { range: `A1:${LAST_COLUMN}${ROWS_OF_A_SHEET}` })) {
    if (values.every((value) => value === null || value === '')) continue;
    last = index + 1;
    if (last >= MOST_ROWS_READ) throw new SheetError('too_many_rows');
  }
  return last;
}

/** The first sheet of an xlsx file as lines. Throws SheetError. */
export async function readXlsxLines(bytes: Buffer): Promise<Line[]> {
  if (inflatedSize(bytes) > MOST_BYTES) throw new SheetError('too_large');
  // An OpenDocument begins with this entry.
  if (bytes.subarray(30, 38).toString('latin1') === 'mimetype') throw new SheetError('old_format');
  const last = await depth(bytes);
  if (last === 0) return [];
  const range = `A1:${LAST_COLUMN}${last}`;
  const { sheets } = await readXlsx(bytes, { sheets: [0], range, readStyles: true });
  const [sheet] = sheets;
  if (!sheet) throw new SheetError('not_a_sheet');
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c) => cellOf(value, sheet.cells?.get(`${r},${c}`)?.style?.numFmt)),
  );
  joinMerged(rows, sheet.merges ?? []);
  return rows.map((cells, at) => ({ row: at + 1, cells }));
}
