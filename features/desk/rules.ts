/** What is done at the desk with one proposal, in the order of its life; the order also ranks what comes next. */
export const ACTS = [
  ...(['acceptance', 'appeal', 'merger', 'decline', 'separation'] as const),
  ...(['groups', 'confirmation', 'consultation'] as const),
  ...(['acknowledge', 'closure', 'summary', 'drawing', 'answer', 'verdicts'] as const),
  ...(['judged', 'changes', 'judging', 'publication', 'draft', 'opening', 'agreement', 'redesign', 'decide'] as const),
  ...(['rechecks', 'round', 'extension', 'gates', 'opposition', 'signature', 'notice', 'return'] as const),
  ...(['start', 'milestones', 'report', 'check', 'delegates', 'completion', 'breach'] as const),
  ...(['callbacks', 'resumption', 'pictures', 'shelving', 'shelf'] as const),
] as const;
export type ActName = (typeof ACTS)[number];

const place = (act: string): number => ACTS.indexOf(act as ActName);

export const inOrder = (a: { act: string }, b: { act: string }): number => place(a.act) - place(b.act);

export interface Due {
  due: Date | null;
  at: Date | null;
}

/** What is overdue comes first, then what has a day, the earlier the sooner; then whatever waits longest. */
export function byUrgency(a: Due, b: Due): number {
  const [x, y] = [a.due?.getTime() ?? Number.POSITIVE_INFINITY, b.due?.getTime() ?? Number.POSITIVE_INFINITY];
  if (x !== y) return x < y ? -1 : 1;
  return (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0);
}
