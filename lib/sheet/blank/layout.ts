import { readXlsx, type Sheet } from 'hucre/xlsx';
import { cut } from '@/lib/text';
import { plain } from '../cell';
import { nameKey } from '../heading';
import { HEADING_ROWS } from '../limits';
import { TOTAL } from '../read';
import { openWorkbook, type Workbook } from './parts';
import {
  type BlankColumn,
  BlankError,
  type BlankLayout,
  MOST_BLANK_BYTES,
  MOST_BLANK_COLUMNS,
  MOST_BLANK_ROWS,
} from './shape';
import { letters, type SheetXml, sheetXml } from './xml';

type Merge = NonNullable<Sheet['merges']>[number];

/** What a sheet shows: texts by row and column, both from 0, and which cells are one. */
interface Seen {
  texts: string[][];
  merges: readonly Merge[];
  formula: (row: number, column: number) => boolean;
}

/** A running number: it stands in rows nobody has filled in. */
const NUMBERING = new Set(['序号', '编号', '序', 'no.', 'no', 'number']);
/** Between a heading and its first blank row an example may stand, or how to fill it in. */
const MOST_BETWEEN = 10;

const shown = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString()
    : value === null || value === undefined
      ? ''
      : cut(plain(String(value)), 200);

const mergeAt = (merges: readonly Merge[], row: number, column: number): Merge | undefined =>
  merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= row && row <= endRow && startCol <= column && column <= endCol,
  );

/** What a cell says, or the cell it is part of; undefined where it is not the first of its row in that. */
function said({ texts, merges }: Seen, row: number, column: number): string | undefined {
  const merge = mergeAt(merges, row, column);
  if (merge && merge.startCol !== column) return undefined;
  return texts[merge?.startRow ?? row]?.[column] ?? '';
}

/** What stands above the name of a column, if it is another name than its own. */
function above({ texts, merges }: Seen, row: number, column: number): string {
  const from = mergeAt(merges, row, column)?.startRow ?? row;
  for (let up = from - 1; up >= 0; up -= 1) {
    const merge = mergeAt(merges, up, column);
    const text = texts[merge?.startRow ?? up]?.[merge?.startCol ?? column] ?? '';
    // What lies over the whole sheet is its title.
    if (text !== '') return merge && merge.endCol - merge.startCol + 1 >= widthOf(texts) ? '' : text;
  }
  return '';
}

const widthOf = (texts: string[][]): number => Math.max(...texts.map((row) => row.length), 0);

/** The heading as it is read if this row is its lowest. */
const columnsAt = (seen: Seen, row: number): BlankColumn[] =>
  Array.from({ length: Math.min(widthOf(seen.texts), MOST_BLANK_COLUMNS) }, (_, at) => at).flatMap((at) => {
    const name = said(seen, row, at);
    return name ? [{ at, name, above: above(seen, row, at) }] : [];
  });

/** The lowest row of the heading: that which has most names somebody knows, else most names; where cells reach down, their end. */
function headingRow(seen: Seen, known: (name: string) => boolean): number {
  const rows = [...seen.texts.keys()].slice(0, HEADING_ROWS);
  const scores = rows.map((row) => {
    const columns = columnsAt(seen, row);
    const own = new Set((seen.texts[row] ?? []).filter((text) => text !== ''));
    const found = columns.filter(({ name, above }) => known(name) || known(above + name)).length;
    return own.size === 0 || columns.length < 2 ? 0 : found * 1000 + columns.length;
  });
  const best = Math.max(...scores, 0);
  if (best === 0) throw new BlankError('no_heading');
  const row = scores.indexOf(best);
  const down = seen.merges.filter(({ startRow, endRow }) => startRow <= row && row <= endRow);
  return Math.max(row, ...down.map(({ endRow }) => endRow));
}

const isTotal = (text: string): boolean => TOTAL.test(text.replace(/\s/g, ''));

/** Nothing stands in it but its number and what is computed. */
function isBlank(seen: Seen, row: number, numbering: ReadonlySet<number>): boolean {
  const texts = seen.texts[row] ?? [];
  if (texts.some(isTotal)) return false;
  return texts.every((text, at) => text === '' || (numbering.has(at) && /^\d+$/.test(text)) || seen.formula(row, at));
}

