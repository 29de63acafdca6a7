import type { FileFault } from '../limits';

/** A blank sheet as a whole, packed; unpacked; its rows and columns. */
export const MOST_BLANK_BYTES = 2 * 1024 * 1024;
export const MOST_UNPACKED = 12 * 1024 * 1024;
export const MOST_BLANK_ROWS = 2_000;
export const MOST_BLANK_COLUMNS = 60;

/** A column of it: its name, and what stands above that where several share it. */
export interface BlankColumn {
  /** Counted from 0. */
  at: number;
  name: string;
  above: string;
}

/** What a blank sheet asks for, and where there is room. Rows are numbered as the spreadsheet does. */
export interface BlankLayout {
  /** Its name in the file. */
  sheet: string;
  columns: BlankColumn[];
  /** Of the rows to be filled in the first, and the last there is room for. */
  first: number;
  last: number;
  /** Something stands under them. */
  below: boolean;
  /** More rows may be added than there is room for: what stands under them can go down. */
  grows: boolean;
}

/**
 * `formula`: what a spreadsheet would do on opening it; `outside`: it reaches for something that is not in it; `no_heading`, `no_room`
 * and `room_joined`: it cannot be seen where to write.
 */
export type BlankFault = FileFault | 'formula' | 'outside' | 'no_heading' | 'no_room' | 'room_joined' | 'unusual';

export class BlankError extends Error {
  constructor(readonly code: BlankFault | 'no_more_room') {
    super(code);
  }
}

/** What stands in a cell; a day as `2022-03-05`, which the sheet's own form is given; null: nobody knows. */
export type Filled = string | number | { day: string } | null;

/** What is to be written: by column, each of as many rows; a column that is not named is nobody's. */
export interface Filling {
  columns: { at: number; values: Filled[] }[];
  rows: number;
  /** A page of its own at the end: how it is called, and its lines. */
  note: { name: string; lines: string[] };
}
