/** What a delegate says of a promise or of the whole. */
export const OUTCOMES = ['accepted', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];
