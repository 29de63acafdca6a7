import { isUnanswered, objectionState } from '@/features/objections/rules';
import { openGates } from '@/features/proposals/rules/gates';
import {
  agreed,
  C,
  type Command,
  GROUPS,
  lastRound,
  type Model,
  mayPart,
  S,
  stancesOf,
  textHash,
  version,
} from './proposal-life';

/** What a community of good will would do next; null when nothing is left to do before the works. */
export function nextStep(m: Model): Command | null {
  const secretary = m.termActive ? S : C;
  const unanswered = m.objections.findIndex((one) => isUnanswered(objectionState(one)));
  const answer: Command = { do: 'answer', by: 21, index: unanswered, kind: 'adopted' };
  switch (m.state) {
    case 'draft':
      return { do: 'move', by: m.author, to: 'submitted' };
    case 'submitted':
      return { do: 'move', by: 21, to: 'scoping' };
    case 'merged':
      // Somebody sees on a later day that it was not the same thing.
      return mayPart(m) && m.day !== m.other.joined?.on ? { do: 'move', by: 21, to: 'submitted' } : null;
    case 'short':
      return { do: 'move', by: 24, to: 'completed' };
    case 'completed':
      return m.history.includes('signed_off') ? null : { do: 'move', by: 25, to: 'verified' };
    case 'scoping':
      if (m.namedBy === null || m.confirmedBy === null) return { do: 'groups', by: m.namedBy === 21 ? C : 21 };
      return { do: 'move', by: C, to: 'consulting' };
    case 'consulting': {
      const round = lastRound(m);
      const silent = GROUPS.flatMap((group) => group.households.filter((one) => !stancesOf(m, group).has(one)))[0];
      if (round?.open)
        return silent ? { do: 'speak', household: silent, stance: 'support', own: true } : { do: 'close' };
      if (round?.version !== version(m)) return { do: 'open', by: C };
      if (unanswered >= 0) return answer;
      return { do: 'move', by: secretary, to: agreed(m).agreed ? 'agreed' : 'redesign' };
    }
    case 'redesign':
      if (unanswered >= 0) return answer;
      if (version(m) === lastRound(m)?.version) return { do: 'revise', by: 21 };
      return { do: 'move', by: secretary, to: 'consulting' };
    case 'agreed': {
      const key = openGates('path_green', m.gates)[0];
      return key ? { do: 'gate', by: C, key } : { do: 'move', by: C, to: 'noticed' };
    }
    case 'noticed': {
      if (!m.noticeOver) return { do: 'wait' };
      const signed = m.signatures.some((one) => one.role === 'party-secretary' && one.hash === textHash(m));
      return { do: 'sign', by: signed ? S : C };
    }
    default:
      return null;
  }
}

/** How staff end what cannot be agreed; null when it is at an end or past the signature. */
export function wayOut(m: Model): Command | null {
  if (m.history.includes('signed_off') || m.state === 'declined' || m.state === 'shelved' || m.state === 'withdrawn')
    return null;
  // What goes the short way was agreed to by two, and ends done; a household's reason brings it here.
  if (['completed', 'verified', 'reopened'].includes(m.state)) return null;
  if (m.state === 'repairing') return { do: 'move', by: 21, to: 'completed' };
  if (m.state === 'short') return { do: 'move', by: 21, to: 'scoping' };
  if (m.state === 'draft') return { do: 'move', by: m.author, to: 'submitted' };
  if (m.state === 'submitted') return { do: 'move', by: C, to: 'declined' };
  if (m.state === 'merged') return mayPart(m) ? { do: 'move', by: 21, to: 'submitted' } : null;
  const half = m.consents.to === 'shelved' && m.consents.roles.includes('party-secretary');
  return { do: 'move', by: half ? S : C, to: 'shelved' };
}
