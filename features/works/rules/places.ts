import type { Outcome } from '@/db/words/works';
import type { Day } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

/** So many places a milestone counts at most. */
export const MOST_PLACES = 100;

/** A household beside a place, at one of its entrances, and by when its no is put right. */
export interface WordBeside {
  household: number;
  entrance: number;
  outcome: Outcome;
  mendOn: Day | null;
}

/** One of the places a milestone counts. */
export interface Place {
  builtOn: Day | null;
  checked: boolean;
  /** By when it is built although it is not; null: nobody has said. */
  missingUntil: Day | null;
  /** Entrances beside it. */
  beside: readonly number[];
  words: readonly WordBeside[];
}

/** 还没建 · 缺着，有原因有日子 · 建好了没核对 · 等旁边的人说 · 旁边有人说不行没有着落 · 立住了 */
export type PlaceState = 'planned' | 'missing' | 'built' | 'asking' | 'refused' | 'stands';

/** Entrances beside it from which nobody has said yes, and nobody a no that is to be put right. */
export const unheard = ({ beside, words }: Pick<Place, 'beside' | 'words'>): number[] =>
  beside.filter((entrance) => !words.some((one) => one.entrance === entrance));

/** A no without a day by which it is put right. */
const unsettled = ({ words }: Pick<Place, 'words'>) =>
  words.filter(({ outcome, mendOn }) => outcome === 'refused' && mendOn === null);

/** It stands when it is built, a second person has looked, each entrance beside it was heard, and no no is left without a day. */
export function stateOfPlace(place: Place): PlaceState {
  if (place.builtOn === null) return place.missingUntil === null ? 'planned' : 'missing';
  if (!place.checked) return 'built';
  if (unsettled(place).length > 0) return 'refused';
  return unheard(place).length > 0 ? 'asking' : 'stands';
}

export interface Counted {
  inPlaces: boolean;
  target: number | null;
  places: readonly Place[];
}

/** Of so many places so many are built; and how many stand in the way of the end: neither standing nor missing with reason and day. */
export function placesIn({ inPlaces, target, places }: Counted): { of: number; built: number; open: number } {
  const of = inPlaces ? Math.max(target ?? 0, places.length) : 0;
  if (!inPlaces) return { of, built: 0, open: 0 };
  const settled = places.filter((one) => ['stands', 'missing'].includes(stateOfPlace(one))).length;
  return { of, built: places.filter(({ builtOn }) => builtOn !== null).length, open: of - settled };
}

/** Everything planned stands: each milestone was looked at by somebody else, or its places stand or are missing with reason and day. */
export const isBuilt = (milestones: readonly (Counted & { checked: boolean })[]): boolean =>
  milestones.length > 0 && milestones.every((one) => one.checked || (one.inPlaces && placesIn(one).open === 0));

/** Nobody accepts the whole before it stands; what was promised can be looked at on the way. */
export const checkWhole = (
  outcome: Outcome | undefined,
  milestones: readonly (Counted & { checked: boolean })[],
): Result<undefined, 'not_built'> =>
  outcome !== 'accepted' || isBuilt(milestones) ? ok() : refuse('not_built', undefined, { outcome: 'not_built' });

/** No more places than were planned. */
export const checkNamed = ({ target, places }: Counted): Result<undefined, 'places_full'> =>
  target !== null && places.length >= target ? refuse('places_full', { target }) : ok();

/** A no has a reason; a yes needs none. */
export const checkWord = (outcome: Outcome, reason: string): Result<undefined, 'reason_missing'> =>
  outcome === 'refused' && !reason.trim() ? refuse('reason_missing', undefined, { reason: 'required' }) : ok();

/** The day by which something is put right has not gone by. */
export const checkUntil = (until: Day, today: Day, field: string): Result<undefined, 'day_past'> =>
  until < today ? refuse('day_past', undefined, { [field]: 'day_past' }) : ok();
