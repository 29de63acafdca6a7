/** What a household says of a small thing that is done; `not_reached`: nobody of it could be asked. */
export const SHORT_ANSWERS = ['good', 'not_good', 'not_reached'] as const;
export type ShortAnswer = (typeof SHORT_ANSWERS)[number];
