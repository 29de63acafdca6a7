export const KINDS = ['inquiry', 'help', 'complaint', 'report', 'suggestion'] as const;
export type CaseKind = (typeof KINDS)[number];

/** How somebody here came to know of it, as they write it down. */
export const WRITTEN_DOWN = ['12345', 'walk_in', 'telephone', 'web', 'door', 'patrol'] as const;
/** `open311`: another system sent it, and nobody here has written it down. */
export const SOURCES = [...WRITTEN_DOWN, 'open311'] as const;
export type CaseSource = (typeof SOURCES)[number];

/** What the complainants want of a proposal's thing, or fear from it. */
export const SIDES = ['for', 'against', 'other'] as const;
export type Side = (typeof SIDES)[number];
