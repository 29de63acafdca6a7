import { ok, type Result, refuse } from '@/lib/result';
import type { Standing } from '../rules';

/** Whom it is brought against. */
export interface Party {
  agencyId: number | null;
  personId: number | null;
  /** The office whose holders the agency is. */
  role: string | null;
}

/** Whoever gets a part in a case: an agency, its office, and somebody of it. */
export interface Hand {
  agencyId: number;
  role: string | null;
  handler: { id: number; roles: readonly string[] } | null;
}

/**
 * Reprisal guard: whoever is complained of never has a part in it; nor has anybody of the office complained of, by whichever
 * agency of theirs.
 */
export function checkHandler(against: Party, given: Hand): Result<undefined, 'complained_of'> {
  const { agencyId, role, handler } = given;
  const theirs =
    (against.agencyId !== null && against.agencyId === agencyId) ||
    (against.role !== null && against.role === role) ||
    (handler !== null &&
      (handler.id === against.personId || (against.role !== null && handler.roles.includes(against.role))));
  return theirs ? refuse('complained_of', undefined, { agency: 'complained_of' }) : ok();
}

interface Held {
  standing: Pick<Standing, 'agencyId' | 'handlerId' | 'assists' | 'called'>;
  agencies: readonly { id: number; role: string | null }[];
}

/** Whoever has a part in it now: the lead unit with its handler, those who help, and who was called. */
export function handsOf({ standing, agencies }: Held): Hand[] {
  const { agencyId, handlerId, assists, called } = standing;
  return [agencyId, ...assists, called].flatMap((id) => {
    if (id === null) return [];
    const role = agencies.find((one) => one.id === id)?.role ?? null;
    const handler =
      id === agencyId && handlerId !== null ? { id: handlerId, roles: role === null ? [] : [role] } : null;
    return [{ agencyId: id, role, handler }];
  });
}

/** What goes on together: nobody who has a part in the one is complained of in the other. */
export function checkTogether(
  one: { againsts: readonly Party[]; hands: readonly Hand[] },
  other: { againsts: readonly Party[]; hands: readonly Hand[] },
): Result<undefined, 'complained_of'> {
  const free = (againsts: readonly Party[], hands: readonly Hand[]) =>
    againsts.every((against) => hands.every((hand) => checkHandler(against, hand).ok));
  return free(one.againsts, other.hands) && free(other.againsts, one.hands)
    ? ok()
    : refuse('complained_of', undefined, { into: 'complained_of' });
}
