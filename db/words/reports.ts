/** What an office prints again and again, with columns it chooses. */
export const SHEETS = ['report', 'visits', 'turns'] as const;
export type SheetName = (typeof SHEETS)[number];

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

/** Columns of a month of visits: when, what for and by whom; at whose door and what was said is theirs and stands in none. */
export const VISIT_COLUMNS = [
  'number',
  'day',
  'time',
  'building',
  'purpose',
  'place',
  'outcome',
  'visitor',
  'recorder',
  'done',
  'follows',
  'round',
] as const;
export type VisitColumn = (typeof VISIT_COLUMNS)[number];

/** Columns of a month of the team's rota. */
export const TURN_COLUMNS = [
  'number',
  'day',
  'part',
  'name',
  'kind',
  'planned',
  'stoodIn',
  'standing',
  'hours',
] as const;
export type TurnColumn = (typeof TURN_COLUMNS)[number];
