import { type Act, because, never } from '@/lib/act';
import type { Role } from '@/lib/actor';
import { type Losses, tooLate } from '@/lib/undoing';
import {
  mayAskToJoin,
  mayDecideJoin,
  mayEndResidency,
  mayGrant,
  mayHandOver,
  mayImport,
  mayImportCaptains,
  mayOpenTerm,
  mayTakeBackJoin,
} from './policy';

/** 导入户册. */
export const importRegister: Act<object, never> = { name: 'register.import', why: never, by: mayImport };

/** 申请入户. */
export const askToJoin: Act<object, never> = { name: 'household.join', why: never, by: mayAskToJoin };

interface Request {
  state: string;
  personId: number;
  entranceId: number;
}

/** The register has their own telephone number as an owner's of that home. */
interface Proven extends Request {
  proven: boolean;
}

const decide = {
  why: ({ state }: Request) => because(state !== 'requested', 'already_decided'),
  by: mayDecideJoin,
};

/** 确认入户: a social worker; the captain there alone lets in only whom the register proves. */
export const confirmJoin: Act<Proven, 'already_decided' | 'worker_confirms'> = {
  ...decide,
  name: 'household.confirm',
  unless: (actor, { proven }) => because(actor.as === 'captain' && !proven, 'worker_confirms'),
};

export const refuseJoin: Act<Request, 'already_decided'> = {
  ...decide,
  name: 'household.refuse',
  undoes: () => ({ claims: 1 }),
};

/** Somebody who is registered as living somewhere. */
export interface Resident {
  personId: number;
  entranceId: number;
  confirmedBy: number | null;
  from: Date;
  to: Date | null;
  /** Opinions of theirs that are their household's, of what is not signed yet. */
  spoken: readonly number[];
  /** The same of alternatives nobody has chosen from. */
  compared: readonly number[];
}

const gone = ({ to }: Resident) => because(to !== null, 'no_longer_there');

const asThough = ({ spoken, compared }: Resident): Losses => ({ homes: 1, words: spoken.length + compared.length });

/** 收回入户: it was confirmed by mistake; what was asked for waits to be checked again. */
export const takeBackJoin: Act<Resident, 'no_longer_there' | 'take_back_over'> = {
  name: 'household.take_back',
  why: (resident, now) => gone(resident) ?? tooLate(resident.from, now),
  by: mayTakeBackJoin,
  undoes: asThough,
};

/** 取消入户: it has turned out that they do not live there, however long ago it was confirmed. */
export const endResidency: Act<Resident, 'no_longer_there'> = {
  name: 'household.revoke',
  why: gone,
  by: mayEndResidency,
  undoes: asThough,
};

/** 授权. */
export const giveGrant: Act<{ personId: number | null; role: Role }, never> = {
  name: 'grant.give',
  why: never,
  by: mayGrant,
};

/** 楼门长 from a sheet. */
export const importCaptains: Act<object, never> = { name: 'grant.import', why: never, by: mayImportCaptains };

interface Held {
  personId: number;
  role: Role;
  to: Date | null;
  /** Things its holder has open. */
  open: readonly unknown[];
  /** Households that have no captain without its holder. */
  doors?: number;
}

const leaves = (held: Held, now: Date): Losses => (over(held, now) ? {} : { offices: 1, doors: held.doors ?? 0 });

const over = ({ to }: Held, now: Date): boolean => to !== null && to <= now;

/** 收回授权, where nothing is open with its holder. */
export const revokeGrant: Act<Held, 'already_over' | 'handover_first'> = {
  name: 'grant.revoke',
  why: (held, now) =>
    because(over(held, now), 'already_over') ??
    because(held.open.length > 0, 'handover_first', { count: held.open.length }),
  by: mayGrant,
  undoes: leaves,
};

/** 交接: also of a grant that ran out by itself, as long as something is open. */
export const handOver: Act<Held, 'already_over'> = {
  name: 'grant.hand_over',
  why: (held, now) => because(over(held, now) && held.open.length === 0, 'already_over'),
  by: mayHandOver,
  undoes: (held, now) => ({ ...leaves(held, now), things: held.open.length }),
};

/** 任期. */
export const openTerm: Act<{ personId: number | null }, never> = { name: 'term.open', why: never, by: mayOpenTerm };
