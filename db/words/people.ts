export const ROLES = [
  'captain',
  'social-worker',
  'party-secretary',
  'governance-secretary',
  'hotline',
  'property',
  'district',
  'auditor',
] as const;
/** A role somebody can be granted in a community. Residents need no grant: they live there. */
export type Role = (typeof ROLES)[number];

/** `gone`: divided, or made one with another; what was said behind that door stays. */
export const UNIT_STATUSES = ['delivered', 'sold_undelivered', 'unsold', 'gone'] as const;
export type UnitStatus = (typeof UNIT_STATUSES)[number];

export const JOIN_STATES = ['requested', 'confirmed', 'refused'] as const;
