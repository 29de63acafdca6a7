import type { Call } from '@/lib/gate';
import type { Result } from '@/lib/result';
import type { Cell } from './cell';

/** What may be wrong in any sheet; its words are in `lib/sheet/messages.ts`. */
export type GeneralCode =
  | 'no_header'
  | 'no_rows'
  | 'column_missing'
  | 'column_twice'
  | 'too_long'
  | 'made_a_date'
  | 'digits_lost'
  | 'cell_error'
  | 'merged';

/** A cell as a value, or what is wrong with it; `detail` is the cell's text unless said otherwise. */
export type Read<T, Code extends string> = { value: T } | { code: Code | GeneralCode; detail?: string };

/** `row` counts from 1 as the spreadsheet does; 0 is the file itself. `detail`: the cell, the column or the other row. */
export interface Problem<Code extends string = string> {
  row: number;
  column?: string;
  code: Code | GeneralCode;
  detail: string;
}

export interface Column<T, Code extends string = string> {
  zh: string;
  en: string;
  /** What else its heading is called. Blanks, full-width forms, a star and a unit in brackets make no difference. */
  also?: readonly string[];
  /** Without it there is nothing to read. */
  needed?: true;
  /** A date is what it says here. Elsewhere a spreadsheet has made one of `1-2`, and the row is refused. */
  dates?: 'taken';
  /** What one cell merged over several rows says is not said of each of them: the row is refused. */
  merged?: 'asked';
  /** Several in one cell; in rows that are one (see `one`) each row adds its own. */
  many?: true;
  read: (cell: Cell) => Read<T, Code>;
}

export type Columns<Code extends string> = Record<string, Column<unknown, Code>>;

/** What the columns of one row say; undefined where it could not be read, which has been said. */
export type Values<C> = { [K in keyof C]: (C[K] extends Column<infer T, string> ? T : never) | undefined };

/** One record of the sheet, also where a part of it cannot be read. */
export interface Taken<C> {
  row: number;
  values: Values<C>;
}

export interface Sheet<C, Row, Code extends string> {
  /** By which the process that reads it finds it. */
  name: string;
  /** What the room calls its own errors. */
  codes: readonly Code[];
  columns: C;
  /** Rows that share one merged cell in this column are one record. */
  one?: keyof C & string;
  /** Columns that are unknown or there twice: an error, or handed to `row` as they are, by name. */
  others: 'twice_refused' | 'kept';
  /** What a record becomes; undefined where a cell could not be read, or `say` has said what is wrong. */
  row: (
    taken: Taken<C>,
    say: (code: Code | GeneralCode, column: keyof C & string, detail?: string) => void,
    others: readonly [name: string, text: string][],
    /** Columns the sheet has not. */
    absent: readonly (keyof C & string)[],
  ) => Row | undefined;
  /**
   * What of a record that cannot be read as a whole can be compared with what is kept all the same, so that everything wrong is
   * said at once. Nothing of a sheet with such a record is brought in.
   */
  half?: (taken: Taken<C>) => Row | undefined;
  /** What is wrong between rows. */
  between?: (all: readonly Taken<C>[]) => Problem<Code>[];
  /** Brings the rows in: `{ hash, rows }` of one file, all or none. Only the process that imports loads it. */
  command: () => Promise<(call: Call, raw: unknown) => Promise<Result<unknown>>>;
}

/** What a sheet says: the rows that can be read, and all that is wrong with every one that cannot. */
export interface Reading<Row, Code extends string = string> {
  rows: Row[];
  problems: Problem<Code>[];
  /** Totals, which are no records: skipped, and named. */
  totals: { row: number; text: string }[];
  /** Which heading was taken for which column, and which were not known. */
  columns: { known: Record<string, string>; others: string[]; heading: string };
}
