/** What a household says of one alternative: it can live with it, it cannot, or it says nothing. */
export const ANSWERS = ['can', 'cannot', 'no_view'] as const;
export type Answer = (typeof ANSWERS)[number];
