import { type Actor, asStaff, type Who } from '@/lib/actor';

/** Whoever works on the proposal asks outside, and writes down what was answered. */
export const mayAsk = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

/** That nobody outside has to be asked any more, a secretary answers for. */
export const mayDrop = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');
