export const KINDS = ['inquiry', 'help', 'complaint', 'report', 'suggestion'] as const;
export type CaseKind = (typeof KINDS)[number];

export const SOURCES = ['12345', 'walk_in', 'web', 'door', 'patrol'] as const;

/** What the complainants want of a proposal's thing, or fear from it. */
export const SIDES = ['for', 'against', 'other'] as const;
export type Side = (typeof SIDES)[number];
