import { messages } from '@/features/mergers/messages';
import { type MergerAct, mergerBlock } from '@/features/mergers/policy';
import type { DeskStep } from '@/features/proposals/components/desk-steps';
import type { State } from '@/features/proposals/rules';
import type { Who } from '@/lib/actor';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Why an act is not possible, in words; null when it is. */
export function mergerReason(act: MergerAct, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const words: Record<string, string> = pick(messages, locale).blocked;
  return words[act === 'separation' && code === 'wrong_state' ? 'not_merged' : code] ?? code;
}

interface Desk {
  no: number;
  state: State;
  stateAt: Date;
  who: Who;
  asOf: Date;
}

/** Joining while it is new, separating while it is joined; at other times neither is worth a line. */
export function mergerSteps({ no, state, stateAt, who, asOf }: Desk, slug: string, locale: Locale): DeskStep[] {
  const act = state === 'submitted' ? 'merger' : state === 'merged' ? 'separation' : null;
  if (!act) return [];
  const reason = mergerReason(act, mergerBlock(act, who, state, state === 'merged' ? stateAt : null, asOf), locale);
  const step = { href: to.desk(locale, slug, 'proposals', no, act), label: pick(messages, locale).acts[act] };
  return [{ ...step, state: reason ? 'not_yet' : 'ready', ...(reason && { reason }) }];
}
