export const ROUND_STATES = ['open', 'closed', 'void'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
