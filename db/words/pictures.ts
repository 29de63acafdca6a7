export const SUBJECTS = ['proposal', 'plan', 'milestone', 'opinion', 'opposition', 'objection'] as const;
export type PictureSubject = (typeof SUBJECTS)[number];
