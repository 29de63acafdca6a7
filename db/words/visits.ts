/** 走访的四个用意: comfort, ask what is needed, resolve a complaint, talk something over. */
export const VISIT_PURPOSES = ['comfort', 'ask', 'resolve', 'deliberate'] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

/** Why now. */
export const VISIT_REASONS = ['unseen', 'fall', 'heat', 'cold', 'new_here', 'asked', 'other'] as const;
export type VisitReason = (typeof VISIT_REASONS)[number];

export const VISIT_PLACES = ['home', 'phone', 'outside', 'office'] as const;
export type VisitPlace = (typeof VISIT_PLACES)[number];

export const HOME_VISIT_OUTCOMES = ['met', 'not_home', 'not_now'] as const;
export type HomeVisitOutcome = (typeof HOME_VISIT_OUTCOMES)[number];

/** How somebody agreed that what is nobody else's business is written down. */
export const CARE_CONSENTS = ['said', 'signed'] as const;
export type CareConsent = (typeof CARE_CONSENTS)[number];

/** `answered`: whoever sees to it says it is done, and the household has not said so yet. */
export const NEED_STATES = ['open', 'answered', 'met', 'dropped'] as const;
export type NeedState = (typeof NEED_STATES)[number];

export const NEED_STEPS = ['noted', 'given', 'answered', 'met', 'not_yet', 'dropped', 'turned'] as const;
export type NeedStep = (typeof NEED_STEPS)[number];

/** What a household says of what was done about its need. */
export const NEED_VERDICTS = ['met', 'not_yet', 'dropped'] as const;
export type NeedVerdict = (typeof NEED_VERDICTS)[number];

/** What a need became. */
export const NEED_TURNS = ['case', 'proposal', 'demand', 'service', 'project'] as const;
export type NeedTurn = (typeof NEED_TURNS)[number];
