import { type Line, plain } from './cell';
import { HEADING_ROWS } from './limits';
import type { Column, Problem } from './shape';

type Columns = Record<string, Column<unknown>>;

/** Where each column stands, and what others there are. */
export interface Heading {
  index: number;
  at: Map<string, number>;
  others: { name: string; at: number }[];
}

const key = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[\s*:]/g, '')
    .replace(/\((?:㎡|m2|平方米|平米|元|必填|选填)\)$/, '');

export function columnNames(columns: Columns): Map<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([column, { zh, en, also = [] }]) =>
      [zh, en, ...also].map((name) => [key(name), column] as const),
    ),
  );
}

/** Whether a row only says the heading again, as on every printed page. */
export function isHeading(line: Line, { at }: Heading, names: Map<string, string>): boolean {
  const said = [...at].filter(([, index]) => (line.cells[index]?.text ?? '') !== '');
  return said.length > 1 && said.every(([column, index]) => names.get(key(line.cells[index]?.text ?? '')) === column);
}

/** The first row that names most columns; every column it lacks is said, and those there twice where that matters. */
export function findHeading(
  lines: readonly Line[],
  { columns, others }: { columns: Columns; others: 'twice_refused' | 'kept' },
): Heading | Problem[] {
  const names = columnNames(columns);
  const few = Object.keys(columns).length === 1 ? 0 : 1;
  let best: (Heading & { twice: Set<string> }) | undefined;
  for (const [index, { cells }] of lines.slice(0, HEADING_ROWS).entries()) {
    const found = { index, at: new Map<string, number>(), others: [] as Heading['others'], twice: new Set<string>() };
    for (const [at, { text }] of cells.entries()) {
      const column = names.get(key(text));
      if (column && !found.at.has(column)) found.at.set(column, at);
      else if (text !== '') found.others.push({ name: plain(text), at });
      if (column && found.at.get(column) !== at) found.twice.add(plain(text));
    }
    if (found.at.size > (best?.at.size ?? few)) best = found;
  }
  if (!best) return [{ row: 0, code: 'no_header', detail: '' }];
  const row = lines[best.index]?.row ?? 0;
  const missing = Object.entries(columns).filter(([column, { needed }]) => needed && !best.at.has(column));
  const problems: Problem[] = [
    ...(others === 'kept' ? [] : [...best.twice].map((detail) => ({ row, code: 'column_twice' as const, detail }))),
    ...missing.map(([, { zh }]) => ({ row, code: 'column_missing' as const, detail: zh })),
  ];
  return problems.length > 0 ? problems : best;
}
