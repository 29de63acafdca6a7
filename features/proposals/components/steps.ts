import { messages } from '@/features/proposals/messages';
import type { DeskAct, OwnAct } from '@/features/proposals/policy';
import type { Locale } from '@/lib/edition';
import { messages as common } from '@/lib/messages';
import { pick } from '@/lib/words';

const refusal = (code: string, locale: Locale): string => {
  const own: Record<string, unknown> = pick(messages, locale).refusals;
  const word = own[code] ?? pick(common, locale).refusals[code];
  return typeof word === 'string' ? word : code;
};

/** Why an act at the desk is not possible, in words; null when it is. */
export function deskReason(act: DeskAct, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const t = pick(messages, locale).desk;
  if (code === 'not_allowed') return t.who[act];
  return code === 'wrong_state' ? t.when[act] : refusal(code, locale);
}

/** Why a resident's act is not possible, in words; null when it is. */
export function ownReason(act: OwnAct, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const t = pick(messages, locale).own;
  if (code !== 'not_allowed') return refusal(code, locale);
  return act === 'withdrawal' || act === 'appeal' ? t.authorsOnly : t.residentsOnly;
}
