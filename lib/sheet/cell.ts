import { inOneLine } from '@/lib/text';

/**
 * One cell: its text as the sheet prints it, and what the spreadsheet took it for. `error` is `#REF!` and its like. A date
 * is printed as 2024-01-31, with its time as 2024-01-31 15:03. `joined`: one of several cells merged into one, of which
 * `first` is the uppermost and `rest` repeat it.
 */
export interface Cell {
  text: string;
  kind: 'text' | 'number' | 'date' | 'error';
  joined?: 'first' | 'rest';
}

/** A row of a sheet by the number the spreadsheet shows beside it. */
export interface Line {
  row: number;
  cells: Cell[];
}

export const EMPTY: Cell = { text: '', kind: 'text' };

/** What is so already: most cells of a sheet of fifty thousand rows. */
const HALF_WIDTH = /^(?:[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*)?$/;

/** Half-width letters, digits and brackets, one blank for many, none at the ends; nothing that cannot be seen. */
export const plain = (text: string): string =>
  HALF_WIDTH.test(text) ? text : inOneLine(text.normalize('NFKC').replace(/[\p{Cf}\u115f\u1160\u2800]/gu, ''));

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const madeByExcel = [
  /^(?:\d{4}年)?(\d{1,2})月(\d{1,2})日$/,
  /^\d{4}[-/.](\d{1,2})[-/.](\d{1,2})(?: \d\d:.*)?$/,
  new RegExp(`^(${MONTHS})[a-z]*-(\\d{1,2})$`, 'i'),
  new RegExp(`^(\\d{1,2})-(${MONTHS})[a-z]*(?:-\\d{2,4})?$`, 'i'),
];
const numberOf = (part: string): number =>
  /^\d/.test(part) ? Number(part) : MONTHS.split('|').indexOf(part.slice(0, 3).toLowerCase()) + 1;

/**
 * What was most likely typed where Excel made a date of it: `1月2日`, `Jan-02`, `2-Jan` and a real date are all `1-2`.
 * Undefined when the text is no such date.
 */
export function typedBefore({ text }: Cell): string | undefined {
  for (const [at, form] of madeByExcel.entries()) {
    const match = form.exec(plain(text));
    if (!match?.[1] || !match[2]) continue;
    const [first, second] = [numberOf(match[1]), numberOf(match[2])];
    return at === madeByExcel.length - 1 ? `${second}-${first}` : `${first}-${second}`;
  }
  return undefined;
}

/** Whether a long number has lost its end: a spreadsheet keeps 15 digits and prints 1.23E+17. */
export const lostDigits = ({ text, kind }: Cell): boolean =>
  /^\d(?:\.\d+)?E\+\d+$/i.test(text.trim()) || (kind === 'number' && Math.abs(Number(text)) >= 1e15);
