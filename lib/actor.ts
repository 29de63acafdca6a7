import { ROLES, type Role } from '@/db/words/people';

export { ROLES, type Role };

export interface Grant {
  id: number;
  role: Role;
  /** Null: the whole community. */
  entranceId: number | null;
}

export interface Membership {
  householdId: number;
  entranceId: number;
  buildingId: number;
}

/** What one person is in one community at this moment, read from the database on every request. */
export interface Person {
  kind: 'person';
  personId: number;
  grants: Grant[];
  households: Membership[];
}

export interface System {
  kind: 'system';
  job: string;
}

/** The register's import from the command line, by whoever holds the server. */
export interface Import {
  kind: 'import';
}

/** A program of somebody else's, by the key it was given here. */
export interface Machine {
  kind: 'machine';
  keyId: number;
}

export interface Visitor {
  kind: 'visitor';
}

export type Who = Person | System | Import | Machine | Visitor;

/** Who acted, through what, for whom: stands in the record with every write. */
export type Actor =
  | { as: 'resident'; personId: number; householdId: number | null }
  | { as: 'captain'; personId: number; grantId: number; householdId: number | null }
  | { as: 'staff'; personId: number; grantId: number; role: Role }
  | { as: 'system'; job: string }
  | { as: 'machine'; keyId: number }
  | { as: 'import' };

/** The person behind an actor; null for jobs and imports. */
export const personOf = (actor: Actor): number | null => ('personId' in actor ? actor.personId : null);

/** In what capacity, in a word: an office, `resident`, `captain`, `system`, `machine`, `import`. */
export const roleOf = (actor: Actor): string => (actor.as === 'staff' ? actor.role : actor.as);

/** The household an actor acts for; null where there is none. */
export const householdOf = (actor: Actor): number | null => ('householdId' in actor ? actor.householdId : null);

export const has = (who: Who, ...wanted: Role[]): boolean =>
  who.kind === 'person' && who.grants.some((grant) => grant.entranceId === null && wanted.includes(grant.role));

/** The person acting as staff with the first of these roles they hold for the whole community; null without one. */
export function asStaff(who: Who, ...wanted: Role[]): Actor | null {
  if (who.kind !== 'person') return null;
  for (const role of wanted) {
    const grant = who.grants.find((held) => held.role === role && held.entranceId === null);
    if (grant) return { as: 'staff', personId: who.personId, grantId: grant.id, role };
  }
  return null;
}

/** Whom, or which office, something is brought against; null where it is nobody here. */
export interface Against {
  againstRole: Role | null;
  againstId: number | null;
}

/** Whoever is complained of has no part in it; nor has the property service or the captain's office, where it is that. */
export const isAgainst = (who: Who, { againstId, againstRole }: Against): boolean =>
  (againstId !== null && who.kind === 'person' && who.personId === againstId) ||
  (againstRole !== null && has(who, againstRole));

/** The captain of this entrance acting for one of its households. */
export function asCaptain(who: Who, entranceId: number, householdId: number | null = null): Actor | null {
  if (who.kind !== 'person') return null;
  const grant = who.grants.find((held) => held.role === 'captain' && held.entranceId === entranceId);
  return grant ? { as: 'captain', personId: who.personId, grantId: grant.id, householdId } : null;
}

/** Somebody of this household. */
export function asHousehold(who: Who, householdId: number): Actor | null {
  if (who.kind !== 'person') return null;
  return who.households.some((home) => home.householdId === householdId)
    ? { as: 'resident', personId: who.personId, householdId }
    : null;
}

/** Anybody who lives in the community; the household is their first. */
export function asResident(who: Who): Actor | null {
  const home = who.kind === 'person' ? who.households[0] : undefined;
  return who.kind === 'person' && home
    ? { as: 'resident', personId: who.personId, householdId: home.householdId }
    : null;
}

export const asImport = (who: Who): Actor | null => (who.kind === 'import' ? { as: 'import' } : null);

export const asMachine = (who: Who): Actor | null =>
  who.kind === 'machine' ? { as: 'machine', keyId: who.keyId } : null;

export const asSystem = (who: Who): Actor | null => (who.kind === 'system' ? { as: 'system', job: who.job } : null);
