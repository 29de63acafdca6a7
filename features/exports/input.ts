import { z } from 'zod';
import { BLANK_OF } from '@/features/blanks/rules';
import { choice, id, optionalLine, optionalText, orNothing, text } from '@/lib/input';
import { MOST_BLANK_COLUMNS } from '@/lib/sheet/blank/shape';
import { FILES, LISTED } from './rules';

export const askExportInput = z.object({
  what: choice(LISTED),
  file: choice(FILES),
  purpose: text(400),
  /** What of them, as it stands in the address of the desk's list. */
  asked: optionalText(4000),
  personal: orNothing(choice(['yes', 'on'])),
});

type Place = `column${number}`;
const place = (at: number): Place => `column${at + 1}`;
const field = optionalLine(40);

/** A column of a sheet by its place from the left, in a form. */
export const COLUMNS = Array.from({ length: MOST_BLANK_COLUMNS }, (_, at) => place(at));

const about = {
  blank: id,
  of: choice(BLANK_OF),
  asked: optionalText(4000),
  purpose: text(400),
};

export const fillBlankInput = z.object({
  ...about,
  ...Object.fromEntries(COLUMNS.map((one) => [one, field])),
} as typeof about & Record<Place, typeof field>);

/** Of the columns a sheet has, those something was said for. */
export const chosenIn = (input: z.output<typeof fillBlankInput>, columns: readonly { at: number }[]) =>
  Object.fromEntries(
    columns.flatMap(({ at }): [string, string][] => {
      const said = input[place(at)];
      return said ? [[String(at), said]] : [];
    }),
  );

export const decideExportInput = z.object({ export: id });
export const refuseExportInput = z.object({ export: id, reason: text(400) });
