export const SUBJECTS = ['proposal', 'plan', 'milestone', 'opinion', 'opposition', 'objection', 'case'] as const;
export type PictureSubject = (typeof SUBJECTS)[number];
