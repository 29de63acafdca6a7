import { mayResume } from '@/features/proposals/policy';
import { type Actor, asStaff, asSystem, has, type Who } from '@/lib/actor';

/** Between two terms the community Party secretary does what the governance secretary does. */
export const mayOpenRound = (who: Who, subject: { termActive: boolean }): Actor | null =>
  asStaff(who, 'social-worker') ?? mayResume(who, subject);

export const mayExtendRound = mayOpenRound;

/** Whoever extended it by mistake, or anybody else who could have. */
export const mayTakeBackExtension = mayOpenRound;

/** The clock; when it is late, anybody on duty. The count is the same whoever starts it. */
export const mayCloseRound = (who: Who): Actor | null =>
  asSystem(who) ?? asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

export const maySummarise = mayResume;

export const mayRedesign = mayResume;

/** Who sees to it that every door is knocked at. */
export const sendsToDoors = (who: Who): boolean => has(who, 'social-worker', 'governance-secretary', 'party-secretary');

export const mayReadRounds = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
