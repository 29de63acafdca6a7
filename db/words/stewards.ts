/** 民情管家: in what part somebody belongs to the team. What they believe or belong to elsewhere is nobody's business and is not kept. */
export const STEWARD_KINDS = ['captain', 'volunteer', 'property', 'office'] as const;
export type StewardKind = (typeof STEWARD_KINDS)[number];

export const SHIFT_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type ShiftPart = (typeof SHIFT_PARTS)[number];
