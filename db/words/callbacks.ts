/** Waves of callbacks, counted from completion. */
export const WAVES = ['four_weeks', 'ninety_days', 'first_snow'] as const;
export type Wave = (typeof WAVES)[number];

export const SATISFACTIONS = ['satisfied', 'fairly_satisfied', 'dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];
