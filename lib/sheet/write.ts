import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';

/** What a cell may hold. A `Date` is what the clock shows, as UTC; numbers are for counting with, all else is text. */
export type Written = string | number | Date | null;

/** A sheet to write: its rows are taken as the reader asks for them, and never kept. */
export interface WrittenSheet {
  name: string;
  columns: readonly { title: string; kind: 'text' | 'number' | 'date'; width?: number }[];
  rows: Iterable<readonly Written[]> | AsyncIterable<readonly Written[]>;
}

/** What a spreadsheet would compute, run or split when it opens a CSV file, also written in full width. */
const COMPUTED = /^[\s\u0000]*[=+\-@|＝＋－＠｜]|^[\t\r\n\u0000]/u;
/** Characters XML cannot hold. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const formats = { text: '@', number: undefined, date: 'yyyy-mm-dd' } as const;
const seen = (value: Written): Written => (typeof value === 'string' ? value.replace(UNSEEN, '') : value);

async function* under({ columns, rows }: WrittenSheet, cell: (value: Written) => Written) {
  yield columns.map(({ title }) => cell(title));
  for await (const row of rows) yield row.map(cell);
}

/** An xlsx file. Text is typed as text and formatted as text, so that it stays text when somebody edits it. */
export const writeXlsx = (sheet: WrittenSheet): ReadableStream<Uint8Array> =>
  writeXlsxStream(under(sheet, seen), {
    name: sheet.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
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
