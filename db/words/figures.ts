/** Where a period's figures come from: typed as somebody reported them, or counted from the callbacks made here. */
export const FIGURE_SOURCES = ['reported', 'callbacks'] as const;
export type FigureSource = (typeof FIGURE_SOURCES)[number];
