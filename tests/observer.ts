/** By household, the opinion it stands on: whoever watches the doors knows who spoke, and not what. */
type Stood = ReadonlyMap<number, number | null>;

/** What the board said of some households at one moment. */
export interface Seen {
  /** Where it stood. */
  at: string;
  stood: Stood;
  /** Households by what they say; null where the board gave no numbers. */
  cells: readonly { kinds: readonly string[]; count: number }[] | null;
  /** Whether they agree; null where it was not said. */
  agrees: boolean | null;
}

const STANCES = ['supports', 'conditional', 'opposes', 'noView'];
/** Of so many and fewer something is learned. */
const FEWEST = 3;

/** Something that is said, and not only that something is. */
const apart = ({ kinds }: { kinds: readonly string[] }) =>
  kinds.some((kind) => STANCES.includes(kind)) && !STANCES.every((kind) => kinds.includes(kind));

const inNumbers = ({ cells }: Seen) => cells?.some(apart) ?? false;
const tells = (one: Seen) => one.agrees !== null || inNumbers(one);

const given = (stood: Stood) => [...stood].filter(([, opinion]) => opinion !== null);

/** Households that are in one and not in the other, or stand on another opinion: what is left when one is taken away. */
function leftOver(a: Stood, b: Stood): number {
  const alone = (one: Stood, other: Stood) =>
    given(one).filter(([household, opinion]) => other.get(household) !== opinion);
  return new Set([...alone(a, b), ...alone(b, a)].map(([household]) => household)).size;
}

/**
 * What somebody learns who has kept everything the board ever said of a proposal: numbers that are of one household or two,
 * or become so when one is taken from another. Pages of one moment may be added up.
 */
export function learn(moments: readonly (readonly Seen[])[]): string[] {
  const learned: string[] = [];
  const kept: Seen[] = [];
  for (const moment of moments) {
    const telling = moment.filter(tells);
    const counts = telling.filter(inNumbers);
    const stood = new Map(counts.flatMap((one) => [...one.stood]));
    const sum = { at: counts.map((one) => one.at).join(' and '), stood, cells: null, agrees: null };
    const all = counts.length > 1 ? [...telling, sum] : telling;
    for (const one of all) {
      for (const { kinds, count } of one.cells?.filter(apart) ?? [])
        if (count > 0 && count < FEWEST) learned.push(`${one.at}: ${count} ${kinds.join(' or ')}`);
      const said = given(one.stood).length;
      if (said < FEWEST) learned.push(`${one.at}: of ${said}`);
      for (const other of kept) {
        const left = leftOver(one.stood, other.stood);
        if (left > 0 && left < FEWEST) learned.push(`${one.at} less ${other.at}: of ${left}`);
      }
    }
    kept.push(...all);
  }
  return learned;
}
