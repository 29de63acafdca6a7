/** Where a period's figures come from: typed as somebody reported them, or counted from the callbacks made here. */
export const FIGURE_SOURCES = ['reported', 'callbacks'] as const;
export type FigureSource = (typeof FIGURE_SOURCES)[number];

/** Columns of the monthly report, in the order in which a district has them. */
export const REPORT_COLUMNS = [
  'number',
  'unit',
  'volume',
  'closed',
  'effective',
  'contacted',
  'resolved',
  'satisfied',
  'fairlySatisfied',
  'response',
  'resolution',
  'satisfaction',
  'composite',
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];
