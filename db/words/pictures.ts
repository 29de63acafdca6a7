export const SUBJECTS = [
  'proposal',
  'plan',
  'milestone',
  'place',
  'opinion',
  'opposition',
  'objection',
  'case',
  'alternative',
  'alternative_word',
  'gate',
  'consent',
  'occasion',
] as const;
export type PictureSubject = (typeof SUBJECTS)[number];

/** Whether those of a home who are on a picture want it on the board. */
export const DEPICTED_ANSWERS = ['yes', 'no'] as const;
export type DepictedAnswer = (typeof DEPICTED_ANSWERS)[number];
