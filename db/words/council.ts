/** Where a line of the list of needs came from. */
export const DEMAND_SOURCES = ['resident', 'visit', 'case', 'service', 'council'] as const;
export type DemandSource = (typeof DEMAND_SOURCES)[number];

/** 评议: what those who needed it say of a project. */
export const REVIEW_VERDICTS = ['done', 'partly', 'not'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];
