/** What is asked for as a list at the desk; `blank`: a sheet an office sent, filled in. */
export const LISTED = ['cases', 'figures'] as const;
export const EXPORTED = [...LISTED, 'blank'] as const;
export type Exported = (typeof EXPORTED)[number];
export const FILES = ['xlsx', 'csv'] as const;
export const VERDICTS = ['approved', 'refused'] as const;