function roomUnder(seen: Seen, heading: number, columns: readonly BlankColumn[], { rows }: SheetXml) {
  const numbering = new Set(columns.filter(({ name }) => NUMBERING.has(nameKey(name))).map(({ at }) => at));
  const blank = (row: number) => isBlank(seen, row, numbering);
  const made = new Set(rows.flatMap(({ row, cells }) => (cells.length > 0 ? [row - 1] : [])));
  const between = seen.texts.slice(heading + 1).findIndex((_, at) => blank(heading + 1 + at));
  const first = between < 0 ? seen.texts.length : heading + 1 + between;
  const skipped = seen.texts.slice(heading + 1, first).flat();
  if (first - heading - 1 > MOST_BETWEEN || skipped.some(isTotal)) throw new BlankError('no_room');
  if (skipped.length > 0 && first >= seen.texts.length && !made.has(first)) throw new BlankError('no_room');
  const next = seen.texts.findIndex((_, row) => row > first && !blank(row));
  let last = first;
  while (made.has(last + 1) && (next < 0 || last + 1 < next)) last += 1;
  const below = next >= 0;
  const inside = (merge: Merge) => merge.endRow >= first && merge.startRow <= last && merge.endRow > merge.startRow;
  if (seen.merges.some(inside)) throw new BlankError('room_joined');
  return { first: first + 1, last: last + 1, below };
}

/** Names that are there twice under one heading are told apart by their place. */
const apart = (columns: readonly BlankColumn[]): BlankColumn[] => {
  const times = new Map<string, number>();
  return columns.map((column) => {
    const name = `${column.above}/${column.name}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? column : { ...column, above: `${column.above}(${time})` };
  });
};

/** What cannot go down with the rows below: pictures, tables, formulas that are one over several cells, other sheets' that look here. */
function mayGoDown(workbook: Workbook, xml: SheetXml, last: number): boolean {
  if (/<(?:drawing|legacyDrawing|tableParts|oleObjects|controls|extLst)\b/.test(xml.after)) return false;
  const under = xml.rows.filter(({ row }) => row > last).flatMap(({ cells }) => cells);
  if (under.some(({ inside }) => /<f\b[^>]*\bt\s*=/.test(inside))) return false;
  const others = workbook.names.filter((name) => name.startsWith('xl/worksheets/') && name.endsWith('.xml'));
  return others.every((name) => name === workbook.sheet.path || !/<f\b[^>]*>[^<]*!/.test(workbook.text(name)));
}

/**
 * What a blank sheet asks for: its first worksheet that is shown, the heading in any of the first 20 rows. `known`: names somebody
 * can say something to. Throws BlankError or SheetError.
 */
export async function readBlank(bytes: Buffer, known: (name: string) => boolean): Promise<BlankLayout> {
  if (bytes.length > MOST_BLANK_BYTES) throw new BlankError('too_large');
  const workbook = openWorkbook(bytes);
  const xml = sheetXml(workbook.text(workbook.sheet.path));
  if ((xml.rows.at(-1)?.row ?? 0) > MOST_BLANK_ROWS) throw new BlankError('too_many_rows');
  const range = `A1:${letters(MOST_BLANK_COLUMNS - 1)}${MOST_BLANK_ROWS}`;
  const { sheets } = await readXlsx(bytes, { sheets: [workbook.sheet.index], range });
  const [sheet] = sheets;
  if (!sheet) throw new BlankError('not_a_sheet');
  const texts = sheet.rows.map((row) => row.map(shown));
  while (texts.length > 0 && texts.at(-1)?.every((text) => text === '')) texts.pop();
  if (texts.length === 0) throw new BlankError('empty');
  const seen: Seen = {
    texts,
    merges: sheet.merges ?? [],
    formula: (row, column) => sheet.cells?.get(`${row},${column}`)?.type === 'formula',
  };
  const heading = headingRow(seen, known);
  const columns = apart(columnsAt(seen, heading));
  const room = roomUnder(seen, heading, columns, xml);
  const grows = !room.below || mayGoDown(workbook, xml, room.last);
  return { sheet: workbook.sheet.name, columns, ...room, grows };
}
