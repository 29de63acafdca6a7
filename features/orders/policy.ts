import { mayReadCases } from '@/features/cases/policy';
import {
  type Actor,
  type Against,
  asCaptain,
  asHousehold,
  asMachine,
  asStaff,
  has,
  isAgainst,
  type Role,
  type Who,
} from '@/lib/actor';

/** What of a case decides who may do what with it. */
export interface Handled extends Against {
  reportedBy: number | null;
  /** By whose key it came. */
  keyId: number | null;
  /** Whom it is about, and who joined it. */
  households: readonly number[];
  /** Nobody has it yet. */
  given: boolean;
  /** The office whose it is to handle; null where nobody's here, or outside of this house. */
  agencyRole: Role | null;
  handlerId: number | null;
  /** The offices of those who help, or were called. */
  helpers: readonly Role[];
  /** It hangs on the board. */
  posted: boolean;
  /** It is answered, and whoever rings back needs the number. */
  answered: boolean;
}

const idOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

/** What nobody does about what is brought against themselves or their office. */
export const unlessAgainst =
  (may: (who: Who, of: Handled) => Actor | null) =>
  (who: Who, of: Handled): Actor | null =>
    isAgainst(who, of) ? null : may(who, of);

/** 派单, and what only whoever gives out work decides. */
export const mayDispatch = unlessAgainst((who) => asStaff(who, 'social-worker', 'hotline', 'party-secretary'));

/**
 * 主办: the handler, or as long as it is nobody's in particular whoever holds the office. What somebody outside of this house
 * does, the first receiver writes down: they go on answering for it.
 */
export const mayHandle = unlessAgainst((who, { given, agencyRole, handlerId }) => {
  if (!given) return null;
  if (agencyRole === null) return asStaff(who, 'social-worker', 'hotline');
  return handlerId === null || handlerId === idOf(who) ? asStaff(who, agencyRole) : null;
});

/** Whom within the lead unit it is for: whoever gives out work, or somebody of that office. */
export const mayAssign = unlessAgainst((who, { given, agencyRole }) => {
  if (!given) return null;
  return asStaff(who, 'social-worker', 'hotline', 'party-secretary', ...(agencyRole === null ? [] : [agencyRole]));
});

export const maySupervise = unlessAgainst((who) => asStaff(who, 'party-secretary', 'governance-secretary'));

/** 办结, 归档, 并单, 拆单. */
export const mayKeepOrders = unlessAgainst((who) => asStaff(who, 'social-worker', 'hotline'));

/** Of a household it is about, or that joined it. */
function asConcerned(who: Who, { households }: Handled): Actor | null {
  for (const household of households) {
    const own = asHousehold(who, household);
    if (own) return own;
  }
  return null;
}

/** Whoever reported it, their household, and those who joined it. */
export function mayAskOn(who: Who, of: Handled): Actor | null {
  if (who.kind !== 'person') return null;
  const reported = of.reportedBy === who.personId;
  return asConcerned(who, of) ?? (reported ? { as: 'resident', personId: who.personId, householdId: null } : null);
}

/** The program that brought it, as long as its key holds. */
export const maySupplement = (who: Who, { keyId }: Pick<Handled, 'keyId'>): Actor | null =>
  who.kind === 'machine' && who.keyId === keyId ? asMachine(who) : null;

/** 没解决: whoever it concerns, or staff to whom they said so: also where these wrote it down for them. */
export const mayReopen = (who: Who, of: Handled): Actor | null =>
  asConcerned(who, of) ?? maySupplement(who, of) ?? mayKeepOrders(who, of) ?? mayAskOn(who, of);

/** That is ours, too: a household for itself, or its captain for it. */
export const mayJoin = (who: Who, { household }: { household: { id: number; entranceId: number } }): Actor | null =>
  asHousehold(who, household.id) ??
  asCaptain(who, household.entranceId, household.id) ??
  asStaff(who, 'social-worker', 'hotline');

/** Who complained, in full: the handler, before there is one whoever takes it down, afterwards whoever rings back. */
export const maySeeContact = unlessAgainst((who, of) => {
  if (has(who, 'property')) return null;
  if (!of.given) return asStaff(who, 'social-worker', 'hotline');
  if (of.answered) return asStaff(who, 'hotline') ?? mayHandle(who, of);
  return mayHandle(who, of);
});

/** 联系诉求人: whoever handles it and may see the number. */
export const mayRing = (who: Who, of: Handled): Actor | null =>
  maySeeContact(who, of) === null ? null : mayHandle(who, of);

/** One of them: of the property service only what it has in hand, and nobody what is brought against themselves. */
export function mayReadOrder(who: Who, of: Handled): boolean {
  if (isAgainst(who, of)) return false;
  return mayReadCases(who) || seesOnly(who, of);
}

/** Somebody who sees the matter and the place, and not the person: of the unit that has it, or helps. */
const seesOnly = (who: Who, { agencyRole, helpers }: Handled): boolean =>
  has(who, 'property') && (agencyRole === 'property' || helpers.includes('property'));

/**
 * Before any act on a case, also on the second one it names: whoever may not read it finds none of that number. What hangs
 * everybody knows, but for those it is brought against.
 */
export const mayKnow = (who: Who, of: Handled): boolean =>
  who.kind !== 'person' || mayAskOn(who, of) !== null || mayReadOrder(who, of) || (of.posted && !isAgainst(who, of));

interface Called {
  title: string;
  place: string;
}

/** What a case is called before this person. */
export const calledFor = (who: Who, { row, givenOut }: { row: Called; givenOut: Called }): Called =>
  mayReadCases(who) ? { title: row.title, place: row.place } : givenOut;

/** A calendar of what they have in hand: whoever may have something. */
export const mayHaveFeed = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'hotline', 'party-secretary', 'governance-secretary', 'property');

/** The lists a community keeps for its work orders. */
export const mayKeepLists = (who: Who): Actor | null => asStaff(who, 'social-worker', 'party-secretary');
