/** What a proposal means for an affected group. */
export const EFFECTS = ['benefits', 'bears', 'neutral'] as const;
export type Effect = (typeof EFFECTS)[number];

export const GATE_STATES = ['open', 'satisfied', 'not_applicable'] as const;
export type GateState = (typeof GATE_STATES)[number];
