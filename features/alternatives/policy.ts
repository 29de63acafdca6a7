import { mayKnock, maySpeak } from '@/features/opinions/policy';
import { mayDraftPlan } from '@/features/plans/policy';
import { mayResume } from '@/features/proposals/policy';
import { mayCloseRound } from '@/features/rounds/policy';
import { mayStartConsultation } from '@/features/scoping/policy';
import { has, type Who } from '@/lib/actor';

/** Whoever draws up plans. */
export const mayDraftAlternative = mayDraftPlan;

/** A second person: it fixes who is asked, as the start of a consultation does. */
export const mayOpenComparison = mayStartConsultation;

export const mayExtendComparison = mayStartConsultation;

export const mayCloseComparison = mayCloseRound;

/** The governance secretary; between two terms the community Party secretary. */
export const mayChoose = mayResume;
export const mayEndComparison = mayResume;

export const maySay = maySpeak;
export const mayRecordWord = mayKnock;

export const mayReadComparison = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');

/** Group by group, with the numbers the board keeps back. */
export const mayReadCounts = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary');
