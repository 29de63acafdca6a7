import type { Stance, VisitOutcome } from '@/db/words/opinions';
import { type CellKey, REACHED_KEYS, type RoundState, UNREACHED_KEYS } from '@/db/words/rounds';
import { versionsOf } from '@/features/plans/rules';
import { atLeast } from '@/lib/quantity';
import type { Cells, Stood } from '@/lib/telling';

export type { Cells, RoundState, Stance };

/** One thing a household said in one round. `seq` grows with arrival; `own` is its own word, otherwise somebody recorded it. */
export type Opinion = {
  household: number;
  round: number;
  seq: number;
  version: number;
  stance: Stance;
  own: boolean;
  /** Whoever said it turned out not to live there: it is nobody's word. */
  disowned: boolean;
};

/** What is looked at to find what holds. */
type Said = Pick<Opinion, 'seq' | 'own' | 'disowned'>;

/**
 * What holds among everything one household said in one round: later supersedes, but its own word beats a recorded
 * one, whichever came first. Null when it said nothing.
 */
export function currentOpinion<T extends Said>(chain: readonly T[]): T | null {
  let current: T | null = null;
  for (const said of chain) {
    if (said.disowned) continue;
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
  const known = said.filter((opinion) => opinion.version <= version && !opinion.disowned);
  const latest = Math.max(...known.map((opinion) => opinion.round));
  const opinion = currentOpinion(known.filter((candidate) => candidate.round === latest));
  if (!opinion || materialVersions.some((v) => v > opinion.version && v <= version)) return null;
  return { opinion, carriedFrom: opinion.version < version ? opinion.round : null };
}

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
  said: readonly (Said & Pick<Opinion, 'household' | 'stance'>)[],
): Map<number, Stance> {
  const chains = byHousehold(said);
  const stances = new Map<number, Stance>();
  for (const { household, standing: carried } of electorate) {
    const stance = currentOpinion(chains.get(household) ?? [])?.stance ?? carried;
    if (stance) stances.set(household, stance);
  }
  return stances;
}

/** Which opinion each household of a round stands on, group by group. */
export function roundStood(
  electorate: readonly { household: number; group: number; standingId: number | null }[],
  said: readonly (Said & { id: number; household: number })[],
): Map<number, Stood> {
  const chains = byHousehold(said);
  const groups = new Map<number, Map<number, number | null>>();
  for (const { household, group, standingId } of electorate) {
    const own = groups.get(group) ?? new Map();
    groups.set(group, own.set(household, currentOpinion(chains.get(household) ?? [])?.id ?? standingId));
  }
  return groups;
}

/** A group's share of households as in the community's settings: [2, 3] is two thirds. */
export type Shares = { reach: readonly [number, number]; agree: readonly [number, number] };

/** Whether a group still bars the way, judged without its conditions: too few reached, or too few plainly for it. */
export function isRed(cells: Cells, { reach, agree }: Shares): boolean {
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
  said: readonly (Said & Pick<Opinion, 'household' | 'stance'>)[],
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
