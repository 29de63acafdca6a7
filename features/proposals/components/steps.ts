import { messages } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { messages as common } from '@/lib/messages';
import type { Refusal } from '@/lib/result';
import { pick } from '@/lib/words';

type OwnWord = 'support' | 'comment' | 'withdrawal' | 'appeal' | 'reopening';

const inRefusals = ({ code, details = {} }: Refusal, locale: Locale): string => {
  const words: Record<string, unknown> = { ...pick(common, locale).refusals, ...pick(messages, locale).refusals };
  const word = words[code];
  if (typeof word === 'function') return word(details) as string;
  return typeof word === 'string' ? word : code;
};

/** Why a resident's act is not possible, in words; null when it is. */
export function ownReason(act: OwnWord, refusal: Refusal | null, locale: Locale): string | null {
  if (refusal === null) return null;
  const { code } = refusal;
  const t = pick(messages, locale).own;
  if (code !== 'not_allowed') return inRefusals(refusal, locale);
  return act === 'withdrawal' || act === 'appeal' ? t.authorsOnly : t.residentsOnly;
}
