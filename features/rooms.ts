import type { Ground } from '@/db/roles';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import type { LetterSort } from '@/lib/letters';
import { platform } from '@/lib/platform';
import type { Room } from '@/lib/room';
import { room as callbacks } from './callbacks/room';
import { room as cases } from './cases/room';
import { room as evaluations } from './evaluations/room';
import { room as exchange } from './exchange/room';
import { room as exports } from './exports/room';
import { room as figures } from './figures/room';
import { room as invitations } from './invitations/room';
import { room as letters } from './letters/room';
import { room as mergers } from './mergers/room';
import { room as objections } from './objections/room';
import { room as open311 } from './open311/room';
import { room as opinions } from './opinions/room';
import { room as orders } from './orders/room';
import { room as people } from './people/room';
import { room as pictures } from './pictures/room';
import { room as plans } from './plans/room';
import { room as proposals } from './proposals/room';
import { room as reports } from './reports/room';
import { room as rounds } from './rounds/room';
import { room as scoping } from './scoping/room';
import { room as signoff } from './signoff/room';
import { room as terms } from './terms/room';
import { room as topics } from './topics/room';
import { room as works } from './works/room';

const holding: readonly Room[] = [
  letters,
  ...[
    proposals,
    cases,
    orders,
    evaluations,
    exchange,
    topics,
    open311,
    exports,
    scoping,
    mergers,
    pictures,
    plans,
    rounds,
    opinions,
    invitations,
    objections,
    signoff,
    works,
    callbacks,
  ],
  ...[people, terms, figures, reports],
];

/** The rooms that hold something. Their order is the order in which their doors stand beside each other. */
export const rooms: readonly Room[] = [...holding, platform(holding.flatMap((room) => room.ofHouseholds ?? []))];

const left = rooms.flatMap((room) => room.left ?? []);

/** What the database must know of them. */
export const ground: Ground = {
  appendOnly: rooms.flatMap((room) => room.appendOnly ?? []),
  takenAway: Object.assign({}, ...rooms.map((room) => room.takenAway)),
  said: Object.assign({}, ...rooms.map((room) => room.said)),
  // What stands upon others goes before them.
  erasures: [...rooms].reverse().flatMap(({ personal }) => (personal?.erased ?? []).map(({ statement }) => statement)),
  left,
  boardViews: Object.assign({}, ...rooms.map((room) => room.board)),
  seenFromAnywhere: Object.assign({}, ...rooms.map((room) => room.seenFromAnywhere)),
};

/** What `doctor` compares with the record. */
export const witnessed = {
  said: ground.said,
  told: rooms.flatMap((room) => room.told ?? []),
  hashed: rooms.flatMap((room) => room.hashed ?? []),
};

/** What is handed over, in words, by its kind. */
export const leftIn = (locale: Locale): Record<string, string> =>
  Object.fromEntries(left.map(({ kind, label }) => [kind, label[locale]]));

/** Every kind of letter there is. */
const sorts = new Map(rooms.flatMap(({ letters }) => Object.entries<LetterSort>(letters ?? {})));

/** How a letter of this kind is read; undefined for one no room writes any more. */
export const sortOf = (kind: string): LetterSort | undefined => sorts.get(kind);

/** The address a letter leads to. */
export const leadsTo = (of: { kind: string; community: string; no: number; detail: object }, locale: Locale): string =>
  sortOf(of.kind)?.leads({ ...of, locale, detail: of.detail as never }) ?? to.me(locale);
