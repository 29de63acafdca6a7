import type { Line } from '@/lib/sheet/cell';

/** Rows of text as a sheet's lines, numbered from 1. */
export const linesOf = (rows: readonly (readonly string[])[]): Line[] =>
  rows.map((cells, at) => ({ row: at + 1, cells: cells.map((text) => ({ text, kind: 'text' as const })) }));
