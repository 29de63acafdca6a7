import type { Table } from '@/db/tables';
import { columnOf, NULL, plainName, type Sheet } from './template';

/** One of the hundred communities: where its rows lie, and who is who in it. */
export interface Town {
  id: number;
  slug: string;
  /** What is added to the number of a row of the template's ground to have that of this town's. */
  ground: Record<string, number>;
  /** Whoever works in the template, in this town. */
  staff: Map<number, number>;
  /** The first of as many people as there are households, in their order. */
  residents: number;
  /** The first of as many captains as there are buildings. */
  captains: number;
  /** The ground is already there. */
  old: boolean;
}

/** A proposal with everything that belongs to it, told once more in a town: which households, which numbers. */
export interface Copy {
  town: Town;
  /** How many of one kind there are before this one, over all towns. */
  at: number;
  /** How far its households lie from those of the template. */
  turn: number;
  /** What is added to the number of a row, by table. */
  shift: Record<string, number>;
  numbers: Record<string, number>;
  /** The same for the ground, from the template's town to this one. */
  ground: Record<string, number>;
}

export const ground = ['compound', 'building', 'entrance', 'unit', 'household', 'ownership'];
export const numbered = ['proposal', 'round', 'cases', 'works', 'resolution'];

/** The tables that hold a proposal with all that belongs to it, a community's office and record left out. */
const aside = [
  ...ground,
  ...['community', 'grants', 'term', 'residency', 'join_request', 'register_import', 'rate_period', 'handover'],
  ...['ledger_leaf', 'ledger_content', 'ledger_head', 'idempotency'],
];
export const isStory = (table: Table): boolean =>
  columnOf(table, 'community_id') >= 0 && !aside.includes(plainName(table));

export interface Span {
  first: number;
  last: number;
}

const spanOf = (sheet: Sheet, name: string): Span => {
  const at = columnOf(sheet.table, name);
  const values = sheet.rows.map((row) => Number(row[at]));
  return { first: Math.min(...values), last: Math.max(...values) };
};

/** The numbers a template's rows have, of each table that numbers its rows. */
export function spansOf(sheets: readonly Sheet[], name: 'id' | 'no'): Record<string, Span> {
  const found: Record<string, Span> = {};
  for (const sheet of sheets) {
    const table = plainName(sheet.table);
    const has = columnOf(sheet.table, name) >= 0 && (name === 'id' || numbered.includes(table));
    if (has && sheet.rows.some((row) => row[columnOf(sheet.table, name)] !== NULL))
      found[table] = spanOf(
        { ...sheet, rows: sheet.rows.filter((row) => row[columnOf(sheet.table, name)] !== NULL) },
        name,
      );
  }
  return found;
}
