import { type Cell, type Line, plain } from './cell';
import { HEADING_ROWS } from './limits';
import type { Column, Problem } from './shape';

type Columns = Record<string, Column<unknown>>;

/** What somebody said a sheet's columns are, by its heading in one line: of each name its column, or nothing for one kept as it is. */
export type Remembered = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where each column stands, and what others there are. */
export interface Heading {
  index: number;
  /** The names as they stand there. */
  names: string[];
  at: Map<string, number>;
  others: { name: string; at: number }[];
}

/** A name as it is compared: without blanks, stars, and a unit behind it. */
export const nameKey = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[\s*:]/g, '')
    .replace(/\((?:㎡|m2|平方米|平米|元|必填|选填)\)$/, '');

export function columnNames(columns: Columns): Map<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([column, { zh, en, also = [] }]) =>
      [zh, en, ...also].map((name) => [nameKey(name), column] as const),
    ),
  );
}

/** A heading in one line, by which it is known again. */
export const headingLine = (names: readonly string[]): string => names.join('|').replace(/\|+$/, '');

/** Whether a row only says the heading again, as on every printed page. */
export function isHeading(line: Line, heading: Heading, names: Map<string, string>): boolean {
  const said = [...heading.at].filter(([, index]) => (line.cells[index]?.text ?? '') !== '');
  const again = ([column, index]: [string, number]) => {
    const text = line.cells[index]?.text ?? '';
    return plain(text) === heading.names[index] || names.get(nameKey(text)) === column;
  };
  return said.length >= Math.min(2, heading.at.size) && said.length > 0 && said.every(again);
}

/** Which column a name means: as somebody said of this heading, else by its own name. */
function meaning(
  cells: readonly Cell[],
  columns: Columns,
  remembered: Remembered,
): (text: string) => string | undefined {
  const line = headingLine(cells.map(({ text }) => plain(text)));
  const said = Object.hasOwn(remembered, line) ? remembered[line] : undefined;
  const names = columnNames(columns);
  return (text) => {
    const name = plain(text);
    if (!said || !Object.hasOwn(said, name)) return names.get(nameKey(text));
    const column = said[name] ?? '';
    return Object.hasOwn(columns, column) ? column : undefined;
  };
}

/** A name of a column is a word or a few: what somebody said, a number or a date is none. */
const LONGEST_NAME = 40;
const namesIn = ({ cells }: Line): number =>
  cells.filter(({ text }) => text.length <= LONGEST_NAME && /\p{L}/u.test(text)).length;

/**
 * The first row that names most columns, two of them or all that are needed; every column it lacks is said, and those there twice
 * where that matters. Where no row does, the fullest is what somebody may say the columns of.
 */
export function findHeading(
  lines: readonly Line[],
  { columns, others }: { columns: Columns; others: 'twice_refused' | 'kept' },
  remembered: Remembered = {},
): { heading: Heading | undefined; problems: Problem[] } {
  const needed = Object.entries(columns).filter(([, column]) => column.needed);
  let best: (Heading & { twice: Set<string> }) | undefined;
  let fullest: { heading: Heading; names: number } | undefined;
  for (const [index, { cells }] of lines.slice(0, HEADING_ROWS).entries()) {
    const names = cells.map(({ text }) => plain(text));
    const columnOf = meaning(cells, columns, remembered);
    const found = {
      index,
      names,
      at: new Map<string, number>(),
      others: [] as Heading['others'],
      twice: new Set<string>(),
    };
    for (const [at, { text }] of cells.entries()) {
      const column = columnOf(text);
      if (column && !found.at.has(column)) found.at.set(column, at);
      else if (text !== '') found.others.push({ name: plain(text), at });
      if (column && found.at.get(column) !== at) found.twice.add(plain(text));
    }
    const enough = found.at.size > 1 || (found.at.size === 1 && needed.every(([column]) => found.at.has(column)));
    if (enough && found.at.size > (best?.at.size ?? 0)) best = found;
    const named = namesIn({ row: 0, cells });
    if (named > (fullest?.names ?? 0)) fullest = { heading: found, names: named };
  }
  if (!best) return { heading: fullest?.heading, problems: [{ row: 0, code: 'no_header', detail: '' }] };
  const row = lines[best.index]?.row ?? 0;
  const missing = needed.filter(([column]) => !best.at.has(column));
  const problems: Problem[] = [
    ...(others === 'kept' ? [] : [...best.twice].map((detail) => ({ row, code: 'column_twice' as const, detail }))),
    ...missing.map(([, { zh }]) => ({ row, code: 'column_missing' as const, detail: zh })),
  ];
  return { heading: best, problems };
}
