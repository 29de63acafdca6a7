import type { Asked, Standing, Standings } from './act';
import type { Who } from './actor';
import type { Locale } from './edition';
import type { Facts, Known } from './facts';
import type { Sentence } from './messages';
import type { Messages } from './words';

/** An act at the desk, in words. */
export interface DeskWords {
  /** As one does it. */
  act: string;
  /** As it waits for whoever reads it. */
  task?: string;
  /** How many, where they are not so many things. */
  count?: (n: number) => string;
  /** By when, where the hour is said too. */
  due?: (moment: string) => string;
  /** Why it cannot be done, by the refusal's code, where the room's own words for that code do not say it. */
  why?: Readonly<Record<string, string>>;
}

/** What was done with a proposal, by what its event tells. */
export type Step = (detail: Record<string, string | number>) => string;

export interface DeskSaid {
  refusals: Readonly<Record<string, Sentence>>;
  /** By the words of the acts. */
  room: { desk: Readonly<Record<string, DeskWords>> };
}

/** One part of a proposal, and how far it is. */
export interface Part {
  key: string;
  name: string;
  /** Below the desk's address of the community; null: there is nothing to open yet. */
  path: readonly (string | number)[] | null;
  note: string;
}

/** Facts, and how they are read. */
export interface DeskRead<K> {
  facts: K;
  now: Date;
  locale: Locale;
}

interface Shown<K> {
  /** The parts of a proposal that have pages of their own, each with its place among all; `may`: not for all at the desk. */
  parts?: readonly { place: number; may?: (who: Who) => boolean; of: (read: DeskRead<K>) => readonly Part[] }[];
  /** What else a proposal waits for: households, the clock. */
  waits?: (read: DeskRead<K>) => readonly { key: string; text: string }[];
}

/** What a room adds to the desk of a proposal: what it knows of one, its acts and how they stand there in words. */
export interface DeskPart extends Shown<object> {
  facts: Facts;
  /** `asked` knows these facts, perhaps among others. */
  standings: (asked: Asked<object>) => Standing[];
  said: Messages<DeskSaid>;
  /** The place of each act, by its word, in the life of a proposal, among the acts of all rooms; it ranks what comes next. */
  places: Readonly<Record<string, number>>;
}

export function atDesk<F extends Facts>(
  facts: F,
  acts: readonly Standings<Known<F>>[],
  more: Pick<DeskPart, 'said' | 'places'> & Shown<Known<F>>,
): DeskPart {
  return {
    facts,
    standings: (asked) => acts.flatMap((act) => act(asked as Asked<Known<F>>)),
    ...(more as Pick<DeskPart, 'said' | 'places'> & Shown<object>),
  };
}
