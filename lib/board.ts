import { type SQL, sql } from 'drizzle-orm';
import { currentAnswer } from './answer';
import { addDays, shanghaiDate, startOfDay } from './calendar';
import { keptBoard } from './kept-board';

/** A notification holds less than 8000 bytes. */
const MOST = 7000;

/**
 * Subjects of a community by their whole names, `zhuguang/proposal/1`; too many, or none said, are the community itself.
 * Names are a tree: `zhuguang/works` is all its works, `zhuguang` all there is. What begins with a slash is in no community, and
 * on the boards of several. What a change reaches: server/board-subjects.ts.
 */
export function subjectsIn(slug: string, subjects: readonly string[] | undefined): string[] {
  const named = subjects?.map((subject) => (subject.startsWith('/') ? subject : `${slug}/${subject}`));
  return named && named.join(' ').length < MOST
    ? named
    : [slug, ...(named?.filter((one) => one.startsWith('/')) ?? [])];
}

/**
 * Tells every instance, at the commit of the statement it stands in, which subjects have changed; the last of them may
 * end with a number only the statement knows.
 */
export const notifying = (changed: readonly string[], number = sql`''`): SQL =>
  sql`pg_notify('board', ${changed.join(' ')}::text || ${number})`;

/** The same in this process and at once: who has written reads it, also when the notification is still on its way. */
export function takeDown(changed: readonly string[]): void {
  keptBoard.takeDown(changed);
}

/**
 * When a page of the board grows old though nothing is written: at a moment one of its reads names, and at every
 * midnight in Shanghai, because many facts are counted in days.
 */
export function turnOf(named: Date | null | undefined, now: Date): Date {
  const midnight = startOfDay(addDays(shanghaiDate(now), 1));
  return named && named > now && named < midnight ? named : midnight;
}

/** Tells the answer being made when it grows old; the earliest of its reads counts. */
export function turnsAt(moment: Date): void {
  const answer = currentAnswer();
  if (answer) answer.turnsAt = Math.min(answer.turnsAt, moment.getTime());
}

/** Tells the answer being made which subjects it shows; those of all its reads count. */
export function shows(subjects: readonly string[]): void {
  for (const subject of subjects) currentAnswer()?.shows.add(subject);
}
