import { type Actor, asStaff, has, type Role, type Who } from '@/lib/actor';
import { receives } from './rules';

/** Whoever stays says of each thing a governance secretary leaves whether they take it over. */
export const mayTakeOver = (who: Who, { personId, role }: { personId: number; role: Role }): Actor | null =>
  role !== 'governance-secretary' || (who.kind === 'person' && who.personId === personId)
    ? null
    : asStaff(who, ...receives);

/** What was handed over to them, with who is who. */
export const mayInherit = (who: Who): boolean => has(who, ...receives);

/** Whoever takes things over also writes down what they keep. */
export const mayKeep = (who: Who): Actor | null => asStaff(who, ...receives);
