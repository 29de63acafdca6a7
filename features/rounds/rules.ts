import type { Stance, VisitOutcome } from '@/db/words/opinions';
import type { RoundState } from '@/db/words/rounds';
import { versionsOf } from '@/features/plans/rules';
import { atLeast } from '@/lib/quantity';

export type { RoundState, Stance };

/** One thing a household said in one round. `seq` grows with arrival; `own` is its own word, otherwise somebody recorded it. */
export type Opinion = {
  household: number;
  round: number;
  seq: number;
  version: number;
  stance: Stance;
  own: boolean;
};

/**
 * What holds among everything one household said in one round: later supersedes, but its own word beats a recorded
 * one, whichever came first. Null when it said nothing.
 */
export function currentOpinion<T extends Pick<Opinion, 'seq' | 'own'>>(chain: readonly T[]): T | null {
  let current: T | null = null;
  for (const said of chain) {
    if (!current || (said.own === current.own ? said.seq > current.seq : said.own)) current = said;
  }
  return current;
}

/** A household's standing opinion; `carriedFrom` is the round it was given in when it stands for a later version. */
export type Standing<T extends Opinion = Opinion> = { opinion: T; carriedFrom: number | null };

/**
 * Where one household stands on `version`: its current opinion of its latest round, unless a version after the one it
 * saw, up to this one, changes something material for its group. Then it is asked again, and null until it answers.
 *
 * @param said everything this household said, in any round
 * @param materialVersions versions whose changes are material for its group
 */
export function standing<T extends Opinion>(
  said: readonly T[],
  materialVersions: readonly number[],
  version: number,
): Standing<T> | null {
  const known = said.filter((opinion) => opinion.version <= version);
  const latest = Math.max(...known.map((opinion) => opinion.round));
  const opinion = currentOpinion(known.filter((candidate) => candidate.round === latest));
  if (!opinion || materialVersions.some((v) => v > opinion.version && v <= version)) return null;
  return { opinion, carriedFrom: opinion.version < version ? opinion.round : null };
}

/** The seven cells of a group in a round. Their sum is the snapshot. */
export type Cells = {
  supports: number;
  conditional: number;
  opposes: number;
  noView: number;
  refused: number;
  notHome: number;
  notTried: number;
};
export type CellKey = keyof Cells;

export const REACHED_KEYS = ['supports', 'conditional', 'opposes', 'noView'] as const satisfies readonly CellKey[];
export const UNREACHED_KEYS = ['refused', 'notHome', 'notTried'] as const satisfies readonly CellKey[];

const CELL_OF = { support: 'supports', support_if: 'conditional', oppose: 'opposes', no_view: 'noView' } as const;

/** A try that brought no answer. */
export type Visit = { household: number; outcome: VisitOutcome };

/**
 * Counts a snapshot. Every household of it stands in exactly one cell; whoever is not in it is in none. An answer
 * outweighs any try, a refusal outweighs an empty flat.
 */
export function cellsOf(
  households: readonly number[],
  stances: ReadonlyMap<number, Stance>,
  visits: readonly Visit[],
): Cells {
  const refused = new Set(visits.filter((visit) => visit.outcome === 'refused').map((visit) => visit.household));
  const tried = new Set(visits.map((visit) => visit.household));
  const cells: Cells = { supports: 0, conditional: 0, opposes: 0, noView: 0, refused: 0, notHome: 0, notTried: 0 };
  for (const household of new Set(households)) {
    const stance = stances.get(household);
    if (stance) cells[CELL_OF[stance]] += 1;
    else if (refused.has(household)) cells.refused += 1;
    else cells[tried.has(household) ? 'notHome' : 'notTried'] += 1;
  }
  return cells;
}

const sum = (cells: Cells, keys: readonly CellKey[]) => keys.reduce((total, key) => total + cells[key], 0);

/** Households of the snapshot. */
export const snapshotSize = (cells: Cells) => sum(cells, REACHED_KEYS) + sum(cells, UNREACHED_KEYS);

/** Households that answered, also with "no view". */
export const reached = (cells: Cells) => sum(cells, REACHED_KEYS);

/** Households that answered yes, yes if, or no. */
export const tookSide = (cells: Cells) => cells.supports + cells.conditional + cells.opposes;

/** One number on the board: the cells it adds up, and how many households. */
export type PublishedCell = { keys: readonly CellKey[]; count: number };

const JOINS: readonly (readonly (readonly CellKey[])[])[] = [
  [['supports'], ['conditional'], ['opposes'], ['noView']],
  [['supports'], ['conditional', 'opposes'], ['noView']],
  [['supports'], ['conditional', 'opposes', 'noView']],
];

/**
 * What the board may print of a closed group: no number from 1 to 2 of anything a household said. Cells are joined
 * (conditional with opposes, then both with no view) until that holds. When joining does not help, the answers fall
 * back to one cell, reached; circle, table and sentence all use this list. "Refused" is something said too, and in every
 * group alike a small number of any way of not being reached joins the three: their sum, never reached, is always
 * printed. Every key appears once and the counts add up to the snapshot.
 */
