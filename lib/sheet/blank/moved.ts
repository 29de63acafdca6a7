import { columnOf, letters } from './xml';

/** So many rows more after this one: what stands below goes down, what reaches over it grows. */
export interface More {
  after: number;
  rows: number;
}

export const rowMoved = (row: number, { after, rows }: More): number => (row > after ? row + rows : row);

/** A part of a sheet, `A4:G6`, `4:6` or `A1`: one that ends with the room there was ends with the room there is. */
function areaMoved(area: string, more: More): string {
  const [, from = '', first = '', to, last] = /^(\$?[A-Z]{0,3}\$?)(\d+)(?::(\$?[A-Z]{0,3}\$?)(\d+))?$/.exec(area) ?? [];
  if (first === '') return area;
  if (last === undefined) return `${from}${rowMoved(Number(first), more)}`;
  const [begins, ends] = [Number(first), Number(last)];
  const grown = ends >= more.after && begins <= more.after ? ends + more.rows : rowMoved(ends, more);
  return `${from}${rowMoved(begins, more)}:${to}${grown}`;
}

export const areasMoved = (areas: string, more: More): string =>
  areas
    .split(/\s+/)
    .map((area) => areaMoved(area, more))
    .join(' ');

const TOKENS =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(])/gu;

/** A formula that speaks of this sheet, by its name or, where it stands in it, without. */
export const formulaMoved = (formula: string, sheet: string, { inIt, more }: { inIt: boolean; more: More }): string =>
  formula.replace(TOKENS, (whole, prefix: string | undefined, area: string | undefined) => {
    if (area === undefined) return whole;
    const of = prefix
      ?.slice(0, -1)
      .replace(/^'(.*)'$/s, '$1')
      .replace(/''/g, "'");
    const ours = of === undefined ? inIt : of === sheet;
    return ours ? `${prefix ?? ''}${areaMoved(area, more)}` : whole;
  });

/** Cells merged within one row, again in each row that is added. */
export const mergesAgain = (merges: readonly string[], row: number, added: readonly number[]): string[] =>
  merges.flatMap((area) => {
    const [, from = '', first, to = '', last] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(area) ?? [];
    return Number(first) === row && last === first ? added.map((one) => `${from}${one}:${to}${one}`) : [];
  });

/** The columns of a row that are part of the cell to their left. */
export const coveredIn = (merges: readonly string[], row: number): Set<number> =>
  new Set(
    merges.flatMap((area) => {
      const [, from = '', first, to = '', last] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(area) ?? [];
      if (Number(first) > row || Number(last) < row || from === '') return [];
      const begins = columnOf(from);
      return Array.from({ length: columnOf(to) - begins }, (_, at) => begins + 1 + at);
    }),
  );

/** The last column that is written, as a spreadsheet calls it. */
export const dimension = (rows: readonly { row: number; cells: readonly { column: number }[] }[]): string => {
  const columns = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  const widest = columns.reduce((most, column) => Math.max(most, column), 0);
  return `A1:${letters(widest)}${rows.at(-1)?.row ?? 1}`;
};
