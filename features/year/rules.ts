export type Effect = 'benefits' | 'bears' | 'neutral';

/** One side of a decision: which buildings it is made of, and what it was promised in return. */
export interface Side {
  name: string;
  effect: Effect;
  households: number | null;
  buildings: readonly string[];
  promises: readonly { text: string; kept: boolean | null }[];
}

export interface Decision {
  no: number;
  title: string;
  sides: readonly Side[];
}

/** Why something that was finished in a year is not in its circle. */
export type Way = 'short' | 'homes' | 'other' | 'signed_elsewhen';

export interface Absent {
  no: number;
  title: string;
  way: Way;
}

/** What a building had of one decision: of two entrances one may benefit and the other bear. */
export interface Share {
  no: number;
  title: string;
  effects: readonly Effect[];
  promises: readonly { text: string; kept: boolean | null }[];
}

export interface BuildingYear {
  name: string;
  benefits: number;
  bears: number;
  /** It bore something, and benefited from nothing. */
  onlyBears: boolean;
  shares: readonly Share[];
}

const EFFECTS: readonly Effect[] = ['benefits', 'bears', 'neutral'];

function shareOf({ no, title, sides }: Decision, building: string): Share | null {
  const own = sides.filter(({ buildings }) => buildings.includes(building));
  if (own.length === 0) return null;
  return {
    no,
    title,
    effects: EFFECTS.filter((effect) => own.some((side) => side.effect === effect)),
    promises: own.flatMap(({ promises }) => promises),
  };
}

/** Who benefited and who bore in a year, by building: one that only ever bears stands first, then whoever bore most. */
export function byBuilding(decisions: readonly Decision[]): BuildingYear[] {
  const names = new Set(decisions.flatMap(({ sides }) => sides.flatMap(({ buildings }) => buildings)));
  return [...names]
    .map((name): BuildingYear => {
      const shares = decisions.flatMap((one) => shareOf(one, name) ?? []);
      const of = (effect: Effect) => shares.filter(({ effects }) => effects.includes(effect)).length;
      const [benefits, bears] = [of('benefits'), of('bears')];
      return { name, benefits, bears, onlyBears: bears > 0 && benefits === 0, shares };
    })
    .sort(
      (a, b) =>
        Number(b.onlyBears) - Number(a.onlyBears) ||
        b.bears - a.bears ||
        a.benefits - b.benefits ||
        a.name.length - b.name.length ||
        (a.name < b.name ? -1 : 1),
    );
}
