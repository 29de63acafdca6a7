/** 延长、提前召回. */
export const TERM_CHANGES = ['extended', 'recalled'] as const;
export type TermChange = (typeof TERM_CHANGES)[number];
