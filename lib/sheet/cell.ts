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
/** Forms of a date, with the places of what was typed first and second. */
const madeByExcel: [RegExp, 'as it stands' | 'turned'][] = [
  [/^(?:\d{4}年)?(\d{1,2})月(\d{1,2})日$/, 'as it stands'],
  [/^(\d{4})年(\d{1,2})月$/, 'as it stands'],
  [/^\d{4}[-/.](\d{1,2})[-/.](\d{1,2})(?: \d\d:.*)?$/, 'as it stands'],
  [/^(\d{1,2})\/(\d{1,2})\/\d{2,4}$/, 'as it stands'],
  // With a nought before either: nobody writes a door so.
  [/^(?=0|\d\d\/0)(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])$/, 'as it stands'],
  [new RegExp(`^(${MONTHS})[a-z]*[- ](\\d{1,2})$`, 'i'), 'as it stands'],
  [new RegExp(`^(\\d{1,2})[- ](${MONTHS})[a-z]*(?:[- ]\\d{2,4})?$`, 'i'), 'turned'],
];
const numberOf = (part: string): number =>
  /^\d/.test(part) ? Number(part) : MONTHS.split('|').indexOf(part.slice(0, 3).toLowerCase()) + 1;

/**
 * What was most likely typed where Excel made a date of it: `1月2日`, `Jan-02`, `Jan 2`, `2-Jan`, `01/02`, `1/2/2024` and a real date are all `1-2`.
 * Undefined when the text is no such date.
 */
export function typedBefore({ text }: Cell): string | undefined {
  for (const [form, order] of madeByExcel) {
    const match = form.exec(plain(text));
    if (!match?.[1] || !match[2]) continue;
    const [first, second] = [numberOf(match[1]), numberOf(match[2])];
    return order === 'turned' ? `${second}-${first}` : `${first}-${second}`;
  }
  return undefined;
}

/** Whether a long number has lost its end: a spreadsheet keeps 15 digits and prints 1.23E+17. `3E12` may be a door. */
export const lostDigits = ({ text, kind }: Cell): boolean =>
  /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/i.test(plain(text)) || (kind === 'number' && Math.abs(Number(text)) >= 1e15);
