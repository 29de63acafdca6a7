/** Of what a blank sheet is filled in: a row for each of them. */
export const BLANK_OF = ['homes', 'cases', 'works', 'rounds', 'visits', 'needs', 'turns'] as const;
export type BlankOf = (typeof BLANK_OF)[number];
