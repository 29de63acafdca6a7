/** How far a letter has come on its way out of this house. */
export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'given_up'] as const;
