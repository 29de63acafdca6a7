/** 墙外的同意: asked for and not answered, given, refused; asked for anew, or not needed any more. */
export const CONSENT_STATES = ['waiting', 'given', 'refused', 'replaced', 'dropped'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];
