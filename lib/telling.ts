import { type CellKey, REACHED_KEYS, UNREACHED_KEYS } from '@/db/words/rounds';

/**
 * What the notice board tells of what households say, and when (decision 18). Everything the board prints of them goes
 * through here; its views do the same in SQL (`lib/board-view.ts`), and an observer who keeps all of it learns of no fewer
 * than three (`tests/observer.ts`).
 */

/** Fewer households than this are no number: each of two knows what the other said. */
export const FEW = 3;
/** Of fewer than this it is not told whether they agree: whoever is one of them is left with three others. */
export const SOME = 4;
/** Of fewer than this no numbers are told, and no building is named. */
export const MANY = 10;

/** Null: one or two, also when they were kept back before. */
export const fromThree = (n: number | null): number | null => (n === 0 || (n ?? 0) >= FEW ? n : null);

const few = (n: number | null) => fromThree(n) === null;

/** By household, the opinion it stands on; null where none is known. */
export type Stood = ReadonlyMap<number, number | null>;

/** `gate`: whether it agrees, without numbers. What is not told is told as reached and not reached. */
export type Told = 'numbers' | 'gate' | 'reached';

/** Households that stand on another opinion than before, or had none, or have none any more. */
export function moved(before: Stood, now: Stood): number {
  const all = new Set([...before.keys(), ...now.keys()]);
  return [...all].filter((household) => (before.get(household) ?? null) !== (now.get(household) ?? null)).length;
}

const answered = (stood: Stood) => [...stood.values()].filter((opinion) => opinion !== null).length;
const together = (some: readonly Stood[]): Stood => new Map(some.flatMap((stood) => [...stood]));

/**
 * What is told of each group of a proposal's rounds, oldest first. Numbers of two rounds tell what those said who moved in
 * between, so those are a group too and the same floors hold for them. Who has spoken decides, never what they said: from
 * what is kept back, too, nothing can be learned that whoever watches the doors does not know.
 */
export function tellRounds<G>(rounds: readonly ReadonlyMap<G, Stood>[]): Map<G, Told>[] {
  const shown: Stood[] = [];
  const apart = (stood: Stood, floor: number) =>
    shown.map((one) => moved(one, stood)).every((n) => n === 0 || n >= floor);
  const enough = (stood: Stood, floor: number) => answered(stood) >= floor && apart(stood, floor);
  return rounds.map((groups) => {
    const numbers = [...groups].filter(([, stood]) => enough(stood, MANY)).map(([group]) => group);
    const whole = together(numbers.map((group) => groups.get(group) ?? new Map()));
    const asWhole = enough(whole, MANY);
    const told = new Map(
      [...groups].map(([group, stood]): [G, Told] => {
        if (asWhole && numbers.includes(group)) return [group, 'numbers'];
        return [group, enough(stood, SOME) ? 'gate' : 'reached'];
      }),
    );
    shown.push(...[...groups].filter(([group]) => told.get(group) !== 'reached').map(([, stood]) => stood));
    if (asWhole) shown.push(whole);
    return told;
  });
}

export type Cells = Record<CellKey, number>;

/** One number on the board: the cells it adds up, and how many households. */
export type PublishedCell = { kinds: CellKey[]; count: number };

const JOINS: readonly (readonly (readonly CellKey[])[])[] = [
  [['supports'], ['conditional'], ['opposes'], ['noView']],
  [['supports'], ['conditional', 'opposes'], ['noView']],
  [['supports'], ['conditional', 'opposes', 'noView']],
];

/**
 * A closed group as the board prints it. Where its numbers are told, none is one or two: cells are joined (conditional
 * with opposes, then both with no view) until that holds, and when joining does not help, the answers fall back to one
 * cell, reached. "Refused" is something said too: a small number of any way of not being reached joins the three. Where
 * they are not: reached and not reached. Every key appears once and the counts add up to the snapshot.
 */
export function publishedCells(cells: Cells, told: Told): PublishedCell[] {
  const sum = (kinds: readonly CellKey[]) => kinds.reduce((total, key) => total + cells[key], 0);
  const count = (kinds: readonly CellKey[]) => ({ kinds: [...kinds], count: sum(kinds) });
  if (told !== 'numbers') return [REACHED_KEYS, UNREACHED_KEYS].map(count);
  const joined = JOINS.find((join) => !join.some((keys) => few(sum(keys))));
  const unreached = UNREACHED_KEYS.some((key) => few(cells[key]))
    ? [UNREACHED_KEYS]
    : UNREACHED_KEYS.map((key) => [key]);
  return [...(joined ?? [REACHED_KEYS]), ...unreached].map(count);
}

