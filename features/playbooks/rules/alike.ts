import type { Kind } from '@/db/words/proposals';
import { corpusOf, likenesses } from '@/features/likeness/rules/likeness';
import { themesOf } from '@/features/likeness/rules/vocabulary';

/** So alike in words it is offered; where kind and a theme are the same, half of it is enough. Tried in the test beside this. */
const ALIKE = 0.2;
const ALIKE_OF_KIND = 0.1;
/** No more are offered beside one matter. */
const OFFERED = 3;

export interface Told {
  text: string;
  /** Null: nobody has said of what kind it is. */
  kind: Kind | null;
}

export interface Offer {
  /** Its place among those there are. */
  at: number;
  /** Why: what both are about, and whether they are of one kind. */
  themes: string[];
  sameKind: boolean;
}

const named = (text: string): Set<string> => {
  const { themes, circumstances } = themesOf(text);
  return new Set([...themes, ...circumstances]);
};

/** Which of the playbooks fit what somebody says, the likest first; without anything in common in so many words, none. */
export function offered(said: Told, library: readonly Told[]): Offer[] {
  const scores = likenesses(corpusOf([...library.map(({ text }) => text), said.text]), library.length);
  const mine = named(said.text);
  return library
    .map(({ text, kind }, at) => ({
      at,
      score: scores[at] ?? 0,
      themes: [...named(text)].filter((one) => mine.has(one)),
      sameKind: kind !== 'other' && kind === said.kind,
    }))
    .filter(({ score, themes, sameKind }) => themes.length > 0 && score >= (sameKind ? ALIKE_OF_KIND : ALIKE))
    .sort((a, b) => Number(b.sameKind) - Number(a.sameKind) || b.score - a.score || a.at - b.at)
    .slice(0, OFFERED)
    .map(({ at, themes, sameKind }) => ({ at, themes, sameKind }));
}
