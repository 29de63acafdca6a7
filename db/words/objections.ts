/** How heavy it weighs for whoever raised it. From `harm` on, an answered and maintained one may go to mediation. */
export const WEIGHTS = ['inconvenience', 'harm', 'red_line'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** As stored; the rules know one more, which follows from what happened to the clause. */
export const STATES = ['raised', 'acknowledged', 'answered', 'settled', 'maintained', 'withdrawn', 'lapsed'] as const;
export type StoredState = (typeof STATES)[number];

export const ANSWERS = ['adopted', 'adopted_another_way', 'partly', 'not_possible'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

export const VERDICTS = ['settled', 'maintained', 'withdrawn'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How whoever raised it agreed to the words it is written in. */
export const APPROVALS = ['yes', 'at_door'] as const;
