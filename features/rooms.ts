import type { Ground } from '@/db/roles';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import type { LetterSort } from '@/lib/letters';
import { platform } from '@/lib/platform';
import type { Room } from '@/lib/room';
import { room as alternatives } from './alternatives/room';
import { room as beyond } from './beyond/room';
import { room as blanks } from './blanks/room';
import { room as callbacks } from './callbacks/room';
import { room as cases } from './cases/room';
import { room as cohorts } from './cohorts/room';
import { room as conditions } from './conditions/room';
import { room as council } from './council/room';
import { room as depicted } from './depicted/room';
import { room as diagnosis } from './diagnosis/room';
import { room as evaluations } from './evaluations/room';
import { room as exchange } from './exchange/room';
import { room as exports } from './exports/room';
import { room as figures } from './figures/room';
import { room as invitations } from './invitations/room';
import { room as letters } from './letters/room';
import { room as meetings } from './meetings/room';
import { room as mergers } from './mergers/room';
import { room as objections } from './objections/room';
import { room as open311 } from './open311/room';
import { room as opinions } from './opinions/room';
import { room as orders } from './orders/room';
import { room as people } from './people/room';
import { room as pictures } from './pictures/room';
import { room as places } from './places/room';
import { room as plans } from './plans/room';
import { room as playbooks } from './playbooks/room';
import { room as programmes } from './programmes/room';
import { room as proposals } from './proposals/room';
import { room as repairs } from './repairs/room';
import { room as reports } from './reports/room';
import { room as rounds } from './rounds/room';
import { room as scoping } from './scoping/room';
import { room as shortway } from './shortway/room';
import { room as signoff } from './signoff/room';
import { room as siteplan } from './siteplan/room';
import { room as skills } from './skills/room';
import { room as stewards } from './stewards/room';
import { room as terms } from './terms/room';
import { room as topics } from './topics/room';
import { room as visits } from './visits/room';
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
    blanks,
    exports,
    shortway,
    repairs,
    scoping,
    beyond,
    alternatives,
    mergers,
    pictures,
    plans,
    rounds,
    opinions,
    invitations,
    objections,
    conditions,
    signoff,
    works,
    places,
    callbacks,
  ],
  ...[
    meetings,
    programmes,
    skills,
    council,
    figures,
    people,
    depicted,
    siteplan,
    stewards,
    visits,
    reports,
    terms,
    cohorts,
    diagnosis,
    playbooks,
    open311,
  ],
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
  officeViews: Object.assign({}, ...rooms.map((room) => room.office)),
  seenFromAnywhere: Object.assign({}, ...rooms.map((room) => room.seenFromAnywhere)),
  hungEverywhere: Object.assign({}, ...rooms.map((room) => room.hungEverywhere)),
};

/** What `doctor` compares with the record. */
export const witnessed = {
  said: ground.said,
  told: rooms.flatMap((room) => room.told ?? []),
  hashed: rooms.flatMap((room) => room.hashed ?? []),
  sealed: rooms.flatMap((room) => room.sealed ?? []),
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
