import type { Role } from '@/lib/actor';
import { ok, type Result, refuse } from '@/lib/result';

/** Who may take over: a role in the whole community, or the captain of this entrance. */
export interface Held {
  personId: number;
  role: Role;
  entranceId: number | null;
}

const STAFF: readonly Role[] = ['social-worker', 'party-secretary', 'governance-secretary'];

/**
 * Whether somebody can take over an open thing: whoever answers and drafts takes over what staff leave; the captain of
 * the same entrance, or a social worker, what is open at its doors.
 */
export function mayReceive(entranceId: number | null, held: Held): boolean {
  if (entranceId === null) return held.entranceId === null && STAFF.includes(held.role);
  if (held.role === 'captain') return held.entranceId === entranceId;
  return held.entranceId === null && held.role === 'social-worker';
}

/** Who may say that they take over what a governance secretary leaves. */
export const receives = STAFF;

interface Open {
  item: string;
  entranceId: number | null;
}

/**
 * Every open thing has a receiver who can take it over, has accepted it where that is asked, and is not who leaves. Names each item that lacks one as
 * `to_<item>`; a name that is not open is refused too, so that nothing is handed over twice.
 */
export function checkHandover(
  open: readonly Open[],
  receivers: ReadonlyMap<string, number>,
  candidates: readonly Held[],
  leaver: number,
  hasAccepted: (item: string, receiver: number) => boolean = () => true,
): Result<undefined, 'receivers_lacking' | 'no_longer_open'> {
  const lacking: Record<string, string> = {};
  for (const { item, entranceId } of open) {
    const receiver = receivers.get(item);
    if (receiver === undefined) lacking[`to_${item}`] = 'receiver';
    else if (receiver === leaver) lacking[`to_${item}`] = 'receiver_leaves';
    else if (!candidates.some((one) => one.personId === receiver && mayReceive(entranceId, one)))
      lacking[`to_${item}`] = 'receiver_cannot';
    else if (!hasAccepted(item, receiver)) lacking[`to_${item}`] = 'receiver_not_accepted';
  }
  const count = Object.keys(lacking).length;
  if (count > 0) return refuse('receivers_lacking', { count }, lacking);
  const known = new Set(open.map((one) => one.item));
  return [...receivers.keys()].every((item) => known.has(item)) ? ok() : refuse('no_longer_open');
}
