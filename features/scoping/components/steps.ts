import type { DeskStep } from '@/features/proposals/components/desk-steps';
import { messages } from '@/features/scoping/messages';
import { type ScopingAct, type ScopingFacts, scopingBlock } from '@/features/scoping/policy';
import type { Who } from '@/lib/actor';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Why an act of scoping is not possible, in words; null when it is. */
export function scopingReason(act: ScopingAct, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const t = pick(messages, locale);
  if (code === 'not_allowed') return t.who[act === 'confirmation' ? 'groups' : act];
  if (code === 'wrong_state') return t.when.scoping;
  const word = (t.refusals as Record<string, unknown>)[code];
  return typeof word === 'string' ? word : code;
}

interface Desk extends ScopingFacts {
  no: number;
  who: Who;
  gates: readonly { state: string }[];
}

const addresses: Record<ScopingAct, string[]> = {
  groups: ['groups'],
  confirmation: ['groups', 'confirmation'],
  consultation: ['consultation'],
  gates: ['gates'],
};

/** The acts of scoping of one proposal. */
export function scopingSteps(proposal: Desk, slug: string, locale: Locale): DeskStep[] {
  const t = pick(messages, locale);
  const past = proposal.state !== 'submitted' && proposal.state !== 'scoping';
  const done: Record<ScopingAct, boolean> = {
    groups: false,
    confirmation: proposal.groupsConfirmedBy !== null,
    consultation: past && proposal.groupsConfirmedBy !== null,
    gates: proposal.gates.length > 0 && proposal.gates.every((gate) => gate.state !== 'open'),
  };
  return (Object.keys(addresses) as ScopingAct[]).map((act) => {
    const reason = scopingReason(act, scopingBlock(act, proposal.who, proposal), locale);
    const href = to.desk(locale, slug, 'proposals', proposal.no, ...addresses[act]);
    const label = t.acts[act];
    if (done[act]) return { href, label, state: 'done' };
    return reason ? { href, label, state: 'not_yet', reason } : { href, label, state: 'ready' };
  });
}
