export const ROUND_STATES = ['open', 'closed', 'void'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** The seven cells: what a household that was reached says, and why one was not. */
export const REACHED_KEYS = ['supports', 'conditional', 'opposes', 'noView'] as const;
export const UNREACHED_KEYS = ['refused', 'notHome', 'notTried'] as const;
export type CellKey = (typeof REACHED_KEYS)[number] | (typeof UNREACHED_KEYS)[number];
