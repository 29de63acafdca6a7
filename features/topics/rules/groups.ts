import { type Corpus, likenesses } from '@/features/likeness/rules/likeness';

/** A table of all pairs must fit into memory. */
export const MOST_GROUPED = 8000;
/** On average as alike as this, texts are one matter; chosen on texts with known matters (docs/performance.md). */
const ALIKE = 0.18;

/**
 * Texts of one matter, by average linkage: the two groups whose texts are most alike on average become one, as long as
 * that is at least `ALIKE`. A chain of nearest neighbours finds the same groups without looking at all pairs each time.
 */
export function groupsOf(corpus: Corpus, least = ALIKE): number[][] {
  const count = corpus.vectors.length;
  const alike = corpus.vectors.map((_, text) => likenesses(corpus, text));
  const members: (number[] | undefined)[] = corpus.vectors.map((_, text) => [text]);
  let open = [...members.keys()];
  let chain: number[] = [];
  while (open.length > 1 || chain.length > 0) {
    const top = chain.at(-1) ?? open[0];
    if (top === undefined) break;
    if (chain.length === 0) chain = [top];
    const row = alike[top] as Float32Array;
    const before = chain.at(-2);
    let next = before ?? -1;
    let best = before === undefined ? -1 : (row[before] as number);
    for (const other of open) {
      const score = row[other] as number;
      if (other !== top && score > best) [best, next] = [score, other];
    }
    if (next < 0 || best < least) {
      // Nobody is near enough to the last of the chain, and never will be: averages do not rise.
      open = open.filter((one) => one !== top);
      chain.pop();
      continue;
    }
    if (next !== before) {
      chain.push(next);
      continue;
    }
    chain = chain.slice(0, -2);
    const [kept, gone] = top < next ? [top, next] : [next, top];
    const [a, b] = [members[kept] ?? [], members[gone] ?? []];
    const [into, from] = [alike[kept] as Float32Array, alike[gone] as Float32Array];
    for (let other = 0; other < count; other += 1) {
      const average = ((into[other] as number) * a.length + (from[other] as number) * b.length) / (a.length + b.length);
      into[other] = average;
      (alike[other] as Float32Array)[kept] = average;
    }
    members[kept] = [...a, ...b];
    members[gone] = undefined;
    open = open.filter((one) => one !== gone);
  }
  return members.flatMap((group) => (group ? [group.sort((x, y) => x - y)] : []));
}
