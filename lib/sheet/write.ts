import { writeCsvStream } from 'hucre/csv';
import { writeXlsx as writeWorkbook, writeXlsxStream } from 'hucre/xlsx';
import { cut } from '../text';

/** What a cell may hold. A `Date` is what the clock shows, as UTC; numbers are for counting with, all else is text. */
export type Written = string | number | Date | null;

const formats = { text: '@', number: undefined, rate: '0.00', date: 'yyyy-mm-dd' } as const;

/** A sheet to write: its rows are taken as the reader asks for them, and never kept. `rate`: a number with two decimals. */
export interface WrittenSheet {
  name: string;
  columns: readonly { title: string; kind: keyof typeof formats; width?: number }[];
  rows: Iterable<readonly Written[]> | AsyncIterable<readonly Written[]>;
}

/** What a spreadsheet would compute, run or split when it opens a CSV file, also written in full width. */
const COMPUTED = /^[\s\u0000]*[=+\-@|＝＋－＠｜]|^[\t\r\n\u0000]/u;
/** Characters XML cannot hold. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const seen = (value: Written): Written => (typeof value === 'string' ? value.replace(UNSEEN, '') : value);

async function* under({ columns, rows }: WrittenSheet, cell: (value: Written) => Written) {
  yield columns.map(({ title }) => cell(title));
  for await (const row of rows) yield row.map(cell);
}

const shortName = (name: string) => cut(name.replace(/[\\/?*[\]:]/g, ' '), 31);

/** Several sheets in one xlsx file; all of it is held at once, so they are short. */
export async function writeBook(sheets: readonly WrittenSheet[]): Promise<Blob> {
  const pages = [];
  for (const sheet of sheets) {
    const rows: Written[][] = [];
    for await (const row of under(sheet, seen)) rows.push(row);
    const columns = sheet.columns.map(({ kind, width }) => ({ numFmt: formats[kind], width }));
    pages.push({ name: shortName(sheet.name), columns, rows, freezePane: { rows: 1 } });
  }
  return new Blob([Buffer.from(await writeWorkbook({ sheets: pages }))]);
}

/** An xlsx file. Text is typed as text and formatted as text, so that it stays text when somebody edits it. */
export const writeXlsx = (sheet: WrittenSheet): ReadableStream<Uint8Array> =>
  writeXlsxStream(under(sheet, seen), {
    name: shortName(sheet.name),
    columns: sheet.columns.map(({ kind, width }) => ({ numFmt: formats[kind], width })),
    freezePane: { rows: 1 },
  });

/** A CSV file in UTF-8 with its mark, which Excel wants. Before what would be computed stands an apostrophe. */
export const writeCsv = (sheet: WrittenSheet): ReadableStream<Uint8Array> =>
  writeCsvStream(
    under(sheet, (value) => {
      const text = seen(value);
      if (text instanceof Date) return text.toISOString().slice(0, 10);
      return typeof text === 'string' && COMPUTED.test(text) ? `'${text}` : text;
    }),
    { bom: true },
  );
