import { type Fault, messages } from '@/features/open311/messages';
import type { Said } from '@/features/open311/rules/answer';
import type { Locale } from '@/lib/edition';
import type { Call } from '@/lib/gate';
import type { Refusal } from '@/lib/result';

/** What a program asks, and in whose name. */
export interface Knock {
  resource: string;
  /** What stands after it in the address. */
  id: string | null;
  method: string;
  community: string;
  params: Readonly<Record<string, string>>;
  /** In a community by its key. */
  call: Call;
  locale: Locale;
  idempotencyKey: string;
  address: string;
  /** Where it was asked, where nobody has said under which address this house stands. */
  host: string;
}

/** What is wrong, with its status; `also`: more of the same. */
export interface Wrong {
  status: number;
  descriptions: string[];
  seconds?: number;
}

export type Heard = { root: string; said: Said; status?: number } | Wrong;

export const wrong = (locale: Locale, status: number, fault: Exclude<Fault, 'sent_otherwise' | 'too_many'>): Wrong => ({
  status,
  descriptions: [messages[locale].protocol.faults[fault]],
});

export function tooOften(locale: Locale, { details }: Refusal): Wrong {
  const seconds = Number(details?.seconds ?? 60);
  return { status: 429, descriptions: [messages[locale].protocol.faults.too_many(seconds)], seconds };
}
