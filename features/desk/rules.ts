import { daysAfter } from '@/lib/calendar';

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

/** So many lines of one kind stand each by itself. */
const APART = 3;

/** Lines of one kind together, where there are many; in the order of the first of each kind. No line is lost. */
export function gathered<L extends { act: string; wording: string }>(lines: readonly L[]): L[][] {
  const kinds = new Map<string, L[]>();
  for (const line of lines) {
    const kind = `${line.act} ${line.wording}`;
    const of = kinds.get(kind);
    if (of) of.push(line);
    else kinds.set(kind, [line]);
  }
  return [...kinds.values()]
    .flatMap((of) => (of.length > APART ? [of] : of.map((line) => [line])))
    .sort(([a], [b]) => lines.indexOf(a as L) - lines.indexOf(b as L));
}

/** What waits at doors, by where it is done: below the address of the doors. */
export type DoorKind =
  | 'joins'
  | 'invitations'
  | 'rounds'
  | 'alternatives'
  | 'answers'
  | 'repairs'
  | 'works'
  | 'places'
  | 'visits';

/** Whoever was never told is told of what came within so many days. */
const FIRST_DAYS = 7;

/** What came to be somebody's since they were last told, of when each came: what has no moment was there before. */
export function newSince(came: readonly (Date | null)[], toldAt: Date | null, now: Date): number {
  const since = toldAt ?? daysAfter(now, -FIRST_DAYS);
  return came.filter((at) => at !== null && at > since && at <= now).length;
}

/** When the next letter of this kind may come: what one says is news until then. */
export const tellAgain = (now: Date): Date => daysAfter(now, 1);
