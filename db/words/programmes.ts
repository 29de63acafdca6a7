/** 能人工作坊 · 便民服务汇 · 文化传承日: what one can come to. */
export const PROGRAMME_KINDS = ['service', 'heritage', 'workshop'] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/** How somebody comes to a place: by their own hand, at the door, by telephone through the office, or by walking in. */
export const SIGN_UP_CHANNELS = ['self', 'door', 'phone', 'walk_in'] as const;
export type SignUpChannel = (typeof SIGN_UP_CHANNELS)[number];

export const SIGN_UP_STATES = ['taken', 'waiting', 'withdrawn'] as const;
export type SignUpState = (typeof SIGN_UP_STATES)[number];
