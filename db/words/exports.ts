export const EXPORTED = ['cases', 'figures'] as const;
export const FILES = ['xlsx', 'csv'] as const;
export const VERDICTS = ['approved', 'refused'] as const;
