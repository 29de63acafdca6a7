import { z } from 'zod';
import { choice, orNothing } from '@/lib/input';
import { REPORT_COLUMNS, type ReportColumn } from './rules';

type Place = `column${number}`;
const column = orNothing(choice(REPORT_COLUMNS));

/** What stands in each place, from the left; nothing leaves it out. */
export const PLACES = REPORT_COLUMNS.map((_, at): Place => `column${at + 1}`);

export const arrangeInput = z.object(
  Object.fromEntries(PLACES.map((place) => [place, column])) as Record<Place, typeof column>,
);

export const inOrder = (input: z.output<typeof arrangeInput>): ReportColumn[] =>
  PLACES.map((place) => input[place]).filter((one) => one !== undefined);