export function publishedCells(cells: Cells): PublishedCell[] {
  const small = (count: number) => count > 0 && count < 3;
  const count = (keys: readonly CellKey[]) => ({ keys, count: sum(cells, keys) });
  const joined = JOINS.find((join) => !join.some((keys) => small(sum(cells, keys))));
  const unreached = UNREACHED_KEYS.some((key) => small(cells[key]))
    ? [UNREACHED_KEYS]
    : UNREACHED_KEYS.map((key) => [key]);
  return [...(joined ?? [REACHED_KEYS]), ...unreached].map(count);
}

/** While a round is open, and for whom joining does not help: reached and not reached, and nothing else. */
export function reachedOnly(cells: Cells): PublishedCell[] {
  return [REACHED_KEYS, UNREACHED_KEYS].map((keys) => ({ keys, count: sum(cells, keys) }));
}

/** What each household said, in the order given. */
export function byHousehold<T extends { household: number }>(said: readonly T[]): Map<number, T[]> {
  const chains = new Map<number, T[]>();
  for (const one of said) {
    const chain = chains.get(one.household);
    if (chain) chain.push(one);
    else chains.set(one.household, [one]);
  }
  return chains;
}

/**
 * Where each household of a round stands: its current opinion of this round, or else the one that stood for this
 * version when the round opened. Households that said nothing are not in the answer.
 */
export function roundStances(
  electorate: readonly { household: number; standing: Stance | null }[],
  said: readonly Pick<Opinion, 'household' | 'seq' | 'own' | 'stance'>[],
): Map<number, Stance> {
  const chains = byHousehold(said);
  const stances = new Map<number, Stance>();
  for (const { household, standing: carried } of electorate) {
    const stance = currentOpinion(chains.get(household) ?? [])?.stance ?? carried;
    if (stance) stances.set(household, stance);
  }
  return stances;
}

/** A group's share of households as in the community's settings: [2, 3] is two thirds. */
export type Shares = { reach: readonly [number, number]; agree: readonly [number, number] };

/** Whether a group still bars the way, judged without its conditions: too few reached, or too few plainly for it. */
function isRed(cells: Cells, { reach, agree }: Shares): boolean {
  return !atLeast(reached(cells), snapshotSize(cells), ...reach) || !atLeast(cells.supports, tookSide(cells), ...agree);
}

/** How many groups were red when they were last counted. */
export function redGroups(facts: {
  rounds: readonly { state: RoundState; cells: readonly Cells[] }[];
  shares: Shares;
}): number {
  const counted = facts.rounds.find((one) => one.state === 'closed');
  return counted?.cells.filter((own) => isRed(own, facts.shares)).length ?? 0;
}

/** The latest round, when it was counted and was about the plan as it stands: then somebody says how it goes on. */
export function decidable<R extends { state: RoundState; version: number }>(facts: {
  state: string;
  rounds: readonly R[];
  plans: readonly { version: number; state: 'draft' | 'published' }[];
}): R | null {
  const [latest] = facts.rounds;
  const { published } = versionsOf(facts.plans);
  const counted = facts.state === 'consulting' && latest?.state === 'closed';
  return counted && latest.version === published?.version ? latest : null;
}

/** A round's household: its group, and the stance that stood for it when the round opened. */
export type Voter = { household: number; group: number; standing: Stance | null };

/** The seven cells of each group of a round. */
export function countRound(
  electorate: readonly Voter[],
  said: readonly Pick<Opinion, 'household' | 'seq' | 'own' | 'stance'>[],
  visits: readonly Visit[],
): Map<number, Cells> {
  const stances = roundStances(electorate, said);
  const groups = new Map<number, number[]>();
  for (const { group, household } of electorate) {
    const own = groups.get(group);
    if (own) own.push(household);
    else groups.set(group, [household]);
  }
  return new Map([...groups].map(([group, households]) => [group, countGroup(households, stances, visits)]));
}

function countGroup(households: readonly number[], stances: ReadonlyMap<number, Stance>, visits: readonly Visit[]) {
  const own = new Set(households);
  return cellsOf(
    households,
    stances,
    visits.filter((one) => own.has(one.household)),
  );
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

/** Null: kept back already, because it is one household or two. */
type Count = number | null;

/** Whose word a round's answers are: of households that spoke for themselves, and that somebody wrote down. */
export type Sources = { own: Count; recorded: Count };

/** Recorded answers drawn to be asked again by somebody else: how many, whom they reached, and what those said. */
export type Rechecks = { drawn: number; asked: Count; same: Count; different: Count; notReached: number };

export type SourcesView = Sources & Rechecks;

/**
 * What the board may print of where a closed round's answers come from. Null: one household or two, or with the number
 * of those reached beside it, it would tell one or two. Nobody at home said nothing, and is always a number.
 */
export function sourcesView({ own, recorded }: Sources, looks: Rechecks): SourcesView {
  const few = (count: Count) => count === null || (count > 0 && count < 3);
  const apart = !few(own) && !few(recorded);
  const told = !few(looks.same) && !few(looks.different);
  return {
    ...{ own: apart ? own : null, recorded: apart ? recorded : null },
    ...{ drawn: looks.drawn, asked: few(looks.asked) ? null : looks.asked, notReached: looks.notReached },
    ...{ same: told ? looks.same : null, different: told ? looks.different : null },
  };
}
