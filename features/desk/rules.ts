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
