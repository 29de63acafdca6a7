/** Of two complaints that pull against each other: one asks for something, the other bears it. */
export const OPPOSITE_SIDES = ['asks', 'bears'] as const;
export type OppositeSide = (typeof OPPOSITE_SIDES)[number];

/** What somebody says of such a pair. */
export const OPPOSITE_VERDICTS = ['confirmed', 'dismissed'] as const;
export type OppositeVerdict = (typeof OPPOSITE_VERDICTS)[number];
