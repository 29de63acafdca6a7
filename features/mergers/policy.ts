import { type Actor, asStaff, type Who } from '@/lib/actor';

/** Whoever looks at what was brought: the social worker. */
export const mayMerge = (who: Who): Actor | null => asStaff(who, 'social-worker');
