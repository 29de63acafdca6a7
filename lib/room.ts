import type { BoardViews } from '@/db/board-views';
import type { DeskPart } from './facts';
import type { LetterSort } from './letters';
import type { Personal } from './personal';
import type { AnySheet } from './sheet/declare';

/**
 * What one capability adds to the product, said once, in its `room.ts`; `features/rooms.ts` lists them all. Whoever shows,
 * guards or takes away what capabilities hold reads that list and names none of them. Pure: no clock, no I/O.
 */
export interface Room {
  /** Its folder. */
  name: string;
  /** What it knows of a proposal, and its acts at the desk. */
  desk?: DeskPart;
  /** Tables a correction may only add to. */
  appendOnly?: readonly string[];
  /** In such a table, the one column a person's words may be taken out of. */
  takenAway?: Readonly<Record<string, string>>;
  /** What of it hangs on the notice board, and why. */
  board?: BoardViews;
  /** Sheets that are read apart from the web process, by their names. */
  sheets?: readonly AnySheet[];
  /** The letters it writes, by kind. */
  letters?: Readonly<Record<string, LetterSort>>;
  /** What of it leads to people: what they may take away, what goes with them, what stays and why. */
  personal?: Personal;
  /** Rows that may be read beyond their community: by table, a condition on the row. */
  seenFromAnywhere?: Readonly<Record<string, string>>;
}
