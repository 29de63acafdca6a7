import { EFFECTS, type Effect } from '@/db/words/scoping';
import type { State } from '@/features/proposals/rules';
import { ok, type Result, refuse } from '@/lib/result';

export { EFFECTS };

/** A building, or one entrance of it. */
export type Place = { building: number } | { entrance: number };

export interface NamedGroup {
  name: string;
  effect: Effect;
  why: string;
  places: readonly Place[];
}

/** An entrance of the community and the building it belongs to. */
export interface Entrance {
  id: number;
  buildingId: number;
}

/** The entrances a group covers; a building covers all of its own. Unknown places are left out. */
export function entrancesOf(places: readonly Place[], entrances: readonly Entrance[]): number[] {
  const covered = entrances.filter((one) =>
    places.some((place) => ('building' in place ? place.building === one.buildingId : place.entrance === one.id)),
  );
  return covered.map((one) => one.id);
}

/**
 * Groups as somebody names them: at least one, each of places that exist, no entrance in two of them, no two of one
 * name. That somebody benefits and somebody bears is not demanded: a lamp may bother nobody.
 */
export function checkNaming(
  groups: readonly NamedGroup[],
  entrances: readonly Entrance[],
): Result<undefined, 'no_groups' | 'group_named_twice' | 'group_without_place' | 'place_in_two_groups'> {
  if (groups.length === 0) return refuse('no_groups');
  const names = groups.map((group) => group.name);
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) return refuse('group_named_twice', undefined, { [`groups.${twice}.name`]: 'group_named_twice' });
  const known = (place: Place) =>
    entrances.some((one) => ('building' in place ? place.building === one.buildingId : place.entrance === one.id));
  const seen = new Map<number, number>();
  for (const [index, group] of groups.entries()) {
    const at = <C extends string>(code: C) => refuse(code, { group: group.name }, { [`groups.${index}.places`]: code });
    if (group.places.length === 0 || !group.places.every(known)) return at('group_without_place');
    for (const entrance of entrancesOf(group.places, entrances)) {
      if (seen.has(entrance)) return at('place_in_two_groups');
      seen.set(entrance, index);
    }
  }
  return ok();
}

/** States in which the groups may still be named or changed. After the consultation started it starts anew. */
export const REGROUPABLE: readonly State[] = ['scoping', 'consulting', 'redesign'];

/** A legal gate is decided while the proposal has no notice on the board. */
export const GATES_OPEN_IN: readonly State[] = ['scoping', 'comparing', 'consulting', 'redesign', 'agreed'];
