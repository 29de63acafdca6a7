/** What became of one call: nobody came to the telephone, or whoever did would not say. */
export const CALL_OUTCOMES = ['answered', 'refused', 'not_reached'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** What became of the matter, in the words of whoever complained. */
export const RESOLUTIONS = ['yes', 'partial', 'no'] as const;
export type Resolved = (typeof RESOLUTIONS)[number];

/** In which rates a case counts. */
export const SCOPES = ['three_rates', 'response_only', 'excluded'] as const;
export type Scope = (typeof SCOPES)[number];
