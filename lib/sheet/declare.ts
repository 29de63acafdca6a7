import type { Line } from './cell';
import type { Remembered } from './heading';
import { readSheet } from './read';
import type { Columns, Reading, Sheet } from './shape';

/** A sheet of any shape, as whoever was told only its name has it. */
export interface AnySheet extends Pick<Sheet<Columns<string>, unknown, string>, 'name' | 'command'> {
  read: (lines: readonly Line[], remembered?: Remembered) => Reading<unknown, string>;
}

/** A sheet a room reads; listed in its `room.ts`, it is read apart from the web process by its name. */
export function sheet<C extends Columns<Code>, Row, const Code extends string>(declared: Sheet<C, Row, Code>) {
  return {
    ...declared,
    read: (lines: readonly Line[], remembered: Remembered = {}): Reading<Row, Code> =>
      readSheet(declared, lines, remembered),
  };
}
