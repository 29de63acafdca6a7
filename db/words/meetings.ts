/** How a household came on to the list of those who were there: from the list at the door of the hall, or by its own word. */
export const ATTENDANCE_HOW = ['list', 'self'] as const;

/** What became of what somebody wanted put right in the minutes. */
export const CORRECTION_OUTCOMES = ['adopted', 'kept'] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];
