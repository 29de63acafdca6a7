import type { Locale } from '@/lib/edition';
import { plural } from '@/lib/words';
import type { FileFault } from './limits';
import type { Column, GeneralCode, Problem } from './shape';

/** The columns that are needed, by name; what is said of one column names it. */
interface About {
  needed: string;
  column: string;
  detail: string;
}
type Words = Record<GeneralCode, (about: About) => string>;

/** What Excel made of it, and what was probably typed: `2026-01-02 1-2`. */
const made = (detail: string): [shown: string, typed: string | undefined] => {
  const at = detail.lastIndexOf(' ');
  const typed = detail.slice(at + 1);
  return /^\d{1,2}-\d{1,2}$/.test(typed) ? [detail.slice(0, at), typed] : [detail, undefined];
};

const zh = {
  faults: {
    empty: '没有选表，或者这张表是空的。',
    too_large: '这张表太大了：解开后至多 20 MB。',
    too_many_rows: '行太多了：至多 50,000 行。',
    old_format:
      '这是旧格式的表（.xls 等）。请用 Excel 或 WPS 打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再交存好的那一份。',
    locked: '这张表加了打开密码。请去掉密码、另存一份，再交。',
    not_a_sheet: '这不是 xlsx，也不是 CSV 表。',
    not_through: '一分钟没有读完，一行都没有存。表不一定有错，可能这会儿机器忙：请过几分钟再交一次。',
  } satisfies Record<FileFault, string>,
  row: (row: number) => `第 ${row} 行：`,
  total: (row: number, text: string) => `第 ${row} 行是“${text}”，不是一条记录，没有读。`,
  problems: {
    no_header: ({ needed }) => `前 20 行里没有找到表头（${needed}）`,
    no_rows: () => '表头下面一行也没有',
    column_missing: ({ detail }) => `表头少了“${detail}”这一列`,
    column_twice: ({ detail }) => `表头里“${detail}”有两列`,
    too_long: ({ column }) => `“${column}”太长`,
    made_a_date: ({ column, detail }) => {
      const [shown, typed] = made(detail);
      const was = typed ? `，原来写的多半是“${typed}”` : '';
      return `“${column}”里的“${shown}”是 Excel 自动改成的日期${was}。请把这一列设成“文本”，再重新填`;
    },
    digits_lost: ({ column, detail }) =>
      `“${column}”里的“${detail}”是 Excel 当成数存的，后面几位已经丢了。请把这一列设成“文本”，再照原件重新填`,
    cell_error: ({ column, detail }) => `“${column}”里是公式的错误“${detail}”，请改成值`,
    merged: ({ column }) => `“${column}”几行合并成一格，说不清各是多少，请一行写一个`,
  } satisfies Words,
  and: '、',
  tried: {
    bad: (n: number) => `有 ${n} 处要改，一行都没有存`,
    badLead: '在原表里改好，再交一次。',
    more: (n: number) => `还有 ${n} 处没有列出来。`,
    gone: '试过的这张表已经过了 24 小时，请再交一次。',
    again: '换一张表',
  },
};

const en: typeof zh = {
  faults: {
    empty: 'No sheet was chosen, or the sheet is empty.',
    too_large: 'The sheet is too large: at most 20 MB unpacked.',
    too_many_rows: 'Too many rows: at most 50,000.',
    old_format:
      'This is a sheet of an older format, such as .xls. Open it in Excel or WPS, choose “Save as”, the type “Excel workbook (*.xlsx)”, and send the file saved so.',
    locked: 'The sheet has a password. Take it off, save a copy, and send that.',
    not_a_sheet: 'This is neither an xlsx nor a CSV sheet.',
    not_through:
      'Reading it took more than a minute, and nothing was saved. The sheet may well be right and the machine busy: send it again in a few minutes.',
  },
  row: (row) => `Row ${row}: `,
  total: (row, text) => `Row ${row} is “${text}”, no record; it was not read.`,
  problems: {
    no_header: ({ needed }) => `no heading in the first 20 rows (${needed})`,
    no_rows: () => 'there is no row below the heading',
    column_missing: ({ detail }) => `the column "${detail}" is missing`,
    column_twice: ({ detail }) => `the column "${detail}" is there twice`,
    too_long: ({ column }) => `${column} is too long`,
    made_a_date: ({ column, detail }) => {
      const [shown, typed] = made(detail);
      const was = typed ? `, probably of "${typed}"` : '';
      return `${column}: Excel made the date "${shown}"${was}; format the column as text and write it anew`;
    },
    digits_lost: ({ column, detail }) =>
      `${column}: Excel kept "${detail}" as a number and lost its last digits; format the column as text and write it anew`,
    cell_error: ({ column, detail }) => `${column}: "${detail}" is the error of a formula; put the value there`,
    merged: ({ column }) => `${column}: one cell merged over several rows; write one for each row`,
  },
  and: ', ',
  tried: {
    bad: (n) => `${n} ${plural(n, 'thing', 'things')} to mend, nothing was saved`,
    badLead: 'Mend them in the sheet and send it again.',
    more: (n) => `${n} more are not listed.`,
    gone: 'The sheet that was tried is older than 24 hours; send it again.',
    again: 'Another sheet',
  },
};

export const messages = { zh, en };

/** A sentence for a file that is no sheet; undefined where nothing is wrong with it. */
export const faultWords = (code: string | undefined, locale: Locale): string | undefined =>
  Object.entries(messages[locale].faults).find(([one]) => one === code)?.[1];

/** A sentence for what is wrong: a room's own by `says`, anything else in the words of every sheet. */
export function problemWords<Code extends string>(
  { row, column, code, detail }: Problem<Code>,
  sheet: { columns: Record<string, Column<unknown>>; codes: readonly Code[] },
  { locale, says }: { locale: Locale; says: Record<Code, (detail: string) => string> },
): string {
  const t = messages[locale];
  const at = row > 0 ? t.row(row) : '';
  const own = sheet.codes.find((one) => one === code);
  if (own !== undefined) return at + says[own](detail);
  const needed = Object.values(sheet.columns).flatMap((one) => (one.needed ? [one[locale]] : []));
  const about = { needed: needed.join(t.and), column: sheet.columns[column ?? '']?.[locale] ?? '', detail };
  return at + t.problems[code as GeneralCode](about);
}
