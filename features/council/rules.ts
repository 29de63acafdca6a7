import type { ReviewVerdict } from '@/db/words/council';
import { type Day, readDay, shanghaiDate } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

/** A project has so many steps at most. */
export const MOST_STEPS = 12;

/** 半年: 2022-1 until the end of June, 2022-2 from July. */
export function halfOf(now: Date): string {
  const day = shanghaiDate(now);
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`;
}

export interface Step {
  name: string;
  dueOn: Day;
}

/** Steps as they are typed, one a line: what, then by which day, `发材料 2022-05-01`. */
export function stepsIn(text: string): Result<Step[], 'steps_unclear' | 'too_many_steps'> {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const steps = lines.map((line) => {
    const [, name = '', when = ''] = /^(.+?)[\s｜|，,：:]+(\S+)$/u.exec(line) ?? [];
    const read = readDay(when);
    return 'day' in read && name.length <= 60 ? { name, dueOn: read.day } : null;
  });
  const at = steps.indexOf(null);
  if (at >= 0) return refuse('steps_unclear', { line: lines[at] ?? '' }, { steps: 'steps_unclear' });
  if (steps.length > MOST_STEPS) return refuse('too_many_steps', undefined, { steps: 'too_many_steps' });
  return ok(steps.flatMap((one) => one ?? []));
}

/** What was not done, or not all of it, has a reason to be said. */
export const wantsWhy = (verdict: ReviewVerdict): boolean => verdict !== 'done';

export type DemandState = 'open' | 'claimed' | 'project' | 'withdrawn';

export interface Stands {
  withdrawn: boolean;
  project: number | null;
  claims: number;
}

export const demandState = ({ withdrawn, project, claims }: Stands): DemandState =>
  withdrawn ? 'withdrawn' : project !== null ? 'project' : claims > 0 ? 'claimed' : 'open';
