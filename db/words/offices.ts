/** Offices above communities: of a district, or of one of its streets. */
export const OFFICES = ['organisation', 'street-office', 'hotline-centre'] as const;
export type Office = (typeof OFFICES)[number];

/** Those whose sight is the whole district: nobody else can compare its communities with each other. */
export const OF_DISTRICT = ['organisation', 'hotline-centre'] as const satisfies readonly Office[];
