/** Where the trouble of a community comes from. */
export const CAUSES = ['legacy', 'maintenance', 'management', 'neighbours'] as const;
export type Cause = (typeof CAUSES)[number];

/** Who answers for a matter to crack: an office, so that it stays answered for when people go. */
export const CRACK_OWNERS = [
  'party-secretary',
  'governance-secretary',
  'social-worker',
  'property',
  'hotline',
] as const;
export type CrackOwner = (typeof CRACK_OWNERS)[number];

/** How it stands. */
export const CRACK_STATES = ['under_way', 'stuck', 'done', 'dropped'] as const;
export type CrackState = (typeof CRACK_STATES)[number];

/** To whom it is raised. */
export const LEVELS = ['street', 'district'] as const;
export type Level = (typeof LEVELS)[number];
