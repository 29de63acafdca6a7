import { cut } from '@/lib/text';
import { type Cell, EMPTY, type Line, lostDigits, plain, typedBefore } from './cell';
import { columnNames, findHeading, type Heading, headingLine, isHeading, type Remembered } from './heading';
import type { Column, GeneralCode, Problem, Read, Reading, Sheet, Taken, Values } from './shape';

/** What begins a row of sums. */
export const TOTAL = /^.{0,10}(?:合计|总计|小计|共计)(?:[:：(（\d].*)?$|^(?:grand|sub)?-?totals?:?$/i;

/** Nothing but the word and its number: `合计`, `合计：2件`, `本页小计`. */
const BARE_TOTAL = /^.{0,10}(?:合计|总计|小计|共计)[:：]?[(（]?[\d.,]*\p{L}?[)）]?$|^(?:grand|sub)?-?totals?:?$/iu;
const SUM = /^[\d.,%]*[件条户个行项]?$/u;

/**
 * The word that makes a row one of totals: it stands where a record of this sheet would be incomplete, or is all that is said in
 * it beside numbers.
 */
function totalOf({ cells }: Line, heading: Heading, columns: Record<string, Column<unknown>>): string | undefined {
  const shown = cells.map(({ text }) => plain(text));
  const said = shown.map((text) => text.replace(/\s/g, ''));
  const needed = Object.entries(columns).flatMap(([column, one]) => (one.needed ? (heading.at.get(column) ?? []) : []));
  if (needed.some((at) => (said[at] ?? '') === '')) return shown.find((_, at) => TOTAL.test(said[at] ?? ''));
  // Where several are needed and all are there, it is a record, whatever somebody is called.
  const at = needed.length === 1 ? needed.find((one) => BARE_TOTAL.test(said[one] ?? '')) : undefined;
  return at !== undefined && said.every((text, other) => other === at || SUM.test(text)) ? shown[at] : undefined;
}

/** Lines by record: each its own, or those of one merged cell together. */
function recordsOf(lines: readonly Line[], column: number | undefined): Line[][] {
  const records: Line[][] = [];
  for (const line of lines) {
    const rest = column !== undefined && line.cells[column]?.joined === 'rest';
    if (rest && records.length > 0) records[records.length - 1]?.push(line);
    else records.push([line]);
  }
  return records;
}

/** The cell of a record in one column; undefined where its rows contradict each other. */
function cellOf(record: readonly Line[], at: number | undefined, { many, merged }: Column<unknown>): Cell | undefined {
  const all = at === undefined ? [] : record.map((line) => line.cells[at] ?? EMPTY);
  const own = all.filter((cell, n) => n === 0 || cell.joined !== 'rest');
  const [first = EMPTY] = own;
  if (own.length <= 1) return record.length > 1 ? { ...first, joined: undefined } : first;
  if (many) return { text: own.map(({ text }) => text).join('\n'), kind: 'text' };
  const said = own.filter(({ text }) => text !== '');
  if (said.length <= 1) return said[0] ?? first;
  return merged === 'asked' || said.some(({ text }) => text !== said[0]?.text) ? undefined : said[0];
}

/** What is wrong with a cell whatever it should say, else what it says. */
function readCell(cell: Cell | undefined, column: Column<unknown>): Read<unknown, string> {
  if (cell === undefined || (column.merged === 'asked' && cell.joined)) return { code: 'merged' };
  if (cell.kind === 'error') return { code: 'cell_error' };
  const typed = column.dates ? undefined : typedBefore(cell);
  if (typed !== undefined || (cell.kind === 'date' && !column.dates))
    return { code: 'made_a_date', detail: `${cell.text} ${typed ?? ''}`.trim() };
  return lostDigits(cell) ? { code: 'digits_lost' } : column.read(cell);
}

/** What each name of a heading was taken for. */
const columnsIn = (heading: Heading | undefined): Reading<unknown>['columns'] => ({
  known: Object.fromEntries([...(heading?.at ?? [])].map(([column, at]) => [heading?.names[at] ?? '', column])),
  others: (heading?.others ?? []).map(({ name }) => name),
  heading: headingLine(heading?.names ?? []),
});

/**
 * Reads lines as this sheet, whose heading may stand in any of the first 20 rows. Blank rows, the heading said again and
 * totals are no records.
 */
export function readSheet<C extends Record<string, Column<unknown>>, Row, Code extends string>(
  declared: Sheet<C, Row, Code>,
  lines: readonly Line[],
  remembered: Remembered = {},
): Reading<Row, Code> {
  const { heading, problems: wrong } = findHeading(lines, declared, remembered);
  const columns = columnsIn(heading);
  if (!heading || wrong.length > 0) return { rows: [], totals: [], columns, problems: wrong as Problem<Code>[] };
  const names = columnNames(declared.columns);
  const order = Object.keys(declared.columns);
  const absent = order.filter((name) => !heading.at.has(name));
  const totals: Reading<Row>['totals'] = [];
  const below = lines.slice(heading.index + 1).filter((line) => {
    if (line.cells.every(({ text }) => text === '') || isHeading(line, heading, names)) return false;
    const text = totalOf(line, heading, declared.columns);
    if (text !== undefined) totals.push({ row: line.row, text });
    return text === undefined;
  });
  const rows: Row[] = [];
  const taken: Taken<C>[] = [];
  const problems: Problem<Code>[] = [];
  for (const record of recordsOf(below, declared.one && heading.at.get(declared.one))) {
    const row = record[0]?.row ?? 0;
    const before = problems.length;
    const say = (code: Code | GeneralCode, column: string, detail = '') =>
      problems.push({ row, column, code, detail: cut(detail, 60) });
    const values = Object.fromEntries(
      Object.entries(declared.columns).map(([name, column]) => {
        const cell = cellOf(record, heading.at.get(name), column);
        const read = readCell(cell, column);
        if ('value' in read) return [name, read.value];
        say(read.code as Code | GeneralCode, name, read.detail ?? plain(cell?.text ?? ''));
        return [name, undefined];
      }),
    ) as Values<C>;
    const one = { row, values };
    taken.push(one);
    const others =
      declared.others === 'kept'
        ? heading.others.map(({ name, at }): [string, string] => [name, record[0]?.cells[at]?.text ?? ''])
        : [];
    const became = declared.row(one, say, others, absent);
    const kept = problems.length === before ? became : declared.half?.(one);
    if (kept !== undefined) rows.push(kept);
  }
  problems.push(...(declared.between?.(taken) ?? []));
  if (taken.length === 0) problems.push({ row: 0, code: 'no_rows', detail: '' });
  const place = ({ column }: Problem) => (column === undefined ? order.length : order.indexOf(column));
  problems.sort((a, b) => a.row - b.row || place(a) - place(b));
  return { rows, problems, totals, columns };
}