/** A cell as circle and table name it; every way of not being reached is one there. */
export type BoardKind = 'supports' | 'conditional' | 'opposes' | 'noView' | 'reached' | 'notReached';
export type BoardCell = { kinds: BoardKind[]; count: number };

/** Published cells for the circle: all that was said joined is `reached`, and who was not reached is one arc. */
export function circleCells(published: readonly { kinds: readonly string[]; count: number }[]): BoardCell[] {
  const isReached = (kind: string) => (REACHED_KEYS as readonly string[]).includes(kind);
  const said = published
    .filter((cell) => cell.kinds.every(isReached))
    .map(({ kinds, count }): BoardCell => {
      const all = REACHED_KEYS.every((key) => kinds.includes(key));
      return { kinds: all ? ['reached'] : REACHED_KEYS.filter((key) => kinds.includes(key)), count };
    });
  const notReached = published.filter((cell) => !cell.kinds.some(isReached)).reduce((sum, cell) => sum + cell.count, 0);
  return [...said, { kinds: ['notReached'], count: notReached }];
}

/** How many of a group were heard: all that was said, however its cells are joined, and `reached` while it is open. */
export const heardOf = (arcs: readonly { kinds: readonly string[]; count: number }[]): number =>
  arcs.filter((arc) => !arc.kinds.includes('notReached')).reduce((sum, arc) => sum + arc.count, 0);

/** How many of a group were asked in a round; null where the others could tell who they are. */
export const askedTold = (asked: number, households: number): number | null =>
  asked === 0 || asked === households || asked >= MANY ? asked : null;

/** Null: kept back already. */
type Count = number | null;

/** Whose word a round's answers are: of households that spoke for themselves, and that somebody wrote down; of these, at a meeting. */
export type Sources = { own: Count; recorded: Count; met: Count };

/** Recorded answers drawn to be asked again: how many, whom they reached, what those said; null until all were asked. */
export type Rechecks = { drawn: number; asked: Count; same: Count; different: Count; notReached: Count };

export type SourcesView = Sources & Rechecks;

/**
 * What the board prints of where a closed round's answers come from. Null: one household or two, or with the number of
 * those reached beside it, it would tell one or two; a number that still grows by one is null as well.
 */
export function sourcesView({ own, recorded, met }: Sources, looks: Rechecks): SourcesView {
  const apart = !few(own) && !few(recorded);
  const elsewhere = recorded === null || met === null ? null : recorded - met;
  const over = looks.notReached !== null;
  const told = over && !few(looks.same) && !few(looks.different);
  return {
    own: apart ? own : null,
    recorded: apart ? recorded : null,
    met: apart && !few(met) && !few(elsewhere) ? met : null,
    drawn: looks.drawn,
    asked: over ? fromThree(looks.asked) : null,
    notReached: looks.notReached,
    same: told ? looks.same : null,
    different: told ? looks.different : null,
  };
}

/**
 * Of how many households that were asked in its round an objection is, once that is told cell by cell: beside cells that were
 * joined it would say what they join.
 */
export const raisersTold = (raisers: number, published: readonly { kinds: readonly string[] }[] | null): Count =>
  REACHED_KEYS.every((key) => published?.some(({ kinds: [kind, ...more] }) => kind === key && more.length === 0))
    ? fromThree(raisers)
    : null;

/** Of those of a group who answered a call, how many are content; null where it would tell of too few. */
export const contentTold = (answered: number, content: Count): Count =>
  answered < MANY || few(content) || few(answered - (content ?? 0)) ? null : content;

/**
 * The buildings that are named where a person or a household is meant: of ten households and more, and only where those
 * not named have ten together, so that no name says as much as the name.
 *
 * @param sizes households by building
 */
export function namedBuildings<B>(sizes: ReadonlyMap<B, number>): B[] {
  const bySize = [...sizes].filter(([, size]) => size > 0).sort((a, b) => a[1] - b[1]);
  const [smallest] = bySize;
  if (!smallest || smallest[1] >= MANY) return bySize.map(([building]) => building);
  let smaller = 0;
  return bySize.flatMap(([building, size]) => {
    const named = size >= MANY && smaller >= MANY;
    smaller += size;
    return named ? [building] : [];
  });
}
