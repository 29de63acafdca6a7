import type { State } from '@/features/proposals/rules';
import { type Actor, asStaff, has, type Who } from '@/lib/actor';
import type { Result } from '@/lib/result';
import { checkConfirmation, checkRegroup, GATES_OPEN_IN } from './rules';

/** Groups are named and confirmed by the social worker and the secretaries; by two different people. */
export const mayNameGroups = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'governance-secretary', 'party-secretary');

export const mayStartConsultation = (who: Who): Actor | null => asStaff(who, 'governance-secretary', 'party-secretary');

/** Whoever decides a legal gate signs for it. */
export const mayDecideGate = mayStartConsultation;

export const maySeeScoping = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary', 'district', 'auditor');

export interface ScopingFacts {
  state: State;
  groupsNamedBy: number | null;
  groupsConfirmedBy: number | null;
}

export type ScopingAct = 'groups' | 'confirmation' | 'consultation' | 'gates';

/** Whether an act is possible now for whoever asks: null, or the code of why not. The commands check the same again. */
export function scopingBlock(act: ScopingAct, who: Who, facts: ScopingFacts): string | null {
  const { state, groupsNamedBy, groupsConfirmedBy } = facts;
  const code = (result: Result<unknown>) => (result.ok ? null : result.refusal.code);
  if (state === 'submitted') return 'accept_first';
  switch (act) {
    case 'groups':
      return code(checkRegroup(state)) ?? (mayNameGroups(who) ? null : 'not_allowed');
    case 'confirmation': {
      if (!mayNameGroups(who)) return state === 'scoping' ? 'not_allowed' : 'wrong_state';
      const by = who.kind === 'person' ? who.personId : null;
      return state === 'scoping' ? code(checkConfirmation(state, groupsNamedBy, groupsConfirmedBy, by)) : 'wrong_state';
    }
    case 'consultation':
      if (state !== 'scoping') return 'wrong_state';
      if (groupsConfirmedBy === null) return groupsNamedBy === null ? 'no_groups' : 'groups_unconfirmed';
      return mayStartConsultation(who) ? null : 'not_allowed';
    case 'gates':
      if (!GATES_OPEN_IN.includes(state)) return 'gates_fixed';
      return mayDecideGate(who) ? null : 'not_allowed';
  }
}
