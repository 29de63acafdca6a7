import { ANSWERS, type Answer } from '@/db/words/alternatives';
import type { Ground, Stance, VisitOutcome } from '@/db/words/opinions';
import { byHousehold, countRound, currentOpinion, reached, type Shares, snapshotSize } from '@/features/rounds/rules';
import { atLeast } from '@/lib/quantity';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { type Cells, FEW, type PublishedCell } from '@/lib/telling';

export { ANSWERS, type Answer };

export const LEAST_ALTERNATIVES = 2;
export const MOST_ALTERNATIVES = 6;

/** What is said of one alternative. */
export interface Said {
  answer: Answer;
  ground: Ground | null;
  words: string;
}

/** What one household said of all that concern it; `answers` by alternative. */
export interface Word {
  id: number;
  household: number;
  seq: number;
  own: boolean;
  disowned: boolean;
  takes: number | null;
  answers: ReadonlyMap<number, Answer>;
}

/** What an answer is in the round that the chosen one begins with. */
export const STANCE_OF = { can: 'support', cannot: 'oppose', no_view: 'no_view' } as const satisfies Record<
  Answer,
  Stance
>;

/**
 * A word answers each alternative that concerns its household and no other; who cannot live with one says why; and one takes
 * only what one can live with. Fields are called by the alternative's position.
 */
export function checkWord(
  concerned: readonly number[],
  said: ReadonlyMap<number, Pick<Said, 'answer' | 'ground'>>,
  takes: number | null,
): Result<undefined, 'invalid' | 'not_concerned'> {
  if ([...said.keys()].some((one) => !concerned.includes(one))) return refuse('not_concerned');
  const wrong: Record<string, string> = {};
  for (const one of concerned) {
    const answer = said.get(one);
    if (!answer) wrong[`answer_${one}`] = 'choose_one';
    else if (answer.answer === 'cannot' && answer.ground === null) wrong[`ground_${one}`] = 'ground_missing';
  }
  if (takes !== null && said.get(takes)?.answer !== 'can') wrong.takes = 'takes_cannot';
  return Object.keys(wrong).length === 0 ? ok() : refuse('invalid', undefined, wrong);
}

/** A household that is asked about an alternative, in one of its groups. */
export interface Member {
  household: number;
  group: number;
  /** What it said of the very same alternative in an earlier comparison, where that stands. */
  standing: { word: number; answer: Answer } | null;
}

export interface Counted {
  cells: Cells;
  takes: number;
}

/** The households of one alternative, counted per group: each in exactly one cell. */
export function countAlternative(
  alternative: number,
  members: readonly Member[],
  words: readonly Word[],
  visits: readonly { household: number; outcome: VisitOutcome }[],
): Map<number, Counted> {
  const said = words.flatMap(({ answers, ...one }) => {
    const answer = answers.get(alternative);
    return answer ? [{ ...one, stance: STANCE_OF[answer] as Stance }] : [];
  });
  const electorate = members.map(({ standing, ...one }) => ({
    ...one,
    standing: standing && STANCE_OF[standing.answer],
  }));
  const chains = byHousehold(words);
  const takers = new Set(
    [...chains].flatMap(([household, chain]) => (currentOpinion(chain)?.takes === alternative ? [household] : [])),
  );
  return new Map(
    [...countRound(electorate, said, visits)].map(([group, cells]) => {
      const takes = members.filter((one) => one.group === group && takers.has(one.household)).length;
      return [group, { cells, takes }];
    }),
  );
}

/** The word each household of an alternative stands on, group by group; null: none. */
export function stoodOn(members: readonly Member[], words: readonly Word[]): Map<number, Map<number, number | null>> {
  const chains = byHousehold(words);
  const groups = new Map<number, Map<number, number | null>>();
  for (const { household, group, standing } of members) {
    const own = groups.get(group) ?? new Map<number, number | null>();
    groups.set(group, own.set(household, currentOpinion(chains.get(household) ?? [])?.id ?? standing?.word ?? null));
  }
  return groups;
}

/** So many of so many: never divided. */
export interface Share {
  n: number;
  of: number;
}

/** Of those of a group who took a side, who can live with it. Where nobody did, nobody has said that they can. */
export const shareOf = ({ supports, opposes }: Pick<Cells, 'supports' | 'opposes'>): Share => ({
  n: supports,
  of: Math.max(1, supports + opposes),
});

/** Below zero where the first is smaller, zero where they are equal. */
export const compareShares = (a: Share, b: Share): number => a.n * b.of - b.n * a.of;

export interface Group {
  group: number;
  cells: Cells;
}

/** The group that can live with it least, or those that can equally little. */
export function weakestOf(groups: readonly Group[]): { share: Share; groups: number[] } {
  const shares = groups.map(({ group, cells }) => ({ group, share: shareOf(cells) }));
  const least = shares.reduce<Share>((low, { share }) => (compareShares(share, low) < 0 ? share : low), {
    n: 1,
    of: 1,
  });
  return {
    share: least,
    groups: shares.filter(({ share }) => compareShares(share, least) === 0).map(({ group }) => group),
  };
}

/** Whether each of its groups was reached enough to be compared with those of another. */
export const isHeard = (groups: readonly Group[], { reach }: Pick<Shares, 'reach'>): boolean =>
  groups.length > 0 && groups.every(({ cells }) => atLeast(reached(cells), snapshotSize(cells), ...reach));

/**
 * The one whose weakest group is strongest, or those among which that is so: of those whose every group was heard. A group
 * nobody has gone to says nothing for an alternative.
 */
export function proposedOf(
  alternatives: readonly { id: number; groups: readonly Group[] }[],
  shares: Pick<Shares, 'reach'>,
): number[] {
  const heard = alternatives
    .filter(({ groups }) => isHeard(groups, shares))
    .map(({ id, groups }) => ({ id, ...weakestOf(groups) }));
  return heard
    .filter(({ share }) => heard.every((other) => compareShares(share, other.share) >= 0))
    .map(({ id }) => id);
}

/** Another than what is proposed is chosen for a reason that everybody reads. */
export const checkReason = (chosen: { proposed: boolean }, reason: string): Refusal<'reason_missing'> | null =>
  chosen.proposed || reason !== '' ? null : { code: 'reason_missing', fieldErrors: { reason: 'reason_missing' } };

/**
 * How many of those who can live with it would take it, beside the published cells; null where it would tell of one or two who
 * would, or of one or two who would not.
 */
export function takesTold(takes: number, published: readonly PublishedCell[]): number | null {
  const alone = published.find(({ kinds }) => kinds.join() === 'supports');
  const few = (n: number) => n > 0 && n < FEW;
  return alone && !few(takes) && !few(alone.count - takes) ? takes : null;
}

/** A, B, C … */
export const letterOf = (position: number): string => String.fromCharCode(64 + position);
