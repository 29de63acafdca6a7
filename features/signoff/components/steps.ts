import type { ProposalState } from '@/db/schema/proposals';
import { messages as objections } from '@/features/objections/messages';
import type { DeskStep } from '@/features/proposals/components/desk-steps';
import { messages } from '@/features/signoff/messages';
import type { SignoffAct } from '@/features/signoff/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Why an act of the sign-off is not possible, in words; null when it is. */
export function signoffReason(act: SignoffAct, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const t = pick(messages, locale);
  if (code === 'not_allowed') return t.who[act];
  if (code === 'wrong_state') return t.when[act];
  const word = t.refusals[code];
  return typeof word === 'string' ? word : code;
}

const ready: Record<SignoffAct, readonly ProposalState[]> = {
  agreement: ['consulting'],
  notice: ['agreed'],
  opposition: ['noticed'],
  signature: ['noticed'],
  return: ['agreed', 'noticed'],
};

const after: readonly ProposalState[] = ['signed_off', 'building', 'completed', 'verifying', 'verified', 'reopened'];

interface Desk {
  no: number;
  state: ProposalState;
}

/** Objections, and the acts from agreement to signature, for the desk's list; each address says more. */
export function signoffSteps({ no, state }: Desk, slug: string, locale: Locale): DeskStep[] {
  const t = pick(messages, locale);
  const at = (act: string) => to.desk(locale, slug, 'proposals', no, act);
  const steps = (Object.keys(ready) as SignoffAct[]).map((act): DeskStep => {
    const step = { href: at(act), label: t.acts[act] };
    if (ready[act].includes(state)) return { ...step, state: 'ready' };
    return after.includes(state) ? { ...step, state: 'done' } : { ...step, state: 'not_yet', reason: t.when[act] };
  });
  const talked = state === 'consulting' || state === 'redesign';
  return [
    {
      href: at('objections'),
      label: pick(objections, locale).desk.list,
      state: talked ? 'ready' : steps.some((one) => one.state !== 'not_yet') ? 'done' : 'not_yet',
    },
    ...steps,
  ];
}
