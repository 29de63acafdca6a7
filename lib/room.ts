import type { SQL } from 'drizzle-orm';
import type { BoardViews } from '@/db/board-views';
import type { OpenKind } from '@/db/handovers';
import type { SaidByTable } from '@/db/said';
import type { Who } from './actor';
import type { DeskPart, Step } from './desk';
import type { Locale } from './edition';
import type { LetterSort } from './letters';
import type { Personal } from './personal';
import type { AnySheet } from './sheet/declare';
import type { Hashed, Sealed, Told } from './told';
import type { Messages } from './words';

/** A way into it: below the address of the board, of the desk, or of what is one's own. */
export interface Door {
  path: string;
  label: Messages<string>;
  board?: true;
  me?: true;
  /** Who finds anything behind it at the desk: the rule of the page itself. */
  desk?: (who: Who) => boolean;
}

/** One kind of thing that is handed over when its holder leaves. */
export interface Left extends OpenKind {
  /** As its receiver is asked for. */
  label: Messages<string>;
}

/** What waits at the desk beside the proposals, for whoever may. */
export interface Duty {
  name: string;
  task: Messages<string>;
  /** How many, where it is not so many things. */
  count?: Messages<(n: number) => string>;
  may: (who: Who) => boolean;
  /** Below the desk's address of the community. */
  path: (no: number) => readonly (string | number)[];
  /** `no`, `title`, `count` and since when, `at`; by when, `due`, where there is a time for it. */
  rows: (of: { communityId: number; personId: number; now: Date }) => SQL;
}

/** Something a household has not said yet. */
export interface Asked {
  /** Its community's part of an address. */
  community: string;
  /** The number its address has. */
  no: number;
  /** Of what it is about. */
  title: string;
  /** The place on that page. */
  at?: string;
  /** The round of a proposal it is of. */
  k?: number;
  /** Until when it can be said, and since when it is asked. */
  until?: string;
  since?: string;
  /** What can be measured of it for their homes. */
  drawn?: Measurable[] | null;
}

/** What would be drawn over the site, as both are kept, and the homes it is asked of. */
interface Measurable {
  /** Which version, or which alternative. */
  which: number;
  /** Null: it draws nothing. */
  over: { shapes: string; site: string; siteVersion: number; before: string | null } | null;
  homes: { building: string; entrance: number; door: string }[];
}

/** What a household, or somebody of it, is asked to say: where their own page begins, until it is said. */
export interface Ask {
  /** The act by which it is said. */
  act: string;
  /** Beside which others it stands on the page. */
  kind: 'word' | 'answer' | 'result';
  /** `view`, an `Asked`, of `homes`: where they live now and since when. */
  rows: (of: { personId: number; now: SQL; moment: Date }) => SQL;
  leads: (asked: Asked & { locale: Locale }) => string;
  /** `when`: until when, else since when. */
  words: Messages<{
    text: (asked: Asked) => string;
    note: (when: string) => string;
    /** What one of several that are measured is called; a version by its number. */
    which?: (which: number) => string;
  }>;
}

/**
 * What one capability adds to the product, said once, in its `room.ts`; `features/rooms.ts` lists them all. Whoever shows,
 * guards or takes away what capabilities hold reads that list and names none of them. Pure: no clock, no I/O.
 */
export interface Room {
  /** Its folder. */
  name: string;
  /** Shown in the order of the list of rooms. */
  doors?: readonly Door[];
  duties?: readonly Duty[];
  asks?: readonly Ask[];
  /** What its acts in the record are about, by the first word of their names. */
  record?: Messages<Record<string, string>>;
  /** Those of its acts that a household does, or that are written down for one: the record has one name for all of them. */
  ofHouseholds?: readonly string[];
  /** What it knows of a proposal, and its acts at the desk, in words and in their places. */
  desk?: DeskPart;
  /** What was done with a proposal, in words, by the kind of its event. */
  steps?: Messages<Readonly<Record<string, Step>>>;
  /** Which of them tell the number of another proposal, as `into` or `from`. */
  stepsElsewhere?: readonly string[];
  /** Tables a correction may only add to. */
  appendOnly?: readonly string[];
  /** In such a table, the one column a person's words may be taken out of. */
  takenAway?: Readonly<Record<string, string>>;
  /** What somebody said or signed, by table: it stays, but for an erasure. */
  said?: SaidByTable;
  /** Which of it stands in leaves of the record too. */
  told?: readonly Told[];
  hashed?: readonly Hashed[];
  sealed?: readonly Sealed[];
  /** What of it hangs on the notice board, and why. */
  board?: BoardViews;
  /** What of it an office above communities reads besides, and why. */
  office?: BoardViews;
  /** 交接: what somebody who leaves may have open, of their own or at an entrance. */
  left?: readonly Left[];
  /** Sheets that are read apart from the web process, by their names. */
  sheets?: readonly AnySheet[];
  /** The letters it writes, by kind. */
  letters?: Readonly<Record<string, LetterSort>>;
  /** What of it leads to people: what they may take away, what goes with them, what stays and why. */
  personal?: Personal;
  /** Rows that may be read beyond their community: by table, a condition on the row. */
  seenFromAnywhere?: Readonly<Record<string, string>>;
  /** The same of what hangs on every community's board, not on its own alone. */
  hungEverywhere?: Readonly<Record<string, string>>;
}
