/** What somebody in office keeps for the community beside what is written here. */
export const THINGS = ['key', 'document', 'contact', 'other'] as const;
export type ThingKind = (typeof THINGS)[number];
