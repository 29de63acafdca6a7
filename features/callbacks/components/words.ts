import { messages } from '@/features/callbacks/messages';
import type { CallRow, DeskCallbacks } from '@/features/callbacks/queries';
import type { Locale } from '@/lib/edition';
import type { Refusal } from '@/lib/result';
import { formatDate, pick } from '@/lib/words';

/** How far a wave is, in words. */
export function waveWords({ wave, drawn, dueOn }: DeskCallbacks['waves'][number], locale: Locale): string {
  const t = pick(messages, locale);
  const name = t.waves[wave];
  if (drawn) return drawn.closedAt ? t.list.closed(name) : t.list.open(name, drawn.open, drawn.asked);
  return dueOn ? t.list.due(name, formatDate(dueOn, locale)) : t.list.snow(name);
}

/** Why a household is called: it objected, it complained, or it was drawn. */
export function whyCalled(call: CallRow, locale: Locale): string {
  const t = pick(messages, locale).desk;
  const reasons = [call.objector ? t.objector : '', call.caseNo === null ? '' : t.caseNo(call.caseNo)].filter(Boolean);
  return reasons.length > 0 ? reasons.join(' · ') : t.drawn;
}

/** Why somebody does not call, in words. */
export function callReason(refusal: Refusal | null, locale: Locale): string | null {
  if (refusal === null) return null;
  const { code } = refusal;
  const t = pick(messages, locale);
  if (code === 'not_allowed') return t.who;
  const word = (t.refusals as Record<string, unknown>)[code];
  return typeof word === 'string' ? word : code;
}
