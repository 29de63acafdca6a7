import { mayReadObjections } from '@/features/objections/policy';
import { mayDraftPlan } from '@/features/plans/policy';

/** Whoever draws up plans. */
export const mayMarkConditions = mayDraftPlan;

/** They stand beside the objections they are taken from. */
export const mayReadConditions = mayReadObjections;
