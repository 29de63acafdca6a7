export const STATES = [
  'draft',
  'submitted',
  'merged',
  'declined',
  'short',
  'repairing',
  'scoping',
  'comparing',
  'consulting',
  'redesign',
  'agreed',
  'noticed',
  'signed_off',
  'building',
  'completed',
  'verifying',
  'verified',
  'reopened',
  'shelved',
  'withdrawn',
] as const;
export type ProposalState = (typeof STATES)[number];

export const KINDS = ['path_green', 'lift', 'repair_fund', 'parking', 'lighting_charging', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export const COMMENT_STANCES = ['for', 'against', 'question', 'neutral'] as const;

/** What the district says to an appeal. */
export const DECISIONS = ['upheld', 'refused'] as const;
