import type { DeskStep } from '@/features/proposals/components/desk-steps';
import { messages } from '@/features/proposals/messages';
import type { DeskAct, OwnAct } from '@/features/proposals/policy';
import * as to from '@/lib/addresses';
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

interface Desk {
  no: number;
  blocks: Record<DeskAct, string | null>;
  picturesWaiting: number;
}

/** The acts at the desk that belong to the proposal itself; other features add theirs. */
export function proposalSteps(proposal: Desk, slug: string, locale: Locale): DeskStep[] {
  const t = pick(messages, locale).desk;
  const at = (act: string) => to.desk(locale, slug, 'proposals', proposal.no, act);
  const acts = Object.entries(proposal.blocks) as [DeskAct, string | null][];
  const steps = acts.map(([act, code]): DeskStep => {
    const reason = deskReason(act, code, locale);
    return { href: at(act), label: t.acts[act], state: reason ? 'not_yet' : 'ready', ...(reason && { reason }) };
  });
  const waiting = proposal.picturesWaiting;
  return [
    ...steps,
    {
      href: at('pictures'),
      label: t.acts.pictures,
      state: waiting > 0 ? 'ready' : 'done',
      ...(waiting > 0 && { reason: t.waiting(waiting) }),
    },
    { href: at('comments'), label: t.acts.comments, state: 'ready' },
  ];
}
