import { mayResume } from '@/features/proposals/policy';
import { type Actor, asStaff, has, type Who } from '@/lib/actor';

/** The social worker drafts, and an engineer drafts through her. */
export const mayDraftPlan = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** Material or not: said by one of the three, confirmed by another. */
export const mayJudgeMateriality = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

/** The governance secretary; between two terms the community Party secretary. */
export const mayPublishPlan = mayResume;

/** A draft is seen by those who work on it. */
export const mayReadDrafts = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');
