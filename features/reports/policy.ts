import { type Actor, asStaff, type Who } from '@/lib/actor';

/** Who says how the monthly report looks. */
export const mayArrangeReport = (who: Who): Actor | null => asStaff(who, 'hotline', 'social-worker', 'party-secretary');
