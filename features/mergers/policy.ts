import { type Actor, asStaff, type Who } from '@/lib/actor';
import { checkUndoing } from './rules';

/** Whoever looks at what was brought: the social worker. */
export const mayMerge = (who: Who): Actor | null => asStaff(who, 'social-worker');

export type MergerAct = 'merger' | 'separation';
type Facts = Parameters<typeof checkUndoing>[0];

/** Whether an act is possible now for whoever asks: null, or the code of why not. The commands check the same again. */
export function mergerBlock(
  act: MergerAct,
  who: Who,
  state: Facts,
  mergedAt: Date | null,
  now: Date,
  into: { state: Facts } | null = null,
): string | null {
  if (act === 'merger' && state !== 'submitted') return 'wrong_state';
  const undoing = act === 'separation' ? checkUndoing(state, mergedAt, now, into) : null;
  if (undoing && !undoing.ok) return undoing.refusal.code;
  return mayMerge(who) ? null : 'not_allowed';
}
