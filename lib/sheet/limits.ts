export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_ROWS = 50_000;
/** What lies further right is not looked at: somebody pressed a key there. */
export const MOST_COLUMNS = 100;
/** A heading may stand in any of the first rows. */
export const HEADING_ROWS = 20;
/** One more than may be there, to know that there are too many. */
export const MOST_ROWS_READ = MOST_ROWS + HEADING_ROWS + 1;

export type FileFault =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'old_format'
  | 'locked'
  | 'not_a_sheet'
  | 'not_through';

/** Why a file could not be read at all. `old_format`: .xls and what only calls itself so; `locked`: with a password. */
export class SheetError extends Error {
  constructor(readonly code: FileFault) {
    super(code);
  }
}
