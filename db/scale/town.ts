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
  /** The numbers of its own rows, by table, in their order. */
  own: Record<string, number[]>;
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

/** What stories do not bring, or another hand lays: who may do what, who lives where, the record, the district's choice, what is another's. */
const aside = [
  ...ground,
  ...[
    'community',
    'grants',
    'residency',
    'join_request',
    'register_import',
    'handover',
    'cohort_place',
    'playbook_adoption',
  ],
  ...['ledger_leaf', 'ledger_content', 'ledger_head', 'idempotency'],
];
export const isPlaced = (table: Table): boolean =>
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

/** What the numbers in a column of a template's rows span, for each of the tables that has any. */
export function spansOf(sheets: readonly Sheet[], name: 'id' | 'no'): Record<string, Span> {
  const found: Record<string, Span> = {};
  for (const sheet of sheets) {
    const at = columnOf(sheet.table, name);
    const rows = at < 0 ? [] : sheet.rows.filter((row) => row[at] !== NULL);
    if (rows.length > 0) found[plainName(sheet.table)] = spanOf({ ...sheet, rows }, name);
  }
  return found;
}
