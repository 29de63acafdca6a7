import { type Actor, asStaff, asSystem, has, type Who } from '@/lib/actor';

/** The caller is never who handled it; that is for the rules. The clock draws a wave when it is due. */
export const mayDraw = (who: Who): Actor | null => asSystem(who) ?? asStaff(who, 'hotline');

export const mayCallBack = (who: Who): Actor | null => asStaff(who, 'hotline');

/** What is not solved is answered by the office, where the household lets it know which home it is; else by the hotline. */
export const mayFollow = (who: Who, { mayTell }: { mayTell: boolean }): Actor | null =>
  mayTell ? asStaff(who, 'social-worker', 'governance-secretary') : mayCallBack(who);

export const mayReadCallbacks = (who: Who): boolean =>
  has(who, 'hotline', 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
