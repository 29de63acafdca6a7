import type { Role } from './people';

export const NOTICE_STATES = ['running', 'returned', 'signed'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const SIGNER_ROLES = ['party-secretary', 'governance-secretary'] as const satisfies readonly Role[];
export type SignerRole = (typeof SIGNER_ROLES)[number];
