import type { CaseStep } from '@/db/words/orders';

/** A step that was taken when its time was over, and by how many milliseconds. */
export interface Late {
  step: CaseStep;
  by: number;
}

/** Steps after which its time is another, or over. */
const ENDS_TIME: readonly CaseStep[] = ['dispatch', 'hand_on', 'reply', 'merge', 'concluded'];

/** How late a step is that ends a time; null where it is not. While it is handed up the clock stands still. */
export function lateness(
  { due, pausedAt }: { due: Date | null; pausedAt: Date | null },
  { step, at, fromAt }: { step: CaseStep; at: Date; fromAt: Date | null },
): Late | null {
  if (due === null || !ENDS_TIME.includes(step)) return null;
  const ended = pausedAt ?? (step === 'concluded' ? (fromAt ?? at) : at);
  return ended > due ? { step, by: ended.getTime() - due.getTime() } : null;
}
