import { type Terms, termsOf } from './words';

/**
 * How alike texts are: each is a vector of what it says (TF-IDF, of length 1) by themes, words and characters, and two are as
 * alike as the cosine between them, 0 to 1. Nothing is learned: the same texts always come to the same numbers.
 */
export interface Corpus {
  terms: readonly Terms[];
  vectors: readonly Weighted[];
  /** Of each term the texts that have it. */
  where: readonly Weighted[];
}

/** Numbers of terms, or of texts, each with its weight. */
interface Weighted {
  of: Int32Array;
  weights: Float32Array;
}

const WAYS = ['themes', 'circumstances', 'words', 'characters'] as const;
/** How much each way of looking at a text counts; chosen on texts whose matters are known (docs/performance.md). */
const COUNTS = { themes: 4, circumstances: 1.5, words: 1, characters: 0.7 } as const;

const weighted = (pairs: readonly (readonly [number, number])[]): Weighted => ({
  of: Int32Array.from(pairs, ([of]) => of),
  weights: Float32Array.from(pairs, ([, weight]) => weight),
});

/** How often a text has each of its terms, each under the way it was found. */
function timesOf(terms: Terms): Map<string, number> {
  const times = new Map<string, number>();
  for (const way of WAYS)
    for (const term of terms[way]) times.set(`${way} ${term}`, (times.get(`${way} ${term}`) ?? 0) + 1);
  return times;
}

const countOf = (name: string): number => COUNTS[WAYS.find((way) => name.startsWith(way)) ?? 'words'];

export function corpusOf(texts: readonly string[]): Corpus {
  const terms = texts.map(termsOf);
  const times = terms.map(timesOf);
  const numbers = new Map<string, { term: number; texts: number }>();
  for (const name of times.flatMap((one) => [...one.keys()])) {
    const known = numbers.get(name);
    if (known) known.texts += 1;
    else numbers.set(name, { term: numbers.size, texts: 1 });
  }
  const where: [number, number][][] = Array.from(numbers, () => []);
  const vectors = times.map((one, text) => {
    const pairs = [...one].map(([name, count]): [number, number] => {
      const { term, texts: having } = numbers.get(name) ?? { term: 0, texts: 1 };
      return [term, countOf(name) * (1 + Math.log(count)) * Math.log(1 + texts.length / having)];
    });
    const length = Math.sqrt(pairs.reduce((sum, [, weight]) => sum + weight * weight, 0));
    for (const pair of pairs) {
      pair[1] /= length;
      where[pair[0]]?.push([text, pair[1]]);
    }
    return weighted(pairs);
  });
  return { terms, vectors, where: where.map(weighted) };
}

/** How alike this text is to each of them. */
export function likenesses({ vectors, where }: Corpus, text: number): Float32Array {
  const alike = new Float32Array(vectors.length);
  const { of: terms, weights } = vectors[text] as Weighted;
  for (let at = 0; at < terms.length; at += 1) {
    const { of: texts, weights: theirs } = where[terms[at] as number] as Weighted;
    const weight = weights[at] as number;
    for (let to = 0; to < texts.length; to += 1)
      alike[texts[to] as number] = (alike[texts[to] as number] as number) + weight * (theirs[to] as number);
  }
  return alike;
}

/** The texts nearest to this one, nearest first, of equal ones the earlier; those that share nothing with it are left out. */
export function nearest(corpus: Corpus, text: number, most: number): { text: number; score: number }[] {
  const found: { text: number; score: number }[] = [];
  likenesses(corpus, text).forEach((alike, other) => {
    const score = Math.min(1, Math.round(alike * 10_000) / 10_000);
    const last = found.at(-1);
    if (other === text || score === 0 || (found.length === most && last && last.score >= score)) return;
    const place = found.findIndex((one) => one.score < score);
    found.splice(place < 0 ? found.length : place, 0, { text: other, score });
    if (found.length > most) found.pop();
  });
  return found;
}
