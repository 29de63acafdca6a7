/** Where a household stands on one plan version. */
export const STANCES = ['support', 'support_if', 'oppose', 'no_view'] as const;
export type Stance = (typeof STANCES)[number];

/** Why a household is against it. */
export const GROUNDS = ['noise', 'privacy', 'safety', 'trees', 'cost', 'access', 'parking', 'other'] as const;
export type Ground = (typeof GROUNDS)[number];

export const CHANNELS = ['self', 'door', 'paper', 'phone'] as const;
/** What is said in a round may also be said at a meeting: one more way to be heard, and nobody's second word. */
export const OPINION_CHANNELS = [...CHANNELS, 'meeting'] as const;
export type Channel = (typeof OPINION_CHANNELS)[number];

/** How a household agreed to what was written down for it. `read_back`: read to it aloud before a witness. */
/** Those that need no picture. */
export const SPOKEN_PROOFS = ['sms_reply', 'read_back'] as const;

export const PROOFS = ['signature_photo', 'sms_reply', 'read_back'] as const;
/** `attendance`: the household is on the list of those who were at the meeting. */
export const OPINION_PROOFS = [...PROOFS, 'attendance'] as const;
export type ProofKind = (typeof OPINION_PROOFS)[number];

/** What a visit without an answer ended with. */
export const VISIT_OUTCOMES = ['refused', 'not_home'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** What asking again, by somebody else, brought. */
export const RECHECK_OUTCOMES = ['same', 'different', 'not_reached'] as const;
export type RecheckOutcome = (typeof RECHECK_OUTCOMES)[number];
