import { type Actor, asStaff, asSystem, has, type Who } from '@/lib/actor';

/** The caller is never who handled it; that is for the rules. The clock draws a wave when it is due. */
export const mayDraw = (who: Who): Actor | null => asSystem(who) ?? asStaff(who, 'hotline');

export const mayCallBack = (who: Who): Actor | null => asStaff(who, 'hotline');

export const mayReadCallbacks = (who: Who): boolean =>
  has(who, 'hotline', 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
