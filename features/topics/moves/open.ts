import { type Pair, undecided } from '../rules/opposites';
import { type Candidate, candidatesFrom, type Found, verdictsIn } from './found';

const isGathered = (found: Found, [asks, bears]: Pair): boolean => {
  const other = new Set(found.byId.get(bears)?.proposals.map(({ no }) => no));
  return (found.byId.get(asks)?.proposals ?? []).some(({ no }) => other.has(no));
};

/** Pairs nobody has spoken of, and that no proposal has gathered. */
export function openPairs(found: Found): Candidate[] {
  const verdictOf = verdictsIn(found);
  return candidatesFrom(found).flatMap(({ matter, asks, bears }) => {
    const open = undecided(
      { asks: asks.map(({ complaint }) => complaint.id), bears: bears.map(({ complaint }) => complaint.id) },
      (pair) => verdictOf(pair) !== undefined || isGathered(found, pair),
    );
    if (!open) return [];
    const among = (ids: number[], of: Candidate['asks']) => of.filter(({ complaint }) => ids.includes(complaint.id));
    return [{ matter, asks: among(open.asks, asks), bears: among(open.bears, bears) }];
  });
}
