import { z } from 'zod';
import { choice, orNothing } from '@/lib/input';
import { COLUMNS, SHEETS, type SheetName } from './rules';

/** As many as the sheet with the most columns has. */
const PLACES = [
  ...(['column1', 'column2', 'column3', 'column4', 'column5', 'column6', 'column7'] as const),
  ...(['column8', 'column9', 'column10', 'column11', 'column12', 'column13'] as const),
];
type Place = (typeof PLACES)[number];
const all = [...new Set(SHEETS.flatMap((sheet): readonly string[] => COLUMNS[sheet]))] as [string, ...string[]];
const column = orNothing(choice(all));

/** The places a sheet has room for, from the left. */
export const placesOf = (sheet: SheetName): Place[] => PLACES.slice(0, COLUMNS[sheet].length);

/** What stands in each place, from the left; nothing leaves it out. */
export const arrangeInput = z.object({
  sheet: choice(SHEETS).default('report'),
  ...(Object.fromEntries(PLACES.map((place) => [place, column])) as Record<Place, typeof column>),
});

export const inOrder = (input: z.output<typeof arrangeInput>): string[] =>
  PLACES.map((place) => input[place]).filter((one) => one !== undefined);
